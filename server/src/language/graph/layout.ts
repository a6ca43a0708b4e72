// Places for cards, edges and conditions: by the layout engine that is handed in, piece by piece, and only where needed.
import { componentsOf, packed, type Component } from "./components.ts";
import { elkGraph, placedBy, type ElkGraph } from "./elk-graph.ts";
import { moved, type Point, type Rect } from "./geometry.ts";
import { plainLayout } from "./plain-layout.ts";
import type { GraphLayout, GraphShape, Route } from "./shape.ts";

/** Places a graph as ELK's JSON describes it. It may run anywhere and take its time; it never rejects. */
export type LayoutEngine = (graph: ElkGraph) => Promise<EngineAnswer>;

export type EngineAnswer =
  { readonly ok: true; readonly graph: ElkGraph } | { readonly ok: false; readonly reason: string };

/** What one document's next layout takes over from its last ones. Its owner makes it and keeps it. */
export interface LayoutMemory {
  /** Layouts by what they depend on, the oldest first. */
  readonly known: Map<string, GraphLayout>;
  /** Where each node was last, by its id. */
  readonly places: Map<string, Point>;
}

const MOST_KNOWN = 200;

export function newLayoutMemory(): LayoutMemory {
  return { known: new Map(), places: new Map() };
}

/**
 * The layout of a graph whose nodes have these ids. A piece of which neither links nor sizes have changed keeps its
 * layout without asking the engine; a changed one keeps the order of what it had before.
 */
export async function layoutGraph(
  shape: GraphShape,
  ids: readonly string[],
  engine: LayoutEngine,
  memory: LayoutMemory,
): Promise<GraphLayout> {
  const components = componentsOf(shape);
  const layouts = await Promise.all(components.map((it) => layoutOf(it, ids, engine, memory)));
  const whole = joined(shape, components, layouts);
  remember(memory.places, ids, whole.nodes);
  return whole;
}

async function layoutOf(
  { shape, nodes }: Component,
  ids: readonly string[],
  engine: LayoutEngine,
  { known, places }: LayoutMemory,
): Promise<GraphLayout> {
  const key = JSON.stringify(shape);
  const kept = known.get(key) ?? single(shape);
  const before = nodes.map((node) => places.get(ids[node] ?? ""));
  const layout = kept ?? (await asked(shape, before, engine));
  if (layout.kind === "layered") keep(known, key, layout);
  return layout;
}

async function asked(
  shape: GraphShape,
  before: readonly (Point | undefined)[],
  engine: LayoutEngine,
): Promise<GraphLayout> {
  const answer = await engine(elkGraph(shape, before)).catch(silence);
  const layout = answer.ok ? placedBy(answer.graph, shape) : undefined;
  return layout ?? plainLayout(shape);
}

function silence(): EngineAnswer {
  return { ok: false, reason: "The layout engine failed." };
}

/** One card alone needs no engine. */
function single({ nodes: [node, ...others], edges }: GraphShape): GraphLayout | undefined {
  if (!node || others.length > 0 || edges.length > 0) return undefined;
  return { kind: "layered", size: node, nodes: [{ x: 0, y: 0, ...node }], edges: [] };
}

function keep(known: Map<string, GraphLayout>, key: string, layout: GraphLayout): void {
  known.delete(key);
  known.set(key, layout);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
}

function remember(places: Map<string, Point>, ids: readonly string[], nodes: readonly Rect[]): void {
  places.clear();
  ids.forEach((id, index) => {
    const node = nodes[index];
    if (node) places.set(id, { x: node.x, y: node.y });
  });
}

function joined(
  shape: GraphShape,
  components: readonly Component[],
  layouts: readonly GraphLayout[],
): GraphLayout {
  const { origins, size } = packed(layouts.map((layout) => layout.size));
  const nodes: Rect[] = shape.nodes.map((node) => ({ x: 0, y: 0, ...node }));
  const edges: Route[] = shape.edges.map(() => ({ points: [], label: undefined }));
  components.forEach((component, index) => {
    const layout = layouts[index];
    const origin = origins[index];
    if (!layout || !origin) return;
    layout.nodes.forEach((node, local) => (nodes[component.nodes[local] ?? -1] = moved(node, origin)));
    layout.edges.forEach((edge, local) => (edges[component.edges[local] ?? -1] = movedRoute(edge, origin)));
  });
  return { kind: layouts.every(({ kind }) => kind === "layered") ? "layered" : "plain", size, nodes, edges };
}

function movedRoute({ points, label }: Route, origin: Point): Route {
  return { points: points.map((point) => moved(point, origin)), label: label && moved(label, origin) };
}
