// What the graph's tests share: views made by hand or at random, and the real layout engine, called in the same thread.
import Elk, { type ElkNode as ElkRoot } from "elkjs/lib/elk.bundled.js";
import fc from "fast-check";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { drawGraph, type Drawing } from "../../../server/src/language/graph/draw.ts";
import type { ElkGraph } from "../../../server/src/language/graph/elk-graph.ts";
import {
  newLayoutMemory,
  type LayoutEngine,
  type LayoutMemory,
} from "../../../server/src/language/graph/layout.ts";
import type { ThemeName } from "../../../server/src/language/graph/palette.ts";
import {
  graphView,
  type GraphEdge,
  type GraphNode,
  type GraphView,
} from "../../../server/src/language/graph/view.ts";
import { modelOf } from "../../support/fixture.ts";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";

/** Random graphs cost a layout each, so their laws are tried less often than others. */
export const GRAPH_LAW = {
  seed: 20260301,
  numRuns: Math.ceil(Number(process.env["OBJECTIVES_RUNS"] ?? 150) / 6),
};

export const refusingEngine: LayoutEngine = async () => ({ ok: false, reason: "It does not want to." });

/** The real engine; `asked` counts the graphs. */
export function elkEngine(): { readonly engine: LayoutEngine; readonly asked: () => number } {
  const elk = new Elk();
  let count = 0;
  return {
    asked: () => count,
    engine: async (graph) => {
      count += 1;
      const placed = await elk.layout(structuredClone(graph) as unknown as ElkRoot);
      return { ok: true, graph: placed as unknown as ElkGraph };
    },
  };
}

export function viewOf(text: string): GraphView {
  const model = modelOf(text);
  return graphView(model, check(model).findings);
}

export interface DrawnWith {
  readonly engine?: LayoutEngine;
  readonly memory?: LayoutMemory;
  readonly theme?: ThemeName;
}

export async function drawn(view: GraphView, options: DrawnWith = {}): Promise<Drawing> {
  const { engine = elkEngine().engine, memory = newLayoutMemory(), theme = "light" } = options;
  return drawGraph(view, engine, memory, { theme, words: inEnglish });
}

export function node(id: string, says: Partial<GraphNode> = {}): GraphNode {
  return {
    id,
    kind: "objective",
    name: id,
    prompt: `Do ${id}.`,
    confirmation: "auto",
    modality: "verbal",
    variables: [],
    isStart: false,
    isEnd: false,
    findings: [],
    ...says,
  };
}

export function edge(source: string, target: string, says: Partial<GraphEdge> = {}): GraphEdge {
  const kind = says.kind ?? (says.condition === undefined ? "required" : "when");
  const id = `${source} ${kind} ${target}`;
  return { id, source, target, kind, condition: "", isOnCycle: false, findings: [], ...says };
}

export function view(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): GraphView {
  return { version: 1, title: "Example", nodes, edges };
}

/** Graphs of any form up to 30 nodes: cycles, loops, several edges between two nodes, and pieces of their own. */
export const anyView: fc.Arbitrary<GraphView> = fc.integer({ min: 1, max: 30 }).chain((size) => {
  const place = fc.integer({ min: 0, max: size - 1 });
  const condition = fc.oneof(
    fc.constant(undefined),
    fc.constantFrom("yes", "the patient agrees to the date that was offered", "x".repeat(80)),
  );
  const nodes = fc.array(fc.array(fc.constantFrom("a", "full_name", "v".repeat(60)), { maxLength: 5 }), {
    minLength: size,
    maxLength: size,
  });
  const edges = fc.array(fc.tuple(place, place, condition), {
    maxLength: Math.ceil(size * 1.6),
    size: "max",
  });
  return fc.tuple(nodes, edges).map(([variables, links]) =>
    view(
      variables.map((names, index) => node(`n${index}`, { variables: names })),
      links.map(([from, to, says], index) => ({
        ...edge(`n${from}`, `n${to}`, says === undefined ? {} : { condition: says }),
        id: `e${index}`,
      })),
    ),
  );
});
