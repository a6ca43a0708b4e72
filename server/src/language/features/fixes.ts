// Quick fixes: what can be done about a finding at once. Looked up by code, and offered only where they help.
import { check, sleepingFindings, type Check } from "../diagnostics/check.ts";
import { levelOf, type Code } from "../diagnostics/codes.ts";
import type { Finding } from "../diagnostics/finding.ts";
import type { Model } from "../model/analyze.ts";
import { withEdits } from "../model/edited.ts";
import { includePaths } from "../model/files.ts";
import type { FileEdit } from "../text/place.ts";
import { badEscape } from "./fixes/bad-escape.ts";
import { badIndent } from "./fixes/bad-indent.ts";
import { badName } from "./fixes/bad-name.ts";
import { branchingInPrompt } from "./fixes/branching-in-prompt.ts";
import { cycle } from "./fixes/cycle.ts";
import { duplicateDefaults } from "./fixes/duplicate-defaults.ts";
import { duplicateEdge } from "./fixes/duplicate-edge.ts";
import { duplicateObjective } from "./fixes/duplicate-objective.ts";
import { duplicateParam } from "./fixes/duplicate-param.ts";
import { duplicateProperty } from "./fixes/duplicate-property.ts";
import { duplicateVariable } from "./fixes/duplicate-variable.ts";
import type { Fix, MakeFixes } from "./fixes/fix.ts";
import { mixedEdges } from "./fixes/mixed-edges.ts";
import { nameWithSpaces } from "./fixes/name-with-spaces.ts";
import { noOtherwise } from "./fixes/no-otherwise.ts";
import { otherwiseAlone } from "./fixes/otherwise-alone.ts";
import { otherwiseNotLast } from "./fixes/otherwise-not-last.ts";
import { severalOtherwise } from "./fixes/several-otherwise.ts";
import { severalRequired } from "./fixes/several-required.ts";
import { severalStarts } from "./fixes/several-starts.ts";
import { singleBranch } from "./fixes/single-branch.ts";
import { suppress } from "./fixes/suppress.ts";
import { syntax } from "./fixes/syntax.ts";
import { unknownObjective } from "./fixes/unknown-objective.ts";
import { unknownParam } from "./fixes/unknown-param.ts";
import { unknownProperty } from "./fixes/unknown-property.ts";
import { unknownValue } from "./fixes/unknown-value.ts";
import { unusedParam } from "./fixes/unused-param.ts";
import { unusedSuppression } from "./fixes/unused-suppression.ts";
import { variableCase } from "./fixes/variable-case.ts";

/** One file a code; a code without an entry has nothing that could be done without thinking. */
const makers: Readonly<Partial<Record<Code, MakeFixes>>> = {
  syntax,
  "bad-escape": badEscape,
  "bad-indent": badIndent,
  "unknown-objective": unknownObjective,
  "duplicate-objective": duplicateObjective,
  "name-with-spaces": nameWithSpaces,
  "bad-name": badName,
  "unknown-property": unknownProperty,
  "unknown-value": unknownValue,
  "duplicate-property": duplicateProperty,
  "duplicate-defaults": duplicateDefaults,
  "branching-in-prompt": branchingInPrompt,
  "duplicate-variable": duplicateVariable,
  "variable-case": variableCase,
  "mixed-edges": mixedEdges,
  "no-otherwise": noOtherwise,
  "single-branch": singleBranch,
  "otherwise-alone": otherwiseAlone,
  "several-otherwise": severalOtherwise,
  "otherwise-not-last": otherwiseNotLast,
  "duplicate-edge": duplicateEdge,
  "several-required": severalRequired,
  "several-starts": severalStarts,
  cycle,
  "unknown-param": unknownParam,
  "unused-param": unusedParam,
  "duplicate-param": duplicateParam,
  "unused-suppression": unusedSuppression,
};

/** More than these of one finding nobody reads. */
const MOST = 3;

