// `// objectives-disable-next-line code`: silences a finding in the construct that starts on the next line.
import type * as ast from "../syntax/ast.ts";
import type { Unit } from "../model/source.ts";
import { lineEnd } from "../text/lines.ts";
import { nearest } from "../text/nearest.ts";
import { shift, type Span } from "../text/span.ts";
import { codes, isCode, levelOf } from "./codes.ts";
import { unitFinding, type UnitFinding } from "./finding.ts";

export interface Suppression {
  readonly code: string;
  /** Where the code is written, relative to the unit. */
  readonly at: Span;
  /** What it silences, relative to the unit: the construct, and the comments between. */
  readonly over: Span;
}

/** The words of a comment that silences something, before its codes. */
export const SUPPRESSING = "objectives-disable-next-line";

const FORM = new RegExp(String.raw`^///?\s*${SUPPRESSING}\b`);

export function isSuppression(comment: string): boolean {
  return FORM.test(comment);
}

/** Those of `unused-suppression` come last: what they silence is known once the others have been tried. */
export function suppressionsOf(unit: Unit): readonly Suppression[] {
  if (!unit.comments.some(({ text }) => isSuppression(text))) return [];
  const ends = constructEnds(unit);
  const starts = startsBelow(unit);
  const found = unit.comments.flatMap((comment, index) => {
    const start = starts[index] ?? comment.span.end;
    return suppressionsIn(comment, ends.get(start) ?? lineEnd(unit.text, start));
  });
  const isOfOthers = ({ code }: Suppression): boolean => code === "unused-suppression";
  return [...found.filter((it) => !isOfOthers(it)), ...found.filter(isOfOthers)];
}

/** What is wrong with a suppression that silences nothing. What a code that is off would find is not looked for, so it stays. */
export function unusedSuppression({ code, at }: Suppression): UnitFinding | undefined {
  if (!isCode(code)) return unitFinding("unused-suppression", at, code, "unknown", meantBy(code));
  return levelOf(code) === "off" ? undefined : unitFinding("unused-suppression", at, code);
}

/** Comments that were meant to silence something and cannot: without a code, or in words of other tools. */
export function misunderstood({ comments }: Unit): readonly UnitFinding[] {
  return comments.flatMap(({ text, span }) => {
    const [form, word = ""] = LIKE_FORM.exec(text) ?? [];
    if (form === undefined) return [];
    const end = form.length;
    const at = shift({ start: end - word.length, end }, span.start);
    if (word !== SUPPRESSING) return [unitFinding("unused-suppression", at, word, "form")];
    return text.slice(end, endOfCodes(text)).trim() === ""
      ? [unitFinding("unused-suppression", at, word, "no-code")]
      : [];
  });
}

const LIKE_FORM = /^\/\/\/?\s*(objectives?-(?:disable|ignore|suppress)[\w-]*)/;

/** Where the codes of a comment begin, relative to it; undefined where it silences nothing. */
export function startOfCodes(text: string): number | undefined {
  return FORM.exec(text)?.[0].length;
}

/** Where the codes of a comment end, relative to it: a reason may stand behind `--`. */
export function endOfCodes(text: string): number {
  const reason = text.search(/\s--(?:\s|$)/);
  return (reason < 0 ? text : text.slice(0, reason)).trimEnd().length;
}

function meantBy(word: string): string {
  return nearest(word, Object.keys(codes)) ?? "";
}

function suppressionsIn({ text, span }: ast.Comment, end: number): Suppression[] {
  const first = startOfCodes(text);
  if (first === undefined) return [];
  return [...text.slice(first, endOfCodes(text)).matchAll(/[A-Za-z][\w-]*/g)].map((word) => {
    const start = first + word.index;
    const at = shift({ start, end: start + word[0].length }, span.start);
    return { code: word[0], at, over: { start: span.end, end } };
  });
}

/** Where the text of the line below each comment begins; further comment lines between belong to the comment, too. */
function startsBelow({ text, comments }: Unit): readonly number[] {
  const starts: number[] = [];
  let below: number | undefined;
  for (const [index, { span }] of [...comments.entries()].reverse()) {
    NEXT_TEXT.lastIndex = span.end;
    NEXT_TEXT.test(text);
    const next = NEXT_TEXT.lastIndex;
    below = below !== undefined && next === comments[index + 1]?.span.start ? below : next;
    starts[index] = below;
  }
  return starts;
}

const NEXT_TEXT = /(?:\r\n|\r|\n)?[^\S\r\n]*/y;

/** Where the largest construct ends that begins at an offset. */
function constructEnds({ declarations }: Unit): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { start, end } of constructsOf(declarations)) if (!ends.has(start)) ends.set(start, end);
  return ends;
}

/** What a comment can speak of, the larger before the smaller. */
export function* constructsOf(declarations: readonly ast.Declaration[]): Iterable<Span> {
  for (const declaration of declarations) {
    yield declaration.span;
    if (declaration.kind === "objective") yield* spansOf([...declaration.properties, ...declaration.edges]);
    else if (declaration.kind === "defaults") yield* spansOf(declaration.properties);
    else if (declaration.kind === "scenario")
      yield* spansOf(declaration.steps.flatMap((step) => [step, ...step.values]));
  }
}

function spansOf(nodes: readonly { readonly span: Span }[]): readonly Span[] {
  return nodes.map(({ span }) => span);
}
