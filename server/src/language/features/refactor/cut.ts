// A part of a prompt that is taken out of it: what it says, and what is left, written as it was.
import { atomsOf, type Atom } from "../../compile/pull/atoms.ts";
import { laidOut } from "../../compile/pull/site.ts";
import { firstThatSays } from "../../compile/pull/rewrite-text.ts";
import type * as ast from "../../syntax/ast.ts";
import { printProseParts } from "../../syntax/print.ts";
import { template } from "../../syntax/written.ts";
import { lineBreakOf } from "../../text/lines.ts";
import type { Span } from "../../text/span.ts";
import { writtenAt, type ObjectiveSpot } from "../fixes/found.ts";
import { innerIndentation } from "./pieces.ts";

export interface Cut {
  readonly taken: readonly ast.TextPart[];
  readonly left: readonly ast.TextPart[];
  /** What is left, as it stands in the text. */
  readonly written: string;
}

/** Takes out what of the text is within a span of its unit; undefined where that, or what is left, says nothing. */
export function cutOut(spot: ObjectiveSpot, text: ast.Text, { start, end }: Span): Cut | undefined {
  const atoms = atomsOf(writtenAt(spot, text.span), new Map());
  const from = placeOf(atoms, start - text.span.start);
  const to = Math.max(from, placeOf(atoms, end - text.span.start));
  const before = atoms.slice(0, startOfBlanks(atoms, from));
  const behind = atoms.slice(endOfBlanks(atoms, to));
  const joint = jointOf(atoms.slice(before.length, from), atoms.slice(to, atoms.length - behind.length));
  const left = [...before, ...(saysSomething(before) && saysSomething(behind) ? joint : []), ...behind];
  const taken = trimmed(atoms.slice(from, to));
  if (!saysSomething(taken) || !saysSomething(left)) return undefined;
  const parts = partsOf(left);
  return { taken: partsOf(taken), left: parts, written: writtenAs(spot, left, parts) };
}

/** What the parts say, with params as they are written. */
export function wordsOf(parts: readonly ast.TextPart[]): string {
  return template({ parts, form: "string", span: { start: 0, end: 0 } });
}

/** The atom that begins at the offset of the text, or the next one; neither of the quotes' own. */
function placeOf(atoms: readonly Atom[], offset: number): number {
  let at = 0;
  for (const [index, { raw }] of atoms.entries()) {
    if (at >= offset) return clamped(index, atoms);
    at += raw.length;
  }
  return clamped(atoms.length, atoms);
}

function clamped(index: number, atoms: readonly Atom[]): number {
  return Math.max(1, Math.min(index, atoms.length - 1));
}

/** Where the run of blanks before an atom begins; quotes are none. */
function startOfBlanks(atoms: readonly Atom[], index: number): number {
  let start = index;
  while (start > 1 && isBlank(atoms[start - 1])) start -= 1;
  return start;
}

function endOfBlanks(atoms: readonly Atom[], index: number): number {
  let end = index;
  while (end < atoms.length - 1 && isBlank(atoms[end])) end += 1;
  return end;
}

function isBlank(atom: Atom | undefined): boolean {
  return atom !== undefined && atom.param === undefined && atom.value.trim() === "";
}

function trimmed(atoms: readonly Atom[]): readonly Atom[] {
  const start = atoms.findIndex((it) => !isBlank(it));
  return start < 0 ? [] : atoms.slice(start, atoms.findLastIndex((it) => !isBlank(it)) + 1);
}

/** Of the blanks before and behind what goes those that keep lines apart. */
function jointOf(before: readonly Atom[], behind: readonly Atom[]): readonly Atom[] {
  const lineEndsIn = (atoms: readonly Atom[]): number => atoms.filter(({ value }) => value === "\n").length;
  if (before.length === 0) return behind;
  return lineEndsIn(behind) > lineEndsIn(before) ? behind : before;
}

function saysSomething(atoms: readonly Atom[]): boolean {
  return atoms.some((it) => !isBlank(it));
}

function partsOf(atoms: readonly Atom[]): readonly ast.TextPart[] {
  const parts: ast.TextPart[] = [];
  for (const { value, param } of atoms) {
    const last = parts.at(-1);
    if (param) parts.push(param);
    else if (typeof last === "string") parts[parts.length - 1] = last + value;
    else if (value !== "") parts.push(value);
  }
  return parts;
}

/** The pieces as they stood, if they still say so together; else as a new prompt would be written. */
function writtenAs(spot: ObjectiveSpot, atoms: readonly Atom[], parts: readonly ast.TextPart[]): string {
  const asItWas = atoms.map(({ raw }) => raw).join("");
  const printed = printProseParts("prompt", parts).slice("prompt ".length);
  return firstThatSays(parts, [asItWas, laidOut(printed, innerIndentation(spot), lineBreakOf(spot.text))]);
}
