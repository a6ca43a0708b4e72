// From a view to its picture, in one step: measured, laid out, drawn.
import { measureGraph } from "./card.ts";
import { moved, type Rect, type Size } from "./geometry.ts";
import { describeNode } from "./describe.ts";
import { groupedBy } from "../text/grouped.ts";
import type { Words } from "../text/sentence.ts";
import { layoutGraph, type LayoutEngine, type LayoutMemory } from "./layout.ts";
import { helvetica, type FontWidths } from "./metrics.ts";
import { palettes, type ThemeName } from "./palette.ts";
import type { GraphLayout } from "./shape.ts";
import { graphSvg, PICTURE_ORIGIN } from "./svg.ts";
import type { GraphView } from "./view.ts";

export interface DrawOptions {
  readonly theme: ThemeName;
  /** The glyph widths of the font that will be seen; without, those of the font that files name. */
  readonly fonts?: FontWidths | undefined;
  readonly words: Words;
}

export interface Drawing {
  readonly svg: string;
  /** `plain`: the layout engine gave no answer. */
  readonly layout: GraphLayout["kind"];
  /** In the order of the `data-node` numbers in the SVG. */
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

/** Where a node is in the picture, in its pixels, and what a viewer says and finds it by. */
export interface DrawnNode extends Rect {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** What a search looks through: name, prompt, variables and the conditions of its edges. */
  readonly text: string;
}

export interface DrawnEdge {
  readonly id: string;
  /** Ids of nodes. */
  readonly source: string;
  readonly target: string;
}

/** Draws a graph. The engine is asked only for what the memory does not know; the picture is never empty but for it. */
export async function drawGraph(
  view: GraphView,
  engine: LayoutEngine,
  memory: LayoutMemory,
  { theme, fonts = helvetica, words }: DrawOptions,
): Promise<Drawing> {
  const cards = measureGraph(view, fonts, words);
  const index = new Map(view.nodes.map(({ id }, place) => [id, place]));
  const shape = {
    nodes: cards.cards.map(({ width, height }) => ({ width, height })),
    edges: view.edges.map(({ source, target }, edge) => ({
      source: index.get(source) ?? 0,
      target: index.get(target) ?? 0,
      label: sizeOf(cards.pills[edge]),
    })),
  };
  const ids = view.nodes.map(({ id }) => id);
  const layout = await layoutGraph(shape, ids, engine, memory);
  const look = { palette: palettes[theme], purpose: theme === "editor" ? "editor" : "file", words } as const;
  return {
    svg: graphSvg(view, cards, layout, look),
    layout: layout.kind,
    nodes: drawnNodes(view, layout, words),
    edges: view.edges.map(({ id, source, target }) => ({ id, source, target })),
  };
}

function sizeOf(pill: Size | undefined): Size | undefined {
  return pill && { width: pill.width, height: pill.height };
}

function drawnNodes({ nodes, edges }: GraphView, layout: GraphLayout, words: Words): readonly DrawnNode[] {
  const exits = groupedBy(edges, ({ source }) => source);
  return nodes.flatMap((node, index): DrawnNode[] => {
    const place = layout.nodes[index];
    if (!place) return [];
    const { id, name, prompt, variables } = node;
    const leads = exits.get(id) ?? [];
    const text = [name, prompt, ...variables, ...leads.map(({ condition }) => condition)].join("\n");
    return [
      { id, name, description: describeNode(node, leads, words), text, ...moved(place, PICTURE_ORIGIN) },
    ];
  });
}
