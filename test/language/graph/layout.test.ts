// Layouts: nothing overlaps, edges end on their cards, and what has not changed stays where it is.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureGraph } from "../../../server/src/language/graph/card.ts";
import type { Point, Rect } from "../../../server/src/language/graph/geometry.ts";
import {
  layoutGraph,
  newLayoutMemory,
  type LayoutEngine,
  type LayoutMemory,
} from "../../../server/src/language/graph/layout.ts";
import { helvetica } from "../../../server/src/language/graph/metrics.ts";
import type { GraphLayout, Route } from "../../../server/src/language/graph/shape.ts";
import type { GraphView } from "../../../server/src/language/graph/view.ts";
import { anyView, edge, elkEngine, GRAPH_LAW, node, refusingEngine, view, viewOf } from "./drawn.ts";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";

const LAYOUT_LIMIT_MS = 120_000;

const DIAMOND = `
objective greet { prompt "Greet the caller." -> buy when "they buy" -> sell when "they sell" -> close otherwise }
objective buy { prompt "Ask what they look for." collect budget -> close }
objective sell { prompt "Ask what they have." -> close }
objective close { prompt "Say goodbye." }
`;

describe.each([
  ["the engine's layout", elkEngine().engine],
  ["the layout without an engine", refusingEngine],
])("%s", (_, engine) => {
  test(
    "keeps cards, conditions and the ends of edges in order, whatever the graph",
    { timeout: LAYOUT_LIMIT_MS },
    async () => {
      await fc.assert(
        fc.asyncProperty(anyView, async (graph) => {
          expect(faults(graph, await checkLayout(graph, { engine }))).toEqual([]);
        }),
        GRAPH_LAW,
      );
    },
  );

  test("does so too where it keeps the order of a graph before", { timeout: LAYOUT_LIMIT_MS }, async () => {
    await fc.assert(
      fc.asyncProperty(anyView, anyView, async (before, graph) => {
        const memory = newLayoutMemory();
        await checkLayout(before, { engine, memory });
        expect(faults(graph, await checkLayout(graph, { engine, memory }))).toEqual([]);
      }),
      GRAPH_LAW,
    );
  });

  test("is a function of the graph alone", { timeout: LAYOUT_LIMIT_MS }, async () => {
    await fc.assert(
      fc.asyncProperty(anyView, async (graph) => {
        expect(await checkLayout(graph, { engine })).toEqual(await checkLayout(graph, { engine }));
      }),
      { ...GRAPH_LAW, numRuns: Math.ceil(GRAPH_LAW.numRuns / 3) },
    );
  });
});

