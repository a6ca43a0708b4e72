// The names of one set: who declares them, who uses them, and which objective each arrow leads to, as integers.
import { sized } from "../text/sized.ts";
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

/** The names of the set that these files are, in their order. */
export function bind(sources: readonly Source[]): Symbols {
  const lists = emptyLists(objectivesByName(sources));
  sources.forEach(({ units }, file) =>
    units.forEach(({ mentions }, unit) => addUnit(mentions, { file, unit }, lists)),
  );
  return lists;
}

/** The objectives that a name stands for, first by first. */
function objectivesByName(sources: readonly Source[]): ReadonlyMap<string, number> {
  const byName = new Map<string, number>();
  let index = 0;
  for (const { units } of sources) {
    for (const { mentions } of units) index = addNames(mentions, byName, index);
  }
  return byName;
}

/** Adds the names of a unit's objectives, of which the first has that index; returns that of the next one. */
function addNames(mentions: readonly Mention[], byName: Map<string, number>, first: number): number {
  let index = first;
  for (const { role, name } of mentions) {
    if (role !== "objective") continue;
    if (name !== "" && !byName.has(name)) byName.set(name, index);
    index += 1;
  }
  return index;
}

/** The symbols while they are put together. */
type Lists = { readonly [Key in keyof Symbols]: Growing<Symbols[Key]> };
type Growing<List> = List extends readonly (infer Item)[] ? Item[] : List;

function emptyLists(byName: Symbols["byName"]): Lists {
  return {
    objectives: [],
    byName,
    params: [],
    paramUses: [],
    callbacks: [],
    filledPrompts: [],
    filledConditions: [],
    manual: [],
    visual: [],
    headers: [],
    defaults: [],
    scenarios: [],
    order: [],
  };
}

interface Located {
  readonly mention: Mention;
  readonly at: Ref;
}

/** Adds what a unit mentions, declaration by declaration. */
function addUnit(mentions: readonly Mention[], { file, unit }: Omit<Ref, "mention">, lists: Lists): void {
  let group: Located[] = [];
  mentions.forEach((mention, index) => {
    if (mention.declaration !== group[0]?.mention.declaration) {
      addDeclaration(group, lists);
      group = [];
    }
    group.push({ mention, at: { file, unit, mention: index } });
  });
  addDeclaration(group, lists);
}

function addDeclaration(group: readonly Located[], lists: Lists): void {
  const [head] = group;
  if (!head) return;
  const declared = named(head);
  const { role, value } = head.mention;
  lists.order.push({ name: declared.name, at: declared.at, role });
  if (role === "objective") lists.objectives.push(objective(head, group, lists.byName));
  else if (role === "scenario") lists.scenarios.push(scenario(head, group, lists.byName));
  else if (role === "param") lists.params.push({ ...declared, value });
  else if (role === "header") lists.headers.push(declared);
  else if (role === "defaults") lists.defaults.push(declared.at);
  for (const it of group) listOf(it.mention.role, lists)?.push(named(it));
}

/** The list of what stands in declarations of several kinds. */
function listOf(role: Mention["role"], lists: Lists): NamedRef[] | undefined {
  switch (role) {
    case "param-use":
      return lists.paramUses;
    case "callback":
      return lists.callbacks;
    case "filled-prompt":
      return lists.filledPrompts;
    case "filled-condition":
      return lists.filledConditions;
    case "manual":
      return lists.manual;
    case "visual":
      return lists.visual;
    default:
      return undefined;
  }
}

function named({ mention, at }: Located): NamedRef {
  return { name: mention.name, at };
}

function objective(head: Located, group: readonly Located[], byName: Symbols["byName"]): ObjectiveSymbol {
  const edges: EdgeSymbol[] = [];
  const variables: NamedRef[] = [];
  for (const it of group) {
    const { role, name } = it.mention;
    if (isEdgeRole(role)) edges.push({ kind: role, name, at: it.at, to: byName.get(name) });
    else if (role === "variable") variables.push(named(it));
  }
  const { name, declaration } = head.mention;
  return { name, at: head.at, declaration, edges: sized(edges), variables: sized(variables) };
}

function isEdgeRole(role: Mention["role"]): role is EdgeRole {
  return role === "required" || role === "when" || role === "otherwise";
}

function scenario(head: Located, group: readonly Located[], byName: Symbols["byName"]): ScenarioSymbol {
  const steps: (StepSymbol & { readonly variables: NamedRef[] })[] = [];
  for (const it of group) {
    const { role, name } = it.mention;
    if (role === "step") steps.push({ ...named(it), objective: byName.get(name), variables: [] });
    else if (role === "step-variable") steps.at(-1)?.variables.push(named(it));
  }
  const end = group.find(({ mention }) => mention.role === "end")?.at;
  return { ...named(head), steps, end };
}
