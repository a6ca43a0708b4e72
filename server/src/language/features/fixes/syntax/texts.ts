// Texts with only the first of their quotes, or with others of their own within them, and texts of several lines.
import { INDENT, printString } from "../../../syntax/print.ts";
import { readBlock } from "../../../syntax/read-text.ts";
import { lineStarts } from "../../../text/line-index.ts";
import { indentationAt, lineBreakOf } from "../../../text/lines.ts";
import { choice, safe, type Fix } from "../fix.ts";
import { edit, insertion, tokenAt, writtenAt, type Found } from "../found.ts";
import { sentence } from "../../../text/sentence.ts";
import { endBefore, type Broken } from "./mend.ts";
import { hasLooseQuote } from "./quotes.ts";
import { ENDS_TEXT, HOLDS_PROPERTY } from "./unquoted.ts";

/** Every quote from the first that was meant as a part of the text to the last one on the line, which closes it. */
export function quoteInText({ found }: Broken): readonly Fix[] {
  const written = writtenAt(found, found.span);
  const last = written.lastIndexOf('"');
  if (last <= 0) return [];
  const said = escaped(written.slice(0, last)) + written.slice(last);
  return [choice(sentence`Write '\\"' for each quote in the text`, edit(found, found.span, said))];
}

/** Line ends stay, or become blanks: nobody can know. */
export function stringOverLines({ found }: Broken): readonly Fix[] {
  const [first = "", ...others] = writtenAt(found, found.span)
    .slice(1, -1)
    .split(/\r\n|\r|\n/);
  const words = [first, ...others].map((it) => it.trim()).filter((it) => it !== "");
  return [
    choice(
      sentence`Write it between """ and """`,
      edit(found, found.span, belowQuotes(found, first, others)),
    ),
    choice(sentence`Write it on one line`, edit(found, found.span, `"${words.join(" ")}"`)),
  ];
}

