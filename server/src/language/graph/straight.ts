// Small jogs taken out: an edge that leaves or enters a card a few pixels beside its way moves along the card's border.
import type { Point } from "./geometry.ts";
import type { GraphShape, Route } from "./shape.ts";

/** A jog wider than this is a way around something. */
const WIDEST_JOG = 12;

/** The routes of a shape with their ends moved; those of one card stay in their order and apart. */
export function straightened(routes: readonly Route[], { nodes, edges }: GraphShape): readonly Route[] {
  const exits = counts(edges.map(({ source }) => source));
  const entries = counts(edges.map(({ target }) => target));
  const room = (node: number, count: ReadonlyMap<number, number>): number =>
    Math.min(WIDEST_JOG, (nodes[node]?.width ?? 0) / ((count.get(node) ?? 0) + 1) / 3);
  return routes.map((route, index) => {
    const edge = edges[index];
    if (!edge) return route;
    const fromStart = withoutFirstJog(route.points, room(edge.source, exits));
    const fromEnd = withoutFirstJog(fromStart.toReversed(), room(edge.target, entries));
    return { ...route, points: fromEnd.toReversed() };
  });
}

function withoutFirstJog(points: readonly Point[], widest: number): readonly Point[] {
  const [port, before, after, ...rest] = points;
  const [next] = rest;
  if (!port || !before || !after || !next) return points;
  const isJog = port.x === before.x && before.y === after.y && after.x === next.x;
  if (!isJog || Math.abs(after.x - before.x) > widest) return points;
  return [{ x: after.x, y: port.y }, ...rest];
}

function counts(nodes: readonly number[]): ReadonlyMap<number, number> {
  const count = new Map<number, number>();
  for (const node of nodes) count.set(node, (count.get(node) ?? 0) + 1);
  return count;
}
