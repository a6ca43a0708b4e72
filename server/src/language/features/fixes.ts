// Quick fixes: what can be done about a finding at once. Looked up by code, and offered only where they help.
import type { Code } from "../diagnostics/codes.ts";
import type { Finding } from "../diagnostics/finding.ts";
import { badEscape } from "./fixes/bad-escape.ts";
import { badIndent } from "./fixes/bad-indent.ts";
import { badName } from "./fixes/bad-name.ts";
import { branchingInPrompt } from "./fixes/branching-in-prompt.ts";
import { keepsComments } from "./fixes/comments.ts";
import { cycle } from "./fixes/cycle.ts";
import { duplicateDefaults } from "./fixes/duplicate-defaults.ts";
import { duplicateEdge } from "./fixes/duplicate-edge.ts";
import { duplicateObjective } from "./fixes/duplicate-objective.ts";
import { duplicateParam } from "./fixes/duplicate-param.ts";
import { duplicateProperty } from "./fixes/duplicate-property.ts";
import { duplicateVariable } from "./fixes/duplicate-variable.ts";
import type { Fix, MakeFixes } from "./fixes/fix.ts";
import { helped, type Sets } from "./fixes/helped.ts";
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
 * What can be done about a finding of the first set, the likeliest first; last of all, to silence it. A fix is offered
 * only where, carried out, it removes the finding and brings no error to any of the sets: what stands elsewhere may make
 * the usual remedy a wrong one.
 */
export function fixesFor(sets: Sets, finding: Finding): readonly Fix[] {
  const isHelpful = ({ edits }: Fix): boolean => helped(sets, [finding], edits) !== undefined;
  const made = first(MOST, madeFor(sets, finding), isHelpful);
  return [...made, ...suppress(sets[0].model, finding).filter(isHelpful)];
}

/** What might be done about it: whether it helps is another question. What costs a comment is for somebody to decide. */
export function madeFor([{ model }, ...others]: Sets, finding: Finding): readonly Fix[] {
  const sharing = others.map((it) => it.model);
  const made = makers[finding.code]?.(model, finding, sharing) ?? [];
  return made.map((fix) => (keepsComments(model, fix.edits) ? fix : { ...fix, kind: "choice" }));
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
