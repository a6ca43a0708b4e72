// Steps along the edges: what the arrow keys lead to.
import type { DrawnEdge, DrawnNode } from "../../server/src/language/graph/draw.ts";

export type Step = "next" | "back" | "left" | "right";

export interface Walkable {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

/** The node that a step from a node leads to; from nowhere, the first one. Undefined: there is none. */
export function stepFrom(graph: Walkable, id: string | undefined, step: Step): string | undefined {
  if (id === undefined || !graph.nodes.some((node) => node.id === id)) return graph.nodes[0]?.id;
  switch (step) {
    case "next":
      return leftmost(graph, targetsOf(graph, id));
    case "back":
      return leftmost(graph, sourcesOf(graph, id));
    case "left":
      return sibling(graph, id, -1);
    case "right":
      return sibling(graph, id, 1);
  }
}

/** The one beside it among those that come after the same objectives, from left to right. */
function sibling(graph: Walkable, id: string, offset: number): string | undefined {
  const family = sourcesOf(graph, id).flatMap((source) => targetsOf(graph, source));
  const row = fromLeft(graph, family.length > 0 ? family : startsOf(graph));
  const place = row.indexOf(id);
  return place < 0 ? undefined : row[place + offset];
}

function startsOf({ nodes, edges }: Walkable): readonly string[] {
  const entered = new Set(
    edges.filter(({ source, target }) => source !== target).map(({ target }) => target),
  );
  return nodes.flatMap(({ id }) => (entered.has(id) ? [] : [id]));
}

function targetsOf({ edges }: Walkable, id: string): readonly string[] {
  return edges.filter(({ source, target }) => source === id && target !== id).map(({ target }) => target);
}

function sourcesOf({ edges }: Walkable, id: string): readonly string[] {
  return edges.filter(({ source, target }) => target === id && source !== id).map(({ source }) => source);
}

function leftmost(graph: Walkable, ids: readonly string[]): string | undefined {
  return fromLeft(graph, ids)[0];
}

function fromLeft({ nodes }: Walkable, ids: readonly string[]): readonly string[] {
  const wanted = new Set(ids);
  return nodes
    .filter(({ id }) => wanted.has(id))
    .toSorted((one, other) => one.x - other.x)
    .map(({ id }) => id);
}
