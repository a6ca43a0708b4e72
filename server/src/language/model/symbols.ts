// The names of one set: who declares them, who uses them, and which objective each arrow leads to, as integers.
import type { Mention } from "./mentions.ts";
import type { Source } from "./source.ts";

/** A mention by its place in the set: it stays right while the text around it changes. */
export interface Ref {
  /** The index of its file in the set. */
  readonly file: number;
  readonly unit: number;
  readonly mention: number;
}

export type EdgeRole = "required" | "when" | "otherwise";

export interface EdgeSymbol {
  readonly kind: EdgeRole;
  /** Its target as written. */
  readonly name: string;
  readonly at: Ref;
  /** The index of the objective that it leads to; undefined where none has that name. */
  readonly to: number | undefined;
}

export interface ObjectiveSymbol {
  /** "" where the name is missing. */
  readonly name: string;
  readonly at: Ref;
  /** The index of its declaration in its unit. */
  readonly declaration: number;
  readonly edges: readonly EdgeSymbol[];
  readonly variables: readonly NamedRef[];
}

export interface NamedRef {
  readonly name: string;
  readonly at: Ref;
}

export interface StepSymbol extends NamedRef {
  /** The index of the objective of that name. */
  readonly objective: number | undefined;
  readonly variables: readonly NamedRef[];
}

export interface ScenarioSymbol extends NamedRef {
  readonly steps: readonly StepSymbol[];
  readonly end: Ref | undefined;
}

export interface ParamSymbol extends NamedRef {
  readonly value: string | undefined;
}

export interface Symbols {
  /** Every declared objective in order, further ones of a name included. */
  readonly objectives: readonly ObjectiveSymbol[];
  /** The first objective of each name. */
  readonly byName: ReadonlyMap<string, number>;
  readonly params: readonly ParamSymbol[];
  readonly paramUses: readonly NamedRef[];
  readonly callbacks: readonly NamedRef[];
  /** Prompts and conditions that are nothing but params. */
  readonly filledPrompts: readonly NamedRef[];
  readonly filledConditions: readonly NamedRef[];
  /** Where `confirm manual` and `modality visual` are said. */
  readonly manual: readonly NamedRef[];
  readonly visual: readonly NamedRef[];
  readonly headers: readonly NamedRef[];
  readonly defaults: readonly Ref[];
  readonly scenarios: readonly ScenarioSymbol[];
  /** The first mention of each declaration, in order: what stands before what. */
  readonly order: readonly (NamedRef & { readonly role: Mention["role"] })[];
}

interface Located {
  readonly mention: Mention;
  readonly at: Ref;
}

/** The names of the set that these files are, in their order. */
export function bind(sources: readonly Source[]): Symbols {
  const declarations = sources.flatMap(({ units }, file) =>
    units.flatMap(({ mentions }, unit) => byDeclaration(mentions, file, unit)),
  );
  const byName = firstByName(declarations);
  const of = (role: Mention["role"]): Located[] =>
    declarations.filter(([head]) => head?.mention.role === role).flatMap(([head]) => head ?? []);
  const all = (role: Mention["role"]): NamedRef[] =>
    declarations.flatMap((mentions) => mentions.filter(({ mention }) => mention.role === role).map(named));
  return {
    objectives: declarations
      .filter(([head]) => head?.mention.role === "objective")
      .flatMap((it) => objective(it, byName)),
    byName,
    params: of("param").map((it) => ({ ...named(it), value: it.mention.value })),
    paramUses: all("param-use"),
    callbacks: all("callback"),
    filledPrompts: all("filled-prompt"),
    filledConditions: all("filled-condition"),
    manual: all("manual"),
    visual: all("visual"),
    headers: of("header").map(named),
    defaults: of("defaults").map(({ at }) => at),
    scenarios: declarations
      .filter(([head]) => head?.mention.role === "scenario")
      .flatMap((it) => scenario(it, byName)),
    order: declarations.flatMap(([head]) => (head ? [{ ...named(head), role: head.mention.role }] : [])),
  };
}

/** The objectives that a name stands for, first by first. */
function firstByName(declarations: readonly (readonly Located[])[]): ReadonlyMap<string, number> {
  const byName = new Map<string, number>();
  let index = 0;
  for (const [head] of declarations) {
    if (head?.mention.role !== "objective") continue;
    const { name } = head.mention;
    if (name !== "" && !byName.has(name)) byName.set(name, index);
    index += 1;
  }
  return byName;
}

/** The mentions of each declaration; one that mentions nothing is left out. */
function byDeclaration(mentions: readonly Mention[], file: number, unit: number): Located[][] {
  const groups = new Map<number, Located[]>();
  mentions.forEach((mention, index) => {
    const located = { mention, at: { file, unit, mention: index } };
    const group = groups.get(mention.declaration);
    if (group) group.push(located);
    else groups.set(mention.declaration, [located]);
  });
  return [...groups.values()];
}

function named({ mention, at }: Located): NamedRef {
  return { name: mention.name, at };
}

function objective(mentions: readonly Located[], byName: ReadonlyMap<string, number>): ObjectiveSymbol[] {
  const [head] = mentions;
  if (!head) return [];
  const edges = mentions.flatMap(({ mention, at }): EdgeSymbol[] =>
    isEdgeRole(mention.role)
      ? [{ kind: mention.role, name: mention.name, at, to: byName.get(mention.name) }]
      : [],
  );
  const variables = mentions.filter(({ mention }) => mention.role === "variable").map(named);
  return [{ ...named(head), declaration: head.mention.declaration, edges, variables }];
}

function isEdgeRole(role: Mention["role"]): role is EdgeRole {
  return role === "required" || role === "when" || role === "otherwise";
}

function scenario(mentions: readonly Located[], byName: ReadonlyMap<string, number>): ScenarioSymbol[] {
  const [head] = mentions;
  if (!head) return [];
  const steps: (StepSymbol & { readonly variables: NamedRef[] })[] = [];
  for (const located of mentions) {
    const { role, name } = located.mention;
    if (role === "step") steps.push({ ...named(located), objective: byName.get(name), variables: [] });
    else if (role === "step-variable") steps.at(-1)?.variables.push(named(located));
  }
  const end = mentions.find(({ mention }) => mention.role === "end")?.at;
  return [{ ...named(head), steps, end }];
}
