// The names of one set: who declares them, who uses them, and which objective each arrow leads to, as integers.
import { sized } from "../text/sized.ts";
import { sameSignature, type Mention } from "./mentions.ts";
import type { Source, Unit } from "./source.ts";
import { waysOf, type Ways } from "./ways.ts";

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

export type EdgeRole = "required" | "when" | "otherwise";

/** Its name is its target's, as written. */
export interface EdgeSymbol extends NamedRef {
  readonly kind: EdgeRole;
}

/** A declaration by the first of its mentions. It says nothing of other declarations, so it stands while these change. */
export interface DeclarationSymbol extends NamedRef {
  readonly role: Mention["role"];
  /** Its index in its unit. */
  readonly declaration: number;
  /** What it has that declarations of other kinds may have, too. */
  readonly details: readonly Detail[];
  readonly value?: string | undefined;
}

interface Detail extends NamedRef {
  readonly role: DetailRole;
}

/** Its name is "" where it is missing. */
export interface ObjectiveSymbol extends DeclarationSymbol {
  readonly role: "objective";
  readonly edges: readonly EdgeSymbol[];
  readonly variables: readonly NamedRef[];
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

interface Lists {
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

/** A set that was bound before. */
export interface Bound {
  readonly sources: readonly Source[];
  readonly symbols: Symbols;
}

/** The names of the set that these files are, in their order. What was bound before stands where nothing changed. */
export function bind(sources: readonly Source[], before?: Bound): Symbols {
  const { declarations, changed } = declarationsIn(sources, before);
  const lists = listed(declarations);
  const byName = namesOf(lists.objectives, before?.symbols);
  const ways = waysOf(lists.objectives, byName);
  const repeated = repeatedIn(lists.objectives, before && { changed, repeated: before.symbols.repeated });
  return { declarations, ...lists, byName, ...ways, repeated };
}

interface Declarations {
  readonly declarations: readonly DeclarationSymbol[];
  /** Those that are new, and those of before that are no more. */
  readonly changed: readonly DeclarationSymbol[];
}

/** The first objective of the name. */
export function objectiveNamed({ objectives, byName }: Symbols, name: string): ObjectiveSymbol | undefined {
  return objectives[byName.get(name) ?? -1];
}

/** Unit by unit; what was declared before is gone through beside them, as it is in their order. */
function declarationsIn(sources: readonly Source[], before?: Bound): Declarations {
  const declarations: DeclarationSymbol[] = [];
  const changed: DeclarationSymbol[] = [];
  const known = before?.symbols.declarations ?? [];
  let next = 0;
  for (const [file, { units }] of sources.entries()) {
    const unitsBefore = before?.sources[file]?.units ?? [];
    for (const [unit, { mentions }] of units.entries()) {
      const stands = isAlike(mentions, unitsBefore[unit]);
      const added = stands ? [] : declaredIn(mentions, { file, unit });
      for (const it of added) declarations.push(it);
      for (const it of added) changed.push(it);
      for (let it = known[next]; it && !isBehind(it.at, file, unit); it = known[++next]) {
        (stands && it.at.file === file && it.at.unit === unit ? declarations : changed).push(it);
      }
    }
  }
  return { declarations, changed: [...changed, ...known.slice(next)] };
}

function isAlike(mentions: readonly Mention[], before: Unit | undefined): boolean {
  return before !== undefined && (before.mentions === mentions || sameSignature(before.mentions, mentions));
}

function isBehind(at: Ref, file: number, unit: number): boolean {
  return at.file > file || (at.file === file && at.unit > unit);
}

interface Located {
  readonly mention: Mention;
  readonly at: Ref;
}

/** What a unit declares. */
function declaredIn(mentions: readonly Mention[], place: Omit<Ref, "mention">): readonly DeclarationSymbol[] {
  const declarations: DeclarationSymbol[] = [];
  for (let first = 0; first < mentions.length;) {
    const group = groupFrom(first, mentions, place);
    const [head] = group;
    if (head) declarations.push(declaration(head, group));
    first += group.length;
  }
  return declarations;
}

/** The mentions of one declaration, from its first on. */
function groupFrom(
  first: number,
  mentions: readonly Mention[],
  { file, unit }: Omit<Ref, "mention">,
): readonly Located[] {
  const group: Located[] = [];
  for (let index = first; index < mentions.length; index++) {
    const mention = mentions[index];
    if (!mention || mention.declaration !== mentions[first]?.declaration) break;
    group.push({ mention, at: { file, unit, mention: index } });
  }
  return group;
}

function declaration(head: Located, group: readonly Located[]): DeclarationSymbol {
  const { role, value } = head.mention;
  if (role === "objective") return objective(role, head, group);
  if (role === "scenario") return scenario(role, head, group);
  return { role, ...declared(head, group), value };
}

function declared({ mention, at }: Located, group: readonly Located[]): Omit<DeclarationSymbol, "role"> {
  const details: Detail[] = [];
  for (const it of group)
    if (isDetail(it.mention.role)) details.push({ role: it.mention.role, ...named(it) });
  return { name: mention.name, at, declaration: mention.declaration, details: sized(details) };
}

function named({ mention, at }: Located): NamedRef {
  return { name: mention.name, at };
}

function objective(role: ObjectiveSymbol["role"], head: Located, group: readonly Located[]): ObjectiveSymbol {
  const edges: EdgeSymbol[] = [];
  const variables: NamedRef[] = [];
  for (const it of group) {
    const { role: kind, name } = it.mention;
    if (isEdgeRole(kind)) edges.push({ kind, name, at: it.at });
    else if (kind === "variable") variables.push(named(it));
  }
  return { role, ...declared(head, group), edges: sized(edges), variables: sized(variables) };
}

function isEdgeRole(role: Mention["role"]): role is EdgeRole {
  return role === "required" || role === "when" || role === "otherwise";
}

function scenario(role: ScenarioSymbol["role"], head: Located, group: readonly Located[]): ScenarioSymbol {
  const steps: (StepSymbol & { readonly variables: NamedRef[] })[] = [];
  for (const it of group) {
    if (it.mention.role === "step") steps.push({ ...named(it), variables: [] });
    else if (it.mention.role === "step-variable") steps.at(-1)?.variables.push(named(it));
  }
  const end = group.find(({ mention }) => mention.role === "end")?.at;
  return { role, ...declared(head, group), steps, end };
}

/** The variables that are named more than once; with those of before, only what has changed is counted. */
function repeatedIn(
  objectives: readonly ObjectiveSymbol[],
  before: (Pick<Declarations, "changed"> & Pick<Symbols, "repeated">) | undefined,
): ReadonlySet<string> {
  if (!before) return namedAgain(objectives);
  const changed = new Set(before.changed.filter(isObjective).flatMap(variableNames));
  const standing = [...before.repeated].filter((name) => !changed.has(name));
  return new Set([...standing, ...namedAgain(objectives, changed)]);
}

function variableNames({ variables }: ObjectiveSymbol): readonly string[] {
  return variables.map(({ name }) => name);
}

/** The variables that are named more than once, of all or among these. */
function namedAgain(
  objectives: readonly ObjectiveSymbol[],
  among?: ReadonlySet<string>,
): ReadonlySet<string> {
  const seen = new Set([""]);
  const again = new Set<string>();
  for (const { variables } of objectives) {
    for (const { name } of variables) {
      if (among && !among.has(name)) continue;
      const { size } = seen;
      seen.add(name);
      if (seen.size === size && name !== "") again.add(name);
    }
  }
  return again;
}

/** The lists of a set while they are put together. */
type Growing = { readonly [Key in keyof Lists]: Lists[Key][number][] };

function listed(declarations: readonly DeclarationSymbol[]): Lists {
  const lists: Growing = {
    objectives: [],
    scenarios: [],
    headers: [],
    defaults: [],
    params: [],
    paramUses: [],
    callbacks: [],
    filledPrompts: [],
    filledConditions: [],
    oddVariables: [],
    manual: [],
    visual: [],
  };
  for (const declaration of declarations) {
    if (isObjective(declaration)) lists.objectives.push(declaration);
    else if (isScenario(declaration)) lists.scenarios.push(declaration);
    else if (declaration.role === "param") lists.params.push(declaration);
    else if (declaration.role === "header") lists.headers.push(declaration);
    else if (declaration.role === "defaults") lists.defaults.push(declaration);
    for (const detail of declaration.details) lists[DETAIL_LISTS[detail.role]].push(detail);
  }
  return lists;
}

function isObjective(declaration: DeclarationSymbol): declaration is ObjectiveSymbol {
  return declaration.role === "objective";
}

function isScenario(declaration: DeclarationSymbol): declaration is ScenarioSymbol {
  return declaration.role === "scenario";
}

/** The list of what stands in declarations of several kinds. */
const DETAIL_LISTS = {
  "param-use": "paramUses",
  callback: "callbacks",
  "filled-prompt": "filledPrompts",
  "filled-condition": "filledConditions",
  "odd-variable": "oddVariables",
  manual: "manual",
  visual: "visual",
} as const satisfies Readonly<Partial<Record<Mention["role"], keyof Lists>>>;

type DetailRole = keyof typeof DETAIL_LISTS;

function isDetail(role: Mention["role"]): role is DetailRole {
  return role in DETAIL_LISTS;
}

/** The objectives that a name stands for, first by first; the names before, where they are the same. */
function namesOf(objectives: readonly ObjectiveSymbol[], before?: Symbols): Symbols["byName"] {
  if (before && areNamedAlike(objectives, before.objectives)) return before.byName;
  const byName = new Map<string, number>();
  for (const [index, { name }] of objectives.entries()) {
    if (name !== "" && !byName.has(name)) byName.set(name, index);
  }
  return byName;
}

function areNamedAlike(those: readonly ObjectiveSymbol[], others: readonly ObjectiveSymbol[]): boolean {
  return those.length === others.length && those.every(({ name }, index) => name === others[index]?.name);
}
