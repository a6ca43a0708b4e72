// Which edge of a text each link of a document is: the one to its target, else the one that said the same.
import { interpolate, type ParamValues } from "../../model/params.ts";
import type * as ast from "../../syntax/ast.ts";
import { OTHERWISE_CONDITION } from "../../vocabulary.ts";
import type { ObjectiveItem } from "../payload.ts";

/** Names that objectives had, and have now. */
export type Renames = ReadonlyMap<string, string>;

/** A link that is wanted. */
export interface Link {
  readonly target: string;
  /** Undefined where it is required. */
  readonly condition: string | undefined;
  /** The place, among the edges of the text, of the one that it was. */
  readonly from: number | undefined;
}

export interface Links {
  readonly conditional: readonly Link[];
  readonly required: readonly Link[];
}

/** The links of the document in the order in which they are to be written. */
export function pairEdges(
  edges: readonly ast.Edge[],
  { conditional, required }: ObjectiveItem,
  renames: Renames,
  params: ParamValues,
): Links {
  const olds = edges.map((edge) => oldOf(edge, renames, params));
  const wanted: Wanted[] = [
    ...conditional.map(([target, condition]) => ({ target, condition })),
    ...required.map((target) => ({ target, condition: undefined })),
  ];
  const from = new Map<number, number>();
  for (const isPair of RULES) pairBy(isPair, olds, wanted, from);
  const links = wanted.map((link, index): Link => ({ ...link, from: from.get(index) }));
  const branches = links.slice(0, conditional.length);
  return {
    conditional: saySame(branches, olds) ? branches.toSorted((a, b) => placeOf(a) - placeOf(b)) : branches,
    required: links.slice(conditional.length),
  };
}

/** What an edge says as its text stands; "" is a condition, too. */
export function conditionOf({ kind, condition }: ast.Edge, params: ParamValues): string | undefined {
  if (kind === "required") return undefined;
  return condition ? interpolate(condition, params) : OTHERWISE_CONDITION;
}

type Wanted = Pick<Link, "target" | "condition">;

interface Old extends Wanted {
  /** What the target is called now. */
  readonly renamed: string;
}

function oldOf(edge: ast.Edge, renames: Renames, params: ParamValues): Old {
  const target = edge.target?.text ?? "";
  return { target, renamed: renames.get(target) ?? target, condition: conditionOf(edge, params) };
}

type Rule = (old: Old, wanted: Wanted) => boolean;

const isSameTarget: Rule = (old, wanted) => old.target === wanted.target;
const isRenamedTarget: Rule = (old, wanted) => old.renamed === wanted.target;
const isSameKind: Rule = (old, wanted) => (old.condition === undefined) === (wanted.condition === undefined);
const isSameCondition: Rule = (old, wanted) => old.condition === wanted.condition;

/** The surest first: what is paired by one rule is no question to the next. Two required links say the same. */
const RULES: readonly Rule[] = [
  (old, wanted) => isSameTarget(old, wanted) && isSameKind(old, wanted),
  (old, wanted) => isRenamedTarget(old, wanted) && isSameKind(old, wanted),
  isSameTarget,
  isRenamedTarget,
  isSameCondition,
];

function pairBy(
  isPair: Rule,
  olds: readonly Old[],
  wanted: readonly Wanted[],
  from: Map<number, number>,
): void {
  const taken = new Set(from.values());
  for (const [index, link] of wanted.entries()) {
    if (from.has(index)) continue;
    const old = olds.findIndex((it, place) => !taken.has(place) && isPair(it, link));
    if (old < 0) continue;
    from.set(index, old);
    taken.add(old);
  }
}

/** A JSON store may reorder a map: where nothing but the order of the conditions differs, that of the text is as good. */
function saySame(links: readonly Link[], olds: readonly Old[]): boolean {
  const before = olds.filter(({ condition }) => condition !== undefined).length;
  return (
    links.length === before &&
    links.every(({ target, condition, from }) => {
      const old = olds[from ?? -1];
      return old?.condition === condition && (old?.target === target || old?.renamed === target);
    })
  );
}

function placeOf({ from }: Link): number {
  return from ?? 0;
}
