// What a graph is made of, before it has a look: a node for each objective and each name that none has, an edge for each arrow.
import type { Model } from "../model/analyze.ts";
import type { EdgeRole, EdgeSymbol, ObjectiveSymbol, Ref } from "../model/symbols.ts";

export interface NodePart {
  /** The objective's name; a further objective of that name gets a number. */
  readonly id: string;
  /** As written; "" where the objective has none yet. */
  readonly name: string;
  /** Undefined: an arrow names it, but nothing declares it. */
  readonly objective: number | undefined;
  /** Its declaration; of an undeclared one the first arrow to it. */
  readonly at: Ref;
}

export interface EdgePart {
  /** Source, kind and target; a further edge of that kind between these two gets a number. */
  readonly id: string;
  /** Indices into the nodes. */
  readonly source: number;
  readonly target: number;
  readonly kind: EdgeRole;
  /** The index of the arrow among the objective's arrows that have a target. */
  readonly arrow: number;
  readonly at: Ref;
}

export interface GraphParts {
  /** The objectives in order, then the undeclared ones. */
  readonly nodes: readonly NodePart[];
  readonly edges: readonly EdgePart[];
}

export function partsOf({ symbols }: Model): GraphParts {
  const { objectives } = symbols;
  const unique = uniqueNames();
  const declared = objectives.map(({ name, at }, objective) => ({
    id: unique(name === "" ? "unnamed" : name),
    name,
    objective,
    at,
  }));
  const missing = firstOfEachName(symbols.lost);
  const undeclared = missing.map((at) => ({ id: unique(at.name), name: at.name, objective: undefined, at }));
  const nodes: readonly NodePart[] = [...declared, ...undeclared];
  const places = new Map(missing.map(({ name }, index) => [name, declared.length + index]));
  return { nodes, edges: edgesOf(objectives, nodes, new Map([...symbols.byName, ...places])) };
}

function edgesOf(
  objectives: readonly ObjectiveSymbol[],
  nodes: readonly NodePart[],
  places: ReadonlyMap<string, number>,
): readonly EdgePart[] {
  const unique = uniqueNames();
  return objectives.flatMap(({ edges }, source) =>
    edges.flatMap((at, arrow): EdgePart[] => {
      const { kind } = at;
      const target = places.get(at.name);
      if (target === undefined) return [];
      const id = unique([nodes[source]?.id, kind, nodes[target]?.id].join(" "));
      return [{ id, source, target, kind, arrow, at }];
    }),
  );
}

function firstOfEachName(edges: readonly EdgeSymbol[]): readonly EdgeSymbol[] {
  const first = new Map<string, EdgeSymbol>();
  for (const edge of edges) if (!first.has(edge.name)) first.set(edge.name, edge);
  return [...first.values()];
}

function uniqueNames(): (wanted: string) => string {
  const taken = new Map<string, number>();
  return (wanted) => {
    let name = wanted;
    for (let count = (taken.get(wanted) ?? 0) + 1; taken.has(name); count += 1) {
      name = `${wanted}#${count}`;
      taken.set(wanted, count);
    }
    taken.set(name, 1);
    return name;
  };
}
