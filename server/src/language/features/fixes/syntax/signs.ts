// Signs and words of other languages where this one writes something else, or nothing.
import { indentationAt, isOnOneLine, lineBreakOf, lineEnd } from "../../../text/lines.ts";
import { sentence, type Sentence } from "../../../text/sentence.ts";
import type { Span } from "../../../text/span.ts";
import { choice, safe, type Fix } from "../fix.ts";
import { edit, insertion, removal, tokenAt, writtenAt, type Found } from "../found.ts";
import { endBefore, startBehind, type Broken } from "./mend.ts";

/** A single dash may have been meant to begin an item of a list. */
export function misspeltArrow({ found }: Broken): readonly Fix[] {
  const written = writtenAt(found, found.span);
  const make = /^[-–—]$/.test(written) ? choice : safe;
  return [make(sentence`Replace '${written}' by '->'`, edit(found, found.span, "->"))];
}

/** `:` or `=` where none is needed; a blank stands in its place. */
export function noSign({ found }: Broken): readonly Fix[] {
  const { span, unit } = found;
  const end = startBehind(found, span.end);
  const isLast = /^(?:[\r\n]|$)/.test(unit.text.slice(end));
  const edits = [edit(found, { start: endBefore(found, span.start), end }, isLast ? "" : " ")];
  return [safe(sentence`Remove '${writtenAt(found, span)}'`, ...edits)];
}

export function noType({ found, args: [type = ""] }: Broken): readonly Fix[] {
  const { start, end } = found.span;
  return [choice(sentence`Remove '${type}'`, edit(found, { start: endBefore(found, start), end }, ""))];
}

export function missingEquals({ found }: Broken): readonly Fix[] {
  if (!writtenAt(found, found.span).startsWith('"')) return [];
  return [safe(sentence`Write '=' before the text`, insertion(found, found.span.start, "= "))];
}

export function colonForEquals({ found, args: [, sign = ":"] }: Broken): readonly Fix[] {
  const start = endBefore(found, found.span.start);
  const end = startBehind(found, found.span.end);
  return [safe(sentence`Replace '${sign}' by '='`, edit(found, { start, end }, " = "))];
}

export function noSemicolon({ found }: Broken): readonly Fix[] {
  const { start } = found.span;
  const signs = /^;+/.exec(found.unit.text.slice(start))?.[0] ?? "";
  return [withoutMarks(found, sentence`Remove '${signs}'`, { start, end: start + signs.length })];
}

/** A comma behind a value needs no thinking; another mark may have been meant to say something. */
export function unexpected({ found }: Broken): readonly Fix[] {
  const mark = writtenAt(found, found.span);
  if (mark === ",") return [withoutMarks(found, sentence`Remove the comma`, found.span)];
  return /^[[\]()+.&*|]$/.test(mark) ? [choice(sentence`Remove '${mark}'`, removal(found, found.span))] : [];
}

/** Marks that end what stands before them; between two words a blank stays. */
function withoutMarks(found: Found, title: Sentence, span: Span): Fix {
  const { text } = found.unit;
  const isBetween = /\S/.test(text.charAt(span.end)) && /\w\s*$/.test(text.slice(0, span.start));
  if (!isBetween) return safe(title, removal(found, span));
  return safe(title, edit(found, { start: endBefore(found, span.start), end: span.end }, " "));
}

export function outside({ found, args: [word = "", suggestion = ""] }: Broken): readonly Fix[] {
  if (suggestion === "") return [];
  return [safe(sentence`Replace '${word}' by '${suggestion}'`, edit(found, found.span, suggestion))];
}

/** A comment that what looks like a declaration cuts in two: every line to the end that it has further down. */
function commentedOut({ file, text }: Found, { start, end }: Span): readonly Fix[] {
  if (text.slice(end, lineEnd(text, end)).trim() !== "") return [];
  const lines = text.slice(start, end).replace(/^\/\*+|\*+\/$/g, "");
  const newText = lines.trim().replaceAll(/^[^\S\r\n]*(?=.)/gm, (blanks) => `// ${blanks}`);
  return [safe(sentence`Write '//' before every line`, { file, span: { start, end }, newText })];
}

/** `# …` and `/* … *\/` as lines that begin with `//`; nothing may follow on the last of them. */
export function foreignComment({ found }: Broken): readonly Fix[] {
  const { text, start } = found;
  const token = tokenAt(found);
  if (!token || text.slice(start + token.end, lineEnd(text, start + token.end)).trim() !== "") return [];
  const isOpen = token.image.startsWith("/*") && !token.image.endsWith("*/");
  const end = isOpen ? text.indexOf("*/", start + token.end) + 2 : 1;
  if (end > 1) return commentedOut(found, { start: start + token.start, end });
  const words = token.image.startsWith("#")
    ? [token.image.replace(/^#+/, "")]
    : token.image
        .replace(/^\/\*+|\*+\/$/g, "")
        .split(/\r\n|\r|\n/)
        .map((it) => it.replace(/^\s*\*+/, ""));
  const said = words.filter((it, index) => it.trim() !== "" || (index > 0 && index < words.length - 1));
  const lines = said.map((it) => `// ${it.trim()}`.trimEnd());
  const between = lineBreakOf(text) + indentationAt(text, start + token.start);
  const title = isOnOneLine(found.unit.text, token)
    ? sentence`Write '//' before it`
    : sentence`Write '//' before every line`;
  return [safe(title, edit(found, token, lines.join(between)))];
}
