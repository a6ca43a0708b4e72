// A graph taken apart into the pieces that hang together, and these put side by side again.
import type { Point, Size } from "./geometry.ts";
import type { EdgeShape, GraphShape } from "./shape.ts";

/** A piece that hangs together, with the places of its nodes and edges in the whole. */
export interface Component {
  readonly shape: GraphShape;
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
}

const COMPONENT_GAP = 56;

/** A row is as wide as four cards, or as the widest piece. */
const ROW_WIDTH = 1_160;

/** The pieces of the graph, in the order of their first nodes. */
export function componentsOf(shape: GraphShape): readonly Component[] {
  const group = groups(shape);
  const members = new Map<number, { readonly nodes: number[]; readonly edges: number[] }>();
  group.forEach((root, node) => {
    const known = members.get(root) ?? { nodes: [], edges: [] };
    members.set(root, known);
    known.nodes.push(node);
  });
  shape.edges.forEach(({ source }, edge) => members.get(group[source] ?? source)?.edges.push(edge));
  return [...members.values()].map(({ nodes, edges }) => ({
    nodes,
    edges,
    shape: part(shape, nodes, edges),
  }));
}

/** Where each piece begins: side by side, in rows, in their own order; and how large they are together. */
export function packed(sizes: readonly Size[]): { readonly origins: readonly Point[]; readonly size: Size } {
  const rowWidth = Math.max(ROW_WIDTH, ...sizes.map(({ width }) => width));
  const origins: Point[] = [];
  let [x, y, rowHeight, width] = [0, 0, 0, 0];
  for (const size of sizes) {
    if (x > 0 && x + size.width > rowWidth) [x, y, rowHeight] = [0, y + rowHeight + COMPONENT_GAP, 0];
    origins.push({ x, y });
    width = Math.max(width, x + size.width);
    rowHeight = Math.max(rowHeight, size.height);
    x += size.width + COMPONENT_GAP;
  }
  return { origins, size: { width, height: y + rowHeight } };
}

/** For each node the first node of its piece. */
function groups({ nodes, edges }: GraphShape): readonly number[] {
  const parent = nodes.map((_, index) => index);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root] ?? root] ?? root;
      root = parent[root] ?? root;
    }
    return root;
  };
  for (const { source, target } of edges) {
    const [one, other] = [rootOf(source), rootOf(target)];
    parent[Math.max(one, other)] = Math.min(one, other);
  }
  return nodes.map((_, index) => rootOf(index));
}

function part(shape: GraphShape, nodes: readonly number[], edges: readonly number[]): GraphShape {
  const local = new Map(nodes.map((node, index) => [node, index]));
  return {
    nodes: nodes.flatMap((node) => shape.nodes[node] ?? []),
    edges: edges.flatMap((edge): EdgeShape[] => {
      const it = shape.edges[edge];
      if (!it) return [];
      return [{ ...it, source: local.get(it.source) ?? 0, target: local.get(it.target) ?? 0 }];
    }),
  };
}
