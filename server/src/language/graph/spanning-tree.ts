// The graph as a tree: every objective hangs below the arrow that leads to it first, so that no way goes round.
import type { Flow } from "../model/flow.ts";
import type { EdgePart, GraphParts } from "./parts.ts";

/** Over the nodes and edges of the parts that it was made of. */
export interface SpanningTree {
  /** The nodes at the top: the start, then whatever else nothing above them leads to. */
  readonly roots: readonly number[];
  /** For every node, and at last for the end of the list: where among the edges its own begin. */
  readonly begins: Int32Array;
  /** For every node the edge that leads to it first; `AT_TOP` for a root. */
  readonly metBy: Int32Array;
}

const AT_TOP = -1;
const NOT_MET = -2;

/** Every way goes as deep as it leads before the one beside it: what is met again has been read above. */
export function spanningTree(
  parts: GraphParts,
  { start, forward }: Pick<Flow, "start" | "forward">,
): SpanningTree {
  const begins = beginsOf(parts);
  const search: Search = {
    parts,
    begins,
    next: begins.slice(),
    metBy: new Int32Array(parts.nodes.length).fill(NOT_MET),
  };
  const tops = start === undefined ? forward.roots : [start, ...forward.roots];
  const roots: number[] = [];
  for (const top of tops) {
    if (!isMetFirst(search, top, AT_TOP)) continue;
    roots.push(top);
    searchFrom(top, search);
  }
  return { roots, begins, metBy: search.metBy };
}

/** The edges from a node, in the order of its arrows. */
export function edgesFrom(
  { edges }: GraphParts,
  { begins }: SpanningTree,
  node: number,
): readonly EdgePart[] {
  return edges.slice(begins[node] ?? 0, begins[node + 1] ?? 0);
}

/** The edge that a node hangs on; undefined at the top. */
export function edgeAbove(
  { edges }: GraphParts,
  { metBy }: SpanningTree,
  node: number,
): EdgePart | undefined {
  return edges[metBy[node] ?? AT_TOP];
}

/** Edges come in the order of their sources. */
function beginsOf({ nodes, edges }: GraphParts): Int32Array {
  const begins = new Int32Array(nodes.length + 1);
  for (const { source } of edges) begins[source + 1] = (begins[source + 1] ?? 0) + 1;
  for (let node = 0; node < nodes.length; node++)
    begins[node + 1] = (begins[node + 1] ?? 0) + (begins[node] ?? 0);
  return begins;
}

interface Search {
  readonly parts: GraphParts;
  readonly begins: Int32Array;
  /** For every node the edge that is followed next. */
  readonly next: Int32Array;
  readonly metBy: Int32Array;
}

/** Notes that the edge leads to the node, unless another one did before. */
function isMetFirst({ metBy }: Search, node: number, edge: number): boolean {
  if (metBy[node] !== NOT_MET) return false;
  metBy[node] = edge;
  return true;
}

function searchFrom(top: number, search: Search): void {
  const { parts, begins, next } = search;
  const walk = [top];
  for (let node = walk.at(-1); node !== undefined; node = walk.at(-1)) {
    const edge = next[node] ?? 0;
    next[node] = edge + 1;
    const target = edge < (begins[node + 1] ?? 0) ? parts.edges[edge]?.target : undefined;
    if (target === undefined) walk.pop();
    else if (isMetFirst(search, target, edge)) walk.push(target);
  }
}
