// Names that are written as other languages write them, and lists of them.
import { sourceOf, type Model } from "../../../model/analyze.ts";
import type * as ast from "../../../syntax/ast.ts";
import { printName, printString } from "../../../syntax/print.ts";
import { isOnOneLine } from "../../../text/lines.ts";
import type { FileEdit } from "../../../text/place.ts";
import { isJoiningWord } from "../../../syntax/name-words.ts";
import { sentence } from "../../../text/sentence.ts";
import { covers, type Span } from "../../../text/span.ts";
import { renamedIn } from "../../rename.ts";
import { choice, safe, type Fix } from "../fix.ts";
import { edit, hasComments, insertion, writtenAt, type Found } from "../found.ts";
import { endBefore, startBehind, type Broken } from "./mend.ts";

/** Whatever leads to the first of the words, with or without the others, was meant to lead here. */
export function nameInWords({ model, others, found, args: [suggestion = ""] }: Broken): readonly Fix[] {
  const { declaration, span } = found;
  if (declaration?.kind !== "objective" && declaration?.kind !== "param") return [];
  const words = writtenAt(found, span);
  const name = declaration.name?.text ?? "";
  const own = edit(found, span, printName(suggestion));
  const elsewhere = renamedIn([model, ...others], declaration.kind, name, suggestion)
    .filter((it) => it.file !== own.file || it.span.start !== own.span.start)
    .map((it) => withFurtherWords([model, ...others], it, words.slice(name.length)));
  // Without a brace the last of the words may have been meant for it.
  const isWhole = declaration.kind === "param" || declaration.body !== undefined;
  const make = isWhole && !/\s(?:do|begin|is|as|then)$/i.test(words) ? safe : choice;
  return [make(sentence`Replace '${words}' by '${suggestion}'`, own, ...elsewhere)];
}

/** What has the name without its marks, or gets it here, was meant. */
export function marksInName({ model, found, args: [, suggestion = ""] }: Broken): readonly Fix[] {
  const make = model.symbols.byName.has(suggestion) ? safe : choice;
  return [make(sentence`Write '${suggestion}'`, edit(found, found.span, printName(suggestion)))];
}

function withFurtherWords(models: readonly Model[], it: FileEdit, further: string): FileEdit {
  const { start, end } = it.span;
  const [source] = models.flatMap((model) => sourceOf(model, it.file) ?? []);
  const isWhole = source && source.text.startsWith(further, end);
  return isWhole ? { ...it, span: { start, end: end + further.length } } : it;
}

export function reservedWord({ found, args: [word = ""] }: Broken): readonly Fix[] {
  return [safe(sentence`Write ${printString(word)}, in quotes`, edit(found, found.span, printString(word)))];
}

/** Several names, or one in several words: nobody can know. */
export function missingComma({ found, args: [name = "", joined = ""] }: Broken): readonly Fix[] {
  const list = collectAround(found)?.names ?? [];
  const span = { start: list[0]?.span.start ?? 0, end: list.at(-1)?.span.end ?? 0 };
  const asSeveral = isJoiningWord(name) ? withoutJoining(found, span) : withCommas(found, list, name);
  const asOne =
    joined === "" ? [] : [choice(sentence`Write '${joined}'`, edit(found, span, printName(joined)))];
  return [asSeveral, ...asOne];
}

/** With a comma wherever one is missing between two names of the list. */
function withCommas(found: Found, names: readonly ast.Name[], name: string): Fix {
  const gaps = names.flatMap(({ span }, index) => {
    const next = names[index + 1];
    const isGap = next && writtenAt(found, { start: span.end, end: next.span.start }).trim() === "";
    return isGap ? [span.end] : [];
  });
  const title =
    gaps.length === 1 ? sentence`Put a comma before '${name}'` : sentence`Put commas between the names`;
  return choice(title, ...gaps.map((at) => insertion(found, at, ",")));
}

/** `a and b` */
function withoutJoining(found: Found, span: Span): Fix {
  const list = writtenAt(found, span).replaceAll(JOINING, ", ");
  return choice(sentence`Write '${list}'`, edit(found, span, list));
}

const JOINING = /\s+(?:and|or)\s+/gi;

export function variablesInWords({ found, args: [suggestion = ""] }: Broken): readonly Fix[] {
  const words = writtenAt(found, found.span);
  const apart = words.replaceAll(JOINING, ", ").replaceAll(/(?<![\s,])\s+(?![\s,])/g, ", ");
  return [
    choice(sentence`Write '${suggestion}'`, edit(found, found.span, suggestion)),
    choice(sentence`Put commas between the words`, edit(found, found.span, apart)),
  ];
}

/** A comma behind which, or before which, no name stands. */
export function missingVariable({ found }: Broken): readonly Fix[] {
  const { span, unit } = found;
  const isComma = writtenAt(found, span) === ",";
  const comma = isComma ? span.start : startBehind(found, span.end);
  if (unit.text[comma] !== ",") return [];
  const behind = startBehind(found, comma + 1);
  // Behind a comment of another language the list may go on.
  if (/^(?:#|\/\*)/.test(unit.text.slice(behind))) return [];
  const isLast = unit.text[behind] !== ",";
  const start = isLast && isComma ? endBefore(found, comma) : comma;
  return [
    safe(sentence`Remove the comma`, edit(found, { start, end: isLast && isComma ? comma + 1 : behind }, "")),
  ];
}

/** A comment in the list would be lost, and one behind a list over several lines may be about its last name. */
export function wrappedNames({ found }: Broken): readonly Fix[] {
  const collect = collectAround(found);
  const list = collect?.names ?? [];
  const wrapped = list.filter(({ span }) => covers(found.span, span));
  const names = wrapped.map(({ text }) => printName(text)).join(", ");
  if (!collect || names === "" || goesOn(writtenAt(found, found.span))) return [];
  if (hasComments(found, { start: collect.keyword.end, end: found.span.end })) return [];
  const title =
    wrapped.length === list.length ? sentence`Write 'collect ${names}'` : sentence`Write '${names}'`;
  const span = { start: endBefore(found, found.span.start), end: found.span.end };
  const make = isOnOneLine(found.unit.text, span) ? safe : choice;
  return [make(title, edit(found, span, ` ${names}`))];
}

/** Whether more names may follow: behind a comma, or before a bracket on a later line. */
function goesOn(list: string): boolean {
  return list.endsWith(",") || (/[[(]/.test(list) && !/[\])]/.test(list));
}

/** The name without what stands around it. */
export function wrappedTarget({ found, args: [name = ""] }: Broken): readonly Fix[] {
  if (hasComments(found, found.span)) return [];
  const blank = /\w/.test(found.unit.text.charAt(found.span.start - 1)) ? " " : "";
  return [safe(sentence`Write '${printName(name)}'`, edit(found, found.span, blank + printName(name)))];
}

function collectAround({ declaration, span }: Found): ast.Collect | undefined {
  if (declaration?.kind !== "objective") return undefined;
  const property = declaration.properties.find((it) => covers(it.span, span));
  return property?.kind === "collect" ? property : undefined;
}
