// Whether edits help: what they are for is gone, and no set that shares files has an error more.
import { check, sleepingFindings, type Check } from "../../diagnostics/check.ts";
import { levelOf } from "../../diagnostics/codes.ts";
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { withEdits } from "../../model/edited.ts";
import { includePaths } from "../../model/files.ts";
import type { FileEdit } from "../../text/place.ts";

/** The set that is mended, and others that may share files with it. */
export type Sets = readonly [Check, ...Check[]];

/** The sets after the edits, which remove the findings of the first; undefined where they do not help. */
export function helped(
  before: Sets,
  findings: readonly Finding[],
  edits: readonly FileEdit[],
): Sets | undefined {
  if (!areApart(edits)) return undefined;
  const [own, ...others] = before;
  const after = recheck(own, edits);
  if (!isRid(own, after, findings) || !isNoWorse(own, after)) return undefined;
  const further = others.map((it) => recheck(it, edits));
  return others.every((it, index) => isNoWorse(it, further[index] ?? it)) ? [after, ...further] : undefined;
}

function areApart(edits: readonly FileEdit[]): boolean {
  const inOrder = edits.toSorted(
    (one, other) => one.span.start - other.span.start || one.span.end - other.span.end,
  );
  const ends = new Map<string, number>();
  return inOrder.every(({ file, span }) => {
    const isBehind = span.start >= (ends.get(file) ?? 0);
    ends.set(file, span.end);
    return isBehind;
  });
}

function recheck(before: Check, edits: readonly FileEdit[]): Check {
  const own = edits.filter(({ file }) => before.model.files.some(({ id }) => id === file));
  return own.length === 0 ? before : check(withEdits(before.model, own), before);
}

/** How many say the same is what counts: places move when a text is edited. */
function isRid(before: Check, after: Check, findings: readonly Finding[]): boolean {
  const isSleeping = findings.some(({ code }) => levelOf(code) === "off");
  const saidIn = (checked: Check): ReadonlyMap<string, number> =>
    counted([...checked.findings, ...(isSleeping ? sleepingFindings(checked) : [])].map(said));
  const [was, is] = [saidIn(before), saidIn(after)];
  return [...counted(findings.map(said))].every(
    ([key, count]) => (is.get(key) ?? 0) <= (was.get(key) ?? 0) - count,
  );
}

function said({ code, file, arguments: args }: Pick<Finding, "code" | "file" | "arguments">): string {
  return JSON.stringify([code, file, args]);
}

/** What a file holds that was not included before cannot be known here. */
function isNoWorse(before: Check, after: Check): boolean {
  if (after === before) return true;
  if (!includesSame(before.model, after.model)) return false;
  const known = errorsByKind([...before.findings, ...before.explained]);
  return [...errorsByKind(after.findings)].every(([kind, count]) => count <= (known.get(kind) ?? 0));
}

function includesSame(one: Model, other: Model): boolean {
  const pathsOf = ({ files }: Model): string =>
    JSON.stringify(files.map(({ source }) => includePaths(source).toSorted()));
  return pathsOf(one) === pathsOf(other);
}

/**
 * How many errors there are of each code. Not of each sentence: a new name, or an arrow less, may change what an error
 * that was there before says. One that another explained was there, too. What is wrong with the form of a text differs by its problem.
 */
function errorsByKind(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const errors = findings.filter(({ severity }) => severity === "error");
  return counted(
    errors.map(({ code, arguments: [first = ""] }) => (code === "syntax" ? `syntax ${first}` : code)),
  );
}

function counted(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
