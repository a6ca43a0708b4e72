// `// objectives-disable-next-line code`: silences a finding in the construct that starts on the next line.
import type * as ast from "../syntax/ast.ts";
import type { Unit } from "../model/source.ts";
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

const FORM = /^\/\/\/?\s*objectives-disable-next-line\b/;

export function isSuppression(comment: string): boolean {
  return FORM.test(comment);
}

/** Those of `unused-suppression` come last: what they silence is known once the others have been tried. */
export function suppressionsOf(unit: Unit): readonly Suppression[] {
  const found = unit.comments
    .filter(({ text }) => isSuppression(text))
    .flatMap((comment) => suppressionsIn(comment, unit));
  const isOfOthers = ({ code }: Suppression): boolean => code === "unused-suppression";
  return [...found.filter((it) => !isOfOthers(it)), ...found.filter(isOfOthers)];
}

/** What is wrong with a suppression that silences nothing. What a code that is off would find is not looked for, so it stays. */
export function unusedSuppression({ code, at }: Suppression): UnitFinding | undefined {
  if (!isCode(code)) return unitFinding("unused-suppression", at, code, "unknown", meantBy(code));
  return levelOf(code) === "off" ? undefined : unitFinding("unused-suppression", at, code);
}

function meantBy(word: string): string {
  return nearest(word, Object.keys(codes)) ?? "";
}

function suppressionsIn({ text, span }: ast.Comment, unit: Unit): Suppression[] {
  const codesFrom = FORM.exec(text)?.[0].length ?? 0;
  const over = { start: span.end, end: constructBelow(span.end, unit).end };
  return [...text.slice(codesFrom).matchAll(/[A-Za-z][\w-]*/g)].map((word) => {
    const start = codesFrom + word.index;
    return { code: word[0], at: shift({ start, end: start + word[0].length }, span.start), over };
  });
}

/** What stands below a comment; further comment lines between belong to it, too. */
const BELOW = /^(?:(?:\r\n|\r|\n)[^\S\r\n]*\/\/[^\r\n]*)*(?:\r\n|\r|\n)?[^\S\r\n]*([^\r\n]*)/;

/** The largest construct that begins where the next line's text begins; the line itself where none does. */
function constructBelow(end: number, { text, declarations }: Unit): Span {
  const [whole = "", line = ""] = BELOW.exec(text.slice(end)) ?? [];
  const start = end + whole.length - line.length;
  return (
    [...constructsOf(declarations)].find((span) => span.start === start) ?? {
      start,
      end: start + line.length,
    }
  );
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