describe("a layout", () => {
  test("is kept where only words change: prompts, conditions of one length, names, variables that do not fit", async () => {
    const { engine, asked } = elkEngine();
    const memory = newLayoutMemory();
    const before = await checkLayout(viewOf(DIAMOND), { engine, memory });
    const edited = DIAMOND.replace(
      "Greet the caller.",
      "Say hello, and ask who is calling and why. ".repeat(9),
    )
      .replaceAll("close", "finish")
      .replace("they sell", "they cell");
    expect(await checkLayout(viewOf(edited), { engine, memory })).toEqual(before);
    expect(asked()).toBe(1);
  });

  test("comes back as it was when an edit is undone", async () => {
    const { engine, asked } = elkEngine();
    const memory = newLayoutMemory();
    const before = await checkLayout(viewOf(DIAMOND), { engine, memory });
    await checkLayout(viewOf(DIAMOND.replace("-> buy when", "-> sell -> buy when")), { engine, memory });
    expect(await checkLayout(viewOf(DIAMOND), { engine, memory })).toEqual(before);
    expect(asked()).toBe(2);
  });

  test("of one piece changes without a new layout of the other", async () => {
    const { engine, asked } = elkEngine();
    const memory = newLayoutMemory();
    const stray = 'objective stray { prompt "Alone." -> later }\nobjective later { prompt "Too." }\n';
    await checkLayout(viewOf(DIAMOND + stray), { engine, memory });
    await checkLayout(viewOf(DIAMOND + stray.replace("-> later", '-> later when "asked"')), {
      engine,
      memory,
    });
    expect(asked()).toBe(3);
  });

  test("of a single card asks nobody", async () => {
    const { engine, asked } = elkEngine();
    const layout = await checkLayout(view([node("a"), node("b")], []), { engine });
    expect([asked(), layout.kind]).toEqual([0, "layered"]);
  });

  test("keeps siblings in their order when an edge is added", async () => {
    const { engine } = elkEngine();
    const memory = newLayoutMemory();
    const names = ["a", "b", "c", "d", "e"];
    const star = view(
      [node("start"), ...names.map((name) => node(name))],
      names.map((name) => edge("start", name)),
    );
    const order = (layout: GraphLayout): readonly number[] =>
      names.map((_, index) => index + 1).sort((one, other) => leftOf(layout, one) - leftOf(layout, other));
    const before = order(await checkLayout(star, { engine, memory }));
    const more = {
      ...star,
      nodes: [...star.nodes, node("end")],
      edges: [...star.edges, edge("b", "end"), edge("d", "end")],
    };
    expect(order(await checkLayout(more, { engine, memory }))).toEqual(before);
  });

  test.each<[string, LayoutEngine]>([
    ["refuses", refusingEngine],
    ["breaks", () => Promise.reject(new Error("out of memory"))],
    ["answers something else", async () => ({ ok: true, graph: { id: "graph" } })],
  ])("is plain where the engine %s, and is asked for again", async (_, engine) => {
    const memory = newLayoutMemory();
    const graph = viewOf(DIAMOND);
    expect((await checkLayout(graph, { engine, memory })).kind).toBe("plain");
    expect((await checkLayout(graph, { engine: elkEngine().engine, memory })).kind).toBe("layered");
  });

  test("has every exit at the bottom and every entry at the top", async () => {
    const layout = await checkLayout(viewOf(DIAMOND), { engine: elkEngine().engine });
    const ends = layout.edges.map(({ points }) => [points[0], points[1], points.at(-2), points.at(-1)]);
    for (const [start, first, last, end] of ends) {
      expect(first?.y).toBeGreaterThan(start?.y ?? Infinity);
      expect(end?.y).toBeGreaterThan(last?.y ?? Infinity);
    }
  });

  test("that is wrong is found to be", async () => {
    const graph = viewOf(DIAMOND);
    const layout = await checkLayout(graph, { engine: elkEngine().engine });
    const [first, , ...others] = layout.nodes;
    const piled = { ...layout, nodes: [first, first, ...others].flatMap((it) => it ?? []) };
    expect(faults(graph, piled)).toContain("two cards overlap");
    const glued = {
      ...layout,
      edges: layout.edges.map((it, index) => layout.edges[index === 1 ? 0 : index] ?? it),
    };
    expect(faults(graph, glued)).toEqual(
      expect.arrayContaining(["two edges are glued together", "two conditions overlap"]),
    );
  });

  test("remembers a bounded number of pieces", async () => {
    const memory = newLayoutMemory();
    for (let count = 1; count <= 210; count += 1) {
      const wide = node("a", { variables: Array.from({ length: count % 2 }, () => "v") });
      await layoutGraph(
        { nodes: [{ width: 248 + count, height: 80 }], edges: [] },
        [wide.id],
        refusingEngine,
        memory,
      );
    }
    expect(memory.known.size).toBe(200);
  });
});

interface LaidOutWith {
  readonly engine: LayoutEngine;
  readonly memory?: LayoutMemory;
}

async function checkLayout(
  graph: GraphView,
  { engine, memory = newLayoutMemory() }: LaidOutWith,
): Promise<GraphLayout> {
  const { cards, pills } = measureGraph(graph, helvetica, inEnglish);
  const ids = graph.nodes.map(({ id }) => id);
  const nodes = cards.map(({ width, height }) => ({ width, height }));
  const edges = graph.edges.map(({ source, target }, index) => {
    const pill = pills[index];
    return {
      source: ids.indexOf(source),
      target: ids.indexOf(target),
      label: pill && { width: pill.width, height: pill.height },
    };
  });
  return layoutGraph({ nodes, edges }, ids, engine, memory);
}

