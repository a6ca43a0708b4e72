// Prose, pasted into a text: its quotes and backslashes escaped, its lines indented, so that the text says just that.
import { spanInFile, unitOf, type Model } from "../../model/analyze.ts";
import { unitAt } from "../../model/source.ts";
import { contentLines, foldedLines, INDENT, printString } from "../../syntax/print.ts";
import { closingIndent } from "../../syntax/read-text.ts";
import * as t from "../../syntax/tokens.ts";
import { indentationAt, lineBreakOf, lineStart } from "../../text/lines.ts";
import { sentence } from "../../text/sentence.ts";
import { covers, type Span, type TextEdit } from "../../text/span.ts";
import type { Paste } from "./made.ts";

export function pastedProse(model: Model, file: number, span: Span, prose: string): Paste | undefined {
  const place = textAround(model, file, span);
  if (!place) return undefined;
  if (place.form !== "string") return inLines(place, span, prose);
  const isLong = prose.includes("\n") && place.of === "prompt";
  return isLong ? asBlock(place, span, prose) : inString(prose);
}

interface TextAround {
  readonly form: "string" | "block" | "folded";
  readonly of: "prompt" | "something else";
  /** What stands between its quotes, in the whole text of its file. */
  readonly content: Span;
  readonly isClosed: boolean;
  /** What its lines are indented by. */
  readonly indentation: string;
  /** The whole text of its file. */
  readonly text: string;
}

/** The text that the span is inside of; a name in quotes is none. */
function textAround(model: Model, file: number, span: Span): TextAround | undefined {
  const source = model.files[file]?.source;
  const at = source && { file, unit: unitAt(source, span.start) };
  const unit = at && unitOf(model, at);
  if (!source || !unit) return undefined;
  const { tokens } = t.tokenize(unit.text);
  const text = source.text;
  for (const [index, token] of tokens.entries()) {
    const inside = insideOf(token);
    const content = inside && spanInFile(model, at, inside);
    if (!content || !covers(content, span)) continue;
    const before = tokens[index - 1]?.tokenType;
    if (!before || NAMED.includes(before)) return undefined;
    return {
      form: formOf(token),
      of: before === t.Property.prompt ? "prompt" : "something else",
      content,
      isClosed: token.tokenType !== t.UnclosedString,
      indentation: closingIndent(token.image) ?? indentationAt(text, span.start),
      text,
    };
  }
  return undefined;
}

/** What names stand behind. */
const NAMED = [
  ...[t.Arrow, t.Comma, t.Declaration.objective, t.Declaration.param],
  ...[t.Property.collect, t.Property.meta, t.OpenBrace],
];

function formOf({ tokenType, image }: t.Token): TextAround["form"] {
  if (tokenType !== t.Block) return "string";
  return image.startsWith('""">') ? "folded" : "block";
}

/** Between its quotes; of a block from its first line to the end of its last. */
function insideOf({ tokenType, image, startOffset }: t.Token): Span | undefined {
  const end = startOffset + image.length;
  if (tokenType === t.String_) return { start: startOffset + 1, end: end - 1 };
  if (tokenType === t.UnclosedString) return { start: startOffset + 1, end };
  if (tokenType !== t.Block) return undefined;
  const first = /^[^\r\n]*(?:\r\n|[\r\n])/.exec(image)?.[0].length ?? image.length;
  const last = /(?:\r\n|[\r\n])[^\S\r\n]*"""$/.exec(image)?.index ?? image.length;
  return { start: startOffset + first, end: startOffset + Math.max(first, last) };
}

// ── In a string ──

function inString(prose: string): Paste {
  return { title: sentence`Paste as text`, newText: printString(prose).slice(1, -1), edits: [] };
}

/**
 * The string becomes one of several lines around what is pasted; what it says already stays, escapes and all. It is put in
 * anew with the rest: VS Code indents the lines of further edits once more.
 */
function asBlock({ text, content, isClosed }: TextAround, span: Span, prose: string): Paste {
  const lineBreak = lineBreakOf(text);
  const indentation = indentationAt(text, content.start) + INDENT;
  const before = { start: content.start, end: span.start };
  const behind = { start: span.end, end: content.end };
  const pasted = indented(contentLines([prose]), indentation, lineBreak);
  const lines = text.slice(before.start, before.end) + pasted + text.slice(behind.start, behind.end);
  return {
    title: sentence`Paste as a text of several lines`,
    newText: `""${lineBreak}${indentation}${lines}${lineBreak}${indentation}${isClosed ? '""' : '"""'}`,
    edits: [before, behind].filter(({ start, end }) => start < end).map(removal),
  };
}

function removal(span: Span): TextEdit {
  return { span, newText: "" };
}

// ── In a block or folded string ──

function inLines({ form, text, indentation }: TextAround, span: Span, prose: string): Paste {
  const lines = contentLines([prose]);
  const laidOut = form === "block" ? lines : foldedLines(lines, indentation);
  const before = text.slice(lineStart(text, span.start), span.start);
  // On a line that is still blank the first one needs its indentation, too.
  const first = indentation.startsWith(before) ? indentation.slice(before.length) : "";
  const newText = first + indented(laidOut, indentation, lineBreakOf(text));
  return { title: sentence`Paste as lines of the text`, newText, edits: [] };
}

/** The lines below one another, each but the first behind the indentation; behind the last one the text goes on. */
function indented(lines: readonly string[], indentation: string, lineBreak: string): string {
  const last = lines.length - 1;
  const isBlank = (line: string, index: number): boolean => line.trim() === "" && index < last;
  return lines
    .map((line, index) => (index === 0 || isBlank(line, index) ? line : indentation + line))
    .join(lineBreak);
}
