// A piece of a graph in ELK's JSON, and the places in its answer.
import { rounded, type Point, type Rect } from "./geometry.ts";
import type { EdgeShape, GraphLayout, GraphShape, Route } from "./shape.ts";
import { straightened } from "./straight.ts";

type ElkOptions = Readonly<Record<string, string>>;

/** The part of ELK's JSON graph format that is used here (eclipse.dev/elk, "JSON Format"). */
export interface ElkGraph {
  readonly id: string;
  readonly layoutOptions?: ElkOptions;
  readonly width?: number;
  readonly height?: number;
  readonly children?: readonly ElkNode[];
  readonly edges?: readonly ElkEdge[];
}

export interface ElkNode extends ElkBox {
  readonly ports?: readonly ElkBox[];
}

export interface ElkBox {
  readonly id: string;
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly layoutOptions?: ElkOptions;
}

export interface ElkEdge {
  readonly id: string;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly labels?: readonly ElkLabel[];
  readonly sections?: readonly ElkSection[];
}

export interface ElkLabel extends ElkBox {
  readonly text: string;
}

export interface ElkSection {
  readonly startPoint: Point;
  readonly endPoint: Point;
  readonly bendPoints?: readonly Point[];
}

/** NETWORK_SIMPLEX is the calmest, but its time grows steeply: 46 s at 1,000 nodes. */
const MOST_FOR_NETWORK_SIMPLEX = 120;
const MOST_FOR_LINEAR_SEGMENTS = 1_500;

const OPTIONS: ElkOptions = {
  "elk.algorithm": "layered",
  "elk.direction": "DOWN",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.randomSeed": "1",
  "elk.separateConnectedComponents": "false",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.cycleBreaking.strategy": "GREEDY_MODEL_ORDER",
  "elk.padding": "[top=0,left=0,bottom=0,right=0]",
  "elk.spacing.nodeNode": "40",
  "elk.spacing.edgeNode": "24",
  "elk.spacing.edgeEdge": "16",
  "elk.spacing.labelNode": "16",
  "elk.spacing.nodeSelfLoop": "20",
  "elk.layered.spacing.nodeNodeBetweenLayers": "32",
  "elk.layered.spacing.edgeNodeBetweenLayers": "22",
  "elk.layered.spacing.edgeEdgeBetweenLayers": "14",
};

const NODE_OPTIONS: ElkOptions = { "elk.portConstraints": "FIXED_SIDE" };
const LABEL_OPTIONS: ElkOptions = { "elk.edgeLabels.inline": "true", "elk.edgeLabels.placement": "CENTER" };

/** The graph to lay out; with the nodes' last places, where they are known, its order is kept. */
export function elkGraph(shape: GraphShape, before: readonly (Point | undefined)[]): ElkGraph {
  const isKnown = before.some((place) => place !== undefined);
  return {
    id: "graph",
    layoutOptions: {
      ...OPTIONS,
      ...placement(shape.nodes.length),
      ...(isKnown ? { "elk.layered.crossingMinimization.semiInteractive": "true" } : {}),
    },
    children: shape.nodes.map((_, index) => nodeOf(shape, index, before[index])),
    edges: shape.edges.map(edgeOf),
  };
}

/** The places in the engine's answer; undefined where it does not answer what was asked. */
export function placedBy(
  { children = [], edges = [] }: ElkGraph,
  shape: GraphShape,
): GraphLayout | undefined {
  const nodes = children.flatMap(({ x, y, width, height }): Rect[] =>
    x === undefined || y === undefined ? [] : [rounded({ x, y, width, height })],
  );
  const routes = edges.flatMap(routeOf);
  if (nodes.length !== shape.nodes.length || routes.length !== shape.edges.length) return undefined;
  return atOrigin(nodes, straightened(routes, shape));
}

function placement(nodeCount: number): ElkOptions {
  const strategy = "elk.layered.nodePlacement.strategy";
  if (nodeCount <= MOST_FOR_NETWORK_SIMPLEX) return { [strategy]: "NETWORK_SIMPLEX" };
  if (nodeCount <= MOST_FOR_LINEAR_SEGMENTS) return { [strategy]: "LINEAR_SEGMENTS" };
  return { [strategy]: "SIMPLE", "elk.layered.thoroughness": "2" };
}

function nodeOf({ nodes, edges }: GraphShape, index: number, before: Point | undefined): ElkNode {
  const { width = 0, height = 0 } = nodes[index] ?? {};
  const ports = edges.flatMap(({ source, target }, edge) => [
    ...(source === index ? [port(exitOf(edge), "SOUTH")] : []),
    ...(target === index ? [port(entryOf(edge), "NORTH")] : []),
  ]);
  const place: ElkOptions = before ? { "elk.position": `(${before.x},${before.y})` } : {};
  return { id: `n${index}`, width, height, ports, layoutOptions: { ...NODE_OPTIONS, ...place } };
}

function edgeOf({ label }: EdgeShape, index: number): ElkEdge {
  const labels = label ? [{ id: `l${index}`, text: "c", ...label, layoutOptions: LABEL_OPTIONS }] : [];
  return { id: `e${index}`, sources: [exitOf(index)], targets: [entryOf(index)], labels };
}

function exitOf(edge: number): string {
  return `e${edge}.exit`;
}

function entryOf(edge: number): string {
  return `e${edge}.entry`;
}

function port(id: string, side: "NORTH" | "SOUTH"): ElkBox {
  return { id, width: 0, height: 0, layoutOptions: { "elk.port.side": side } };
}

function routeOf({ sections, labels }: ElkEdge): Route[] {
  const section = sections?.[0];
  if (!section) return [];
  const { startPoint, bendPoints = [], endPoint } = section;
  return [{ points: [startPoint, ...bendPoints, endPoint].map(rounded), label: labelOf(labels?.[0]) }];
}

function labelOf(label: ElkLabel | undefined): Rect | undefined {
  if (label?.x === undefined || label.y === undefined) return undefined;
  const { x, y, width, height } = label;
  return rounded({ x, y, width, height });
}

/** Loops and labels may reach beyond ELK's own size, so the drawing is measured and begins at 0. */
function atOrigin(nodes: readonly Rect[], edges: readonly Route[]): GraphLayout {
  const labels = edges.flatMap(({ label }) => label ?? []);
  const bends = edges.flatMap(({ points }) => points.map((point) => ({ ...point, width: 0, height: 0 })));
  const { x, y, width, height } = around([...nodes, ...labels, ...bends]);
  const shift = (place: Point): Point => ({ x: place.x - x, y: place.y - y });
  return {
    kind: "layered",
    size: { width, height },
    nodes: nodes.map((node) => ({ ...node, ...shift(node) })),
    edges: edges.map(({ points, label }) => ({
      points: points.map(shift),
      label: label && { ...label, ...shift(label) },
    })),
  };
}

function around(places: readonly Rect[]): Rect {
  const [left, top, right, bottom] = places.reduce(
    ([x0, y0, x1, y1], { x, y, width, height }) => [
      Math.min(x0, x),
      Math.min(y0, y),
      Math.max(x1, x + width),
      Math.max(y1, y + height),
    ],
    [Infinity, Infinity, -Infinity, -Infinity] as const,
  );
  return { x: left, y: top, width: right - left, height: bottom - top };
}
