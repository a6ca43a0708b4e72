// Names bound over a set: its files' declarations in order, and what follows from all of them together.
import { declaredIn } from "./declared.ts";
import type { Source, Unit } from "./source.ts";
import {
  DETAIL_LISTS,
  type DeclarationSymbol,
  type Lists,
  type ObjectiveSymbol,
  type ScenarioSymbol,
  type Symbols,
} from "./symbols.ts";
import { waysOf } from "./ways.ts";

/** A set that was bound before. */
export interface Bound {
  readonly sources: readonly Source[];
  readonly symbols: Symbols;
}

/** The names of the set that these files are, in their order. What was bound before stands where nothing changed. */
export function bind(sources: readonly Source[], before?: Bound): Symbols {
  const change = changeOf(sources, before);
  const lists = listed(change.declarations);
  const byName = namesOf(lists.objectives, before?.symbols);
  const ways = waysOf({ objectives: lists.objectives, byName }, before?.symbols);
  const repeated = repeatedIn(lists.objectives, change, before?.symbols);
  return { declarations: change.declarations, ...lists, byName, ...ways, repeated };
}

// ── Declarations ──

interface Change {
  readonly declarations: readonly DeclarationSymbol[];
  /** Those of them that are new. */
  readonly added: readonly DeclarationSymbol[];
  /** Those of before that are no more. */
  readonly gone: readonly DeclarationSymbol[];
}

function changeOf(sources: readonly Source[], before: Bound | undefined): Change {
  const known = before?.symbols.declarations ?? [];
  const files = sources.map(({ units }, file) => changeOfFile(file, units, { known, before }));
  const goneFiles = known.slice(placeOf(sources.length, 0, known));
  return {
    declarations: files.flatMap(({ declarations }) => declarations),
    added: files.flatMap(({ added }) => added),
    gone: [...files.flatMap(({ gone }) => gone), ...goneFiles],
  };
}

/** What stands above and below the units that changed is taken over. */
function changeOfFile(
  file: number,
  units: readonly Unit[],
  { known, before }: { readonly known: readonly DeclarationSymbol[]; readonly before: Bound | undefined },
): Change {
  const { first, end } = changedUnits(units, before?.sources[file]?.units ?? []);
  const added = units
    .slice(first, end)
    .flatMap(({ mentions }, index) => declaredIn(mentions, { file, unit: first + index }));
  const [fromFirst, fromEnd] = [placeOf(file, first, known), placeOf(file, end, known)];
  const above = known.slice(placeOf(file, 0, known), fromFirst);
  const below = known.slice(fromEnd, placeOf(file + 1, 0, known));
  return { declarations: above.concat(added, below), added, gone: known.slice(fromFirst, fromEnd) };
}

/** Where a unit goes or comes, those behind it have other places, and so have their declarations. */
function changedUnits(
  units: readonly Unit[],
  before: readonly Unit[],
): { readonly first: number; readonly end: number } {
  let first = 0;
  while (first < units.length && units[first] === before[first]) first += 1;
  let end = Math.max(units.length, before.length);
  if (units.length === before.length) while (end > first && units[end - 1] === before[end - 1]) end -= 1;
  return { first, end };
}

/** The index of the first declaration that stands in that unit, or behind it. */
function placeOf(file: number, unit: number, declarations: readonly DeclarationSymbol[]): number {
  let low = 0;
  let high = declarations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = declarations[middle]?.at;
    if (at && (at.file < file || (at.file === file && at.unit < unit))) low = middle + 1;
    else high = middle;
  }
  return low;
}

// ── Lists ──

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

// ── Names ──

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

/** The variables that are named more than once. Those of before are, but for what this change makes of them. */
function repeatedIn(
  objectives: readonly ObjectiveSymbol[],
  { added, gone }: Change,
  before: Symbols | undefined,
): ReadonlySet<string> {
  if (!before) return namedAgain(objectives);
  const more = new Map<string, number>();
  for (const name of variablesOf(added)) more.set(name, (more.get(name) ?? 0) + 1);
  for (const name of variablesOf(gone)) more.set(name, (more.get(name) ?? 0) - 1);
  // One that is named again already stays so where it is named more often, and one that is named once where it is not.
  const open = [...more].filter(([name, by]) => by !== 0 && before.repeated.has(name) === by < 0);
  if (open.length === 0) return before.repeated;
  const asked = new Set(open.map(([name]) => name));
  const standing = [...before.repeated].filter((name) => !asked.has(name));
  return new Set([...standing, ...namedAgain(objectives, asked)]);
}

function variablesOf(declarations: readonly DeclarationSymbol[]): readonly string[] {
  return declarations.filter(isObjective).flatMap(({ variables }) => variables.map(({ name }) => name));
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
      if (again.size === among?.size) return again;
    }
  }
  return again;
}