/** The same lines; what other languages fold is folded. */
export function foreignBlock({ found }: Broken): readonly Fix[] {
  const written = writtenAt(found, found.span);
  const inner = written.replace(/^[>|]/, "").replace(/^('''|```)([^]*?)(?:\1)?$/, "$2");
  const [first = "", ...others] = inner.split(/\r\n|\r|\n/);
  const block = belowQuotes(found, first, others);
  const text = written.startsWith(">") ? block.replace('"""', '""">') : block;
  return [choice(sentence`Write it between """ and """`, edit(found, found.span, text))];
}

/** At the line's end; before a brace that would otherwise be missing. */
export function unclosedString({ found }: Broken): readonly Fix[] {
  const { start } = found.span;
  const line = writtenAt(found, found.span).trimEnd();
  const end = start + line.length;
  const curly = /[“”‟»＂](?=[,;]?$)/.exec(line)?.index ?? 0;
  if (curly > 0 && !hasLooseQuote(line.slice(1, curly)))
    return [safe(sentence`Write a straight quote`, edit(found, { start: start + curly, end }, '"'))];
  const atEnd = insertion(found, end, '"');
  const brace = /\s*\}+$/.exec(line);
  const isOpen = found.declaration?.span.end === found.span.end;
  if (brace && isOpen)
    return [safe(sentence`Write '"' before the brace`, insertion(found, start + brace.index, '"'))];
  const isPlain = !HOLDS_MORE.test(line) && !/[,;]$/.test(line) && !hasLooseQuote(line.slice(1));
  const isCertain = isPlain && ENDS_TEXT.test(found.unit.text.slice(found.span.end));
  return [(isCertain ? safe : choice)(sentence`Write '"' at the end of the line`, atEnd)];
}

const HOLDS_MORE = new RegExp(`[{}]|//|->|${HOLDS_PROPERTY.source}`);

/** Below the lines that are indented further than the one that opens the text. */
export function unclosedBlock({ found }: Broken): readonly Fix[] {
  const { text } = found;
  const outer = indentationAt(text, found.start + found.span.start);
  const behind = found.unit.text.slice(found.span.end);
  const [, ...starts] = lineStarts(behind);
  const lines = starts.map((at, index) => ({ at, line: behind.slice(at, starts[index + 1]).trimEnd() }));
  const next = lines.findIndex(({ line }) => line !== "" && blanksOf(line).length <= outer.length);
  const content = lines.slice(0, next < 0 ? undefined : next).filter(({ line }) => line !== "");
  const last = content.at(-1);
  if (!last) return [];
  const indentation = shortest(content.map(({ line }) => blanksOf(line)));
  const at = found.span.end + last.at + last.line.length;
  return [
    choice(sentence`Write """ below the text`, insertion(found, at, `${lineBreakOf(text)}${indentation}"""`)),
  ];
}

/** Two quotes may have been meant as a part of the text. */
export function misplacedClosing({ found }: Broken): readonly Fix[] {
  const block = tokenAt(found)?.image ?? "";
  const [, ...lines] = block.split(/\r\n|\r|\n/).filter((it) => it.trim() !== "");
  const closing = `${lineBreakOf(found.text)}${shortest(lines.map(blanksOf))}"""`;
  const span = { start: endBefore(found, found.span.start), end: found.span.end };
  const make = writtenAt(found, found.span) === '"""' ? safe : choice;
  return [make(sentence`Write """ below the text`, edit(found, span, closing))];
}

export function misspeltOpening({ found }: Broken): readonly Fix[] {
  return [safe(sentence`Write """>`, edit(found, found.span, '""">'))];
}

/** On one line it is a string; on several its first line moves down, and its end. */
export function misopenedBlock({ found, args: [opening = '"""'] }: Broken): readonly Fix[] {
  const token = tokenAt(found);
  if (!token || !/^"""[^]*"""$/.test(token.image)) return [];
  const [first = "", ...others] = token.image.slice(opening.length, -3).split(/\r\n|\r|\n/);
  if (others.length === 0) {
    return [safe(sentence`Write one quote on each side`, edit(found, token, `"${escaped(first.trim())}"`))];
  }
  return [
    choice(
      sentence`Begin the text below ${opening}`,
      edit(found, token, belowQuotes(found, first, others).replace('"""', opening)),
    ),
  ];
}

function belowQuotes({ text, start, span }: Found, first: string, others: readonly string[]): string {
  const common = shortest(others.filter((it) => it.trim() !== "").map(blanksOf));
  const rest = others.map((it) => it.slice(common.length).trimEnd());
  const all = [first.trim(), ...(rest.at(-1)?.trim() === "" ? rest.slice(0, -1) : rest)];
  const lines = first.trim() === "" ? all.slice(1) : all;
  const indentation = indentationAt(text, start + span.start) + INDENT;
  const written = lines.map((it) => (it === "" ? "" : indentation + it));
  return ['"""', ...written, `${indentation}"""`].join(lineBreakOf(text));
}

/** The same value on one line; a text with params has none. */
export function plainString({ found }: Broken): readonly Fix[] {
  const { parts } = readBlock(writtenAt(found, found.span), 0, []);
  const [value = "", ...more] = parts;
  if (more.length > 0 || typeof value !== "string") return [];
  return [safe(sentence`Write it on one line`, edit(found, found.span, printString(value)))];
}

export function unexpectedText({ found }: Broken): readonly Fix[] {
  const { declaration } = found;
  const isPrompt =
    declaration?.kind === "objective" && !declaration.properties.some(({ kind }) => kind === "prompt");
  return isPrompt
    ? [choice(sentence`Write 'prompt' before it`, insertion(found, found.span.start, "prompt "))]
    : [];
}

/** With a backslash before each quote that has none. */
function escaped(words: string): string {
  return words.replaceAll(/\\[^]|"/g, (it) => (it === '"' ? '\\"' : it));
}

function blanksOf(line: string): string {
  return /^[^\S\r\n]*/.exec(line)?.[0] ?? "";
}

function shortest(texts: readonly string[]): string {
  return texts.reduce((one, other) => (other.length < one.length ? other : one), texts[0] ?? "");
}