function leftOf(layout: GraphLayout, index: number): number {
  return layout.nodes[index]?.x ?? 0;
}

/** Everything that is wrong with a layout, in words. */
function faults(graph: GraphView, { nodes, edges, size }: GraphLayout): readonly string[] {
  const labels = edges.flatMap(({ label }) => label ?? []);
  const indexOf = (id: string): number => graph.nodes.findIndex((it) => it.id === id);
  return [
    ...pairs(nodes).flatMap(([one, other]) => (overlap(one, other) ? ["two cards overlap"] : [])),
    ...labels.flatMap((label) =>
      nodes.some((card) => overlap(label, card)) ? ["a condition covers a card"] : [],
    ),
    ...pairs(labels).flatMap(([one, other]) => (overlap(one, other) ? ["two conditions overlap"] : [])),
    ...pairs(edges).flatMap(([one, other]) => (isGlued(one, other) ? ["two edges are glued together"] : [])),
    ...[...nodes, ...labels].flatMap((box) =>
      isInside(box, size) ? [] : ["something is outside the picture"],
    ),
    ...graph.edges.flatMap(({ source, target, kind }, index) => {
      const { points = [], label } = edges[index] ?? {};
      const [from, to] = [nodes[indexOf(source)], nodes[indexOf(target)]];
      return [
        ...(isOnBottom(points[0], from) ? [] : ["an edge does not leave at the bottom of its card"]),
        ...(isOnTop(points.at(-1), to) ? [] : ["an edge does not end on top of its card"]),
        ...(isRightAngled(points) ? [] : ["an edge is slanted"]),
        ...((kind === "required") === (label === undefined) ? [] : ["a condition is missing"]),
        ...(label && !isOnRoute(label, points) ? ["a condition is not on its edge"] : []),
      ];
    }),
  ];
}

function pairs<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other) => [one, other] as const));
}

/** Whether two edges run on top of one another for more than a crossing's width. */
function isGlued(one: Route, other: Route): boolean {
  return segments(one).some((first) =>
    segments(other).some((second) => {
      const shared = {
        x: Math.min(first.x + first.width, second.x + second.width) - Math.max(first.x, second.x),
        y: Math.min(first.y + first.height, second.y + second.height) - Math.max(first.y, second.y),
      };
      return (shared.x > 2 && shared.y >= 0) || (shared.y > 2 && shared.x >= 0);
    }),
  );
}

function segments({ points }: Route): readonly Rect[] {
  return points.slice(1).map((end, index) => {
    const start = points[index] ?? end;
    const [x, y] = [Math.min(start.x, end.x), Math.min(start.y, end.y)];
    return { x, y, width: Math.abs(start.x - end.x), height: Math.abs(start.y - end.y) };
  });
}

function overlap(one: Rect, other: Rect): boolean {
  const isApart =
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y;
  return !isApart;
}

function isInside(
  { x, y, width, height }: Rect,
  size: { readonly width: number; readonly height: number },
): boolean {
  return x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height;
}

function isOnBottom(point: Point | undefined, card: Rect | undefined): boolean {
  return (
    point !== undefined && card !== undefined && point.y === card.y + card.height && isAcross(point, card)
  );
}

function isOnTop(point: Point | undefined, card: Rect | undefined): boolean {
  return point !== undefined && card !== undefined && point.y === card.y && isAcross(point, card);
}

function isAcross({ x }: Point, card: Rect): boolean {
  return x > card.x && x < card.x + card.width;
}

function isRightAngled(points: readonly Point[]): boolean {
  return points.every(({ x, y }, index) => {
    const before = points[index - 1];
    return before === undefined || before.x === x || before.y === y;
  });
}

function isOnRoute(label: Rect, points: readonly Point[]): boolean {
  return points.some((end, index) => {
    const start = points[index - 1] ?? end;
    const x = Math.min(start.x, end.x);
    const y = Math.min(start.y, end.y);
    const line = {
      x: x - 1,
      y: y - 1,
      width: Math.abs(start.x - end.x) + 2,
      height: Math.abs(start.y - end.y) + 2,
    };
    return overlap(label, line);
  });
}
