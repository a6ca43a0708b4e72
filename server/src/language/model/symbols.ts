// The names of one set: who declares them, who uses them, and which objective each arrow leads to, as integers.
import type { Role } from "./mentions.ts";
import type { Ways } from "./ways.ts";

/** A mention by its place in the set: it stays right while the text around it changes. */
export interface Ref {
  /** The index of its file in the set. */
  readonly file: number;
  readonly unit: number;
  readonly mention: number;
}

export interface NamedRef {
  readonly name: string;
  readonly at: Ref;
}

/** A name in an objective, with its place: most names of a set are such ones, and an object for each place would be as many. */
export interface NamedPlace extends Ref {
  readonly name: string;
}

export type EdgeRole = "required" | "when" | "otherwise";

/** Its name is its target's, as written. */
export interface EdgeSymbol extends NamedPlace {
  readonly kind: EdgeRole;
}

/** A declaration by the first of its mentions. It says nothing of other declarations, so it stands while these change. */
export interface DeclarationSymbol extends NamedRef {
  readonly role: Role;
  /** Its index in its unit. */
  readonly declaration: number;
  /** What it has that declarations of other kinds may have, too. */
  readonly details: readonly Detail[];
  readonly value?: string | undefined;
}

export interface Detail extends NamedRef {
  readonly role: DetailRole;
}

/** Its name is "" where it is missing. */
export interface ObjectiveSymbol extends DeclarationSymbol {
  readonly role: "objective";
  readonly edges: readonly EdgeSymbol[];
  readonly variables: readonly NamedPlace[];
}

export interface StepSymbol extends NamedRef {
  readonly variables: readonly NamedRef[];
}

export interface ScenarioSymbol extends DeclarationSymbol {
  readonly role: "scenario";
  readonly steps: readonly StepSymbol[];
  readonly end: Ref | undefined;
}

export interface Symbols extends Lists {
  /** Every declaration in order. */
  readonly declarations: readonly DeclarationSymbol[];
  /** The first objective of each name. */
  readonly byName: ReadonlyMap<string, number>;
  /** The objectives that each one leads to, in the order of its arrows, each once. */
  readonly next: Ways;
  /** The arrows that lead to no objective. */
  readonly lost: readonly EdgeSymbol[];
  /** The variables that are named more than once. */
  readonly repeated: ReadonlySet<string>;
}

export interface Lists {
  /** Every declared objective in order, further ones of a name included. */
  readonly objectives: readonly ObjectiveSymbol[];
  readonly scenarios: readonly ScenarioSymbol[];
  readonly headers: readonly DeclarationSymbol[];
  readonly defaults: readonly DeclarationSymbol[];
  readonly params: readonly DeclarationSymbol[];
  readonly paramUses: readonly NamedRef[];
  readonly callbacks: readonly NamedRef[];
  /** Prompts and conditions that are nothing but params. */
  readonly filledPrompts: readonly NamedRef[];
  readonly filledConditions: readonly NamedRef[];
  /** Variables that are not named as one should be. */
  readonly oddVariables: readonly NamedRef[];
  /** Where `confirm manual` and `modality visual` are said. */
  readonly manual: readonly NamedRef[];
  readonly visual: readonly NamedRef[];
}

/** The list of what stands in declarations of several kinds. */
export const DETAIL_LISTS = {
  "param-use": "paramUses",
  callback: "callbacks",
  "filled-prompt": "filledPrompts",
  "filled-condition": "filledConditions",
  "odd-variable": "oddVariables",
  manual: "manual",
  visual: "visual",
} as const satisfies Readonly<Partial<Record<Role, keyof Lists>>>;

type DetailRole = keyof typeof DETAIL_LISTS;

/** The first objective of the name. */
export function objectiveNamed({ objectives, byName }: Symbols, name: string): ObjectiveSymbol | undefined {
  return objectives[byName.get(name) ?? -1];
}