/**
 * What can be done about a finding of the check, the likeliest first; last of all, to silence it. A fix is offered only
 * where, carried out, it removes the finding and brings no error: what stands elsewhere in the set may make the usual
 * remedy a wrong one.
 */
export function fixesFor(checked: Check, finding: Finding): readonly Fix[] {
  const { model } = checked;
  const helpful = (fix: Fix): boolean => helps(checked, finding, fix.edits);
  const made = first(MOST, makers[finding.code]?.(model, finding) ?? [], helpful);
  return [...made, ...suppress(model, finding).filter(helpful)];
}

/** The set after every fix that needs no thinking and may be carried out, of the findings that are wanted. */
export function afterSafeFixes(
  checked: Check,
  isWanted: (finding: Finding) => boolean,
  mayBe: (fix: Fix) => boolean = () => true,
): Check {
  const wanted = { isWanted, mayBe };
  let state = checked;
  // What one fix makes possible elsewhere is found in another round; the limit is for fixes that would undo one another.
  for (let round = 0; round < ROUNDS; round++) {
    const after = afterRound(state, wanted);
    if (after === state) break;
    state = after;
  }
  return state;
}

const ROUNDS = 20;

interface Wanted {
  readonly isWanted: (finding: Finding) => boolean;
  readonly mayBe: (fix: Fix) => boolean;
}

/** After the safe fixes of each finding in turn; what a fix removes is followed by what stands there then. */
function afterRound(checked: Check, wanted: Wanted): Check {
  let state = checked;
  let index = 0;
  for (let left = 2 * checked.findings.length; left > 0 && index < state.findings.length; left--) {
    const fix = safeFix(state, state.findings[index], wanted);
    if (fix) state = recheck(state, fix.edits);
    else index += 1;
  }
  return state;
}

function safeFix(checked: Check, finding: Finding | undefined, { isWanted, mayBe }: Wanted): Fix | undefined {
  if (!finding || !isWanted(finding)) return undefined;
  const made = makers[finding.code]?.(checked.model, finding) ?? [];
  const safe = made.filter((it) => it.kind === "safe" && mayBe(it));
  return first(1, safe, ({ edits }) => helps(checked, finding, edits))[0];
}

/** The first few that are wanted; those behind them are not even looked at. */
function first<Item>(
  most: number,
  items: readonly Item[],
  isWanted: (item: Item) => boolean,
): readonly Item[] {
  const found: Item[] = [];
  for (const item of items) {
    if (found.length === most) break;
    if (isWanted(item)) found.push(item);
  }
  return found;
}

function helps(before: Check, finding: Finding, edits: readonly FileEdit[]): boolean {
  const after = recheck(before, edits);
  // What another file holds cannot be known here.
  if (!includesSame(before.model, after.model)) return false;
  if (countOf(after, finding) >= countOf(before, finding)) return false;
  const known = errorsByKind(before);
  return [...errorsByKind(after)].every(([kind, count]) => count <= (known.get(kind) ?? 0));
}

function recheck(before: Check, edits: readonly FileEdit[]): Check {
  return check(withEdits(before.model, edits), before);
}

function includesSame(one: Model, other: Model): boolean {
  const pathsOf = ({ files }: Model): string =>
    JSON.stringify(files.map(({ source }) => includePaths(source).toSorted()));
  return pathsOf(one) === pathsOf(other);
}

/** How many findings say the same: places move when a text is edited. */
function countOf(checked: Check, { code, file, arguments: args }: Finding): number {
  const all = levelOf(code) === "off" ? sleepingFindings(checked) : checked.findings;
  return all.filter((it) => it.code === code && it.file === file && isSame(it.arguments, args)).length;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((it, index) => it === other[index]);
}

/**
 * How many errors there are of each code. Not of each sentence: a new name, or an arrow less, may change what an error
 * that was there before says. What is wrong with the form of a text differs by its problem.
 */
function errorsByKind({ findings }: Check): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { severity, code, arguments: args } of findings) {
    if (severity !== "error") continue;
    const kind = code === "syntax" ? `syntax ${args[0] ?? ""}` : code;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
