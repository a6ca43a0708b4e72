// Quick fixes: what can be done about a finding at once. Looked up by code, and offered only where they help.
import { check, type Check } from "../diagnostics/check.ts";
import type { Code } from "../diagnostics/codes.ts";
import type { Finding } from "../diagnostics/finding.ts";
import { withEdits } from "../model/edited.ts";
import type { FileEdit } from "../text/place.ts";
import { duplicateVariable } from "./fixes/duplicate-variable.ts";
import type { Fix, MakeFixes } from "./fixes/fix.ts";

/** One file a code; a code without an entry has nothing that could be done without thinking. */
const makers: Readonly<Partial<Record<Code, MakeFixes>>> = {
  "duplicate-variable": duplicateVariable,
};

/**
 * What can be done about a finding of the check, the likeliest first. A fix is offered only where, carried out, it
 * removes the finding and brings no error: what stands elsewhere in the set may make the usual remedy a wrong one.
 */
export function fixesFor(checked: Check, finding: Finding): readonly Fix[] {
  const fixes = makers[finding.code]?.(checked.model, finding) ?? [];
  return fixes.filter(({ edits }) => helps(checked, finding, edits));
}

/** The set after every fix that needs no thinking and may be carried out, of the findings that are wanted. */
export function afterSafeFixes(
  checked: Check,
  isWanted: (finding: Finding) => boolean,
  mayBe: (fix: Fix) => boolean = () => true,
): Check {
  let state = checked;
  // Each round removes a finding; the limit is for fixes that would undo one another.
  for (let round = 0; round <= checked.findings.length; round++) {
    const fix = firstSafeFix(state, isWanted, mayBe);
    if (!fix) break;
    state = recheck(state, fix.edits);
  }
  return state;
}

function firstSafeFix(
  checked: Check,
  isWanted: (finding: Finding) => boolean,
  mayBe: (fix: Fix) => boolean,
): Fix | undefined {
  for (const finding of checked.findings.filter(isWanted)) {
    const fix = fixesFor(checked, finding).find((it) => it.kind === "safe" && mayBe(it));
    if (fix) return fix;
  }
  return undefined;
}

function helps(before: Check, finding: Finding, edits: readonly FileEdit[]): boolean {
  const after = recheck(before, edits);
  const key = keyOf(finding);
  const known = counted(before.findings);
  const now = counted(after.findings);
  if ((now.get(key) ?? 0) >= (known.get(key) ?? 0)) return false;
  const errors = after.findings.filter(({ severity }) => severity === "error");
  return errors.every((error) => (now.get(keyOf(error)) ?? 0) <= (known.get(keyOf(error)) ?? 0));
}

function recheck(before: Check, edits: readonly FileEdit[]): Check {
  return check(withEdits(before.model, edits), before);
}

/** Findings by what they say: places move when a text is edited. */
function keyOf({ code, file, arguments: args }: Finding): string {
  return JSON.stringify([code, file, args]);
}

function counted(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}
