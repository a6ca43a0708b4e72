// What a string, block string or folded string says: indentation taken off, escapes resolved, params named.
import type { Span } from "../text/span.ts";
import type { Name, Text, TextPart } from "./ast.ts";
import type { Issue, Problem } from "./messages.ts";
import { NAME } from "./tokens.ts";

export interface ReadText {
  readonly form: Text["form"];
  readonly parts: readonly TextPart[];
  readonly issues: readonly Issue[];
}

/** A piece of content as it stands in the source, with its place there. */
interface Piece {
  readonly raw: string;
  readonly start: number;
}

/** Reads a closed or unclosed `"…"` whose first quote is at `start`. */
export function readString(image: string, start: number): ReadText {
  const closed = image.length > 1 && image.endsWith('"');
  return {
    form: "string",
    ...readPieces([{ raw: image.slice(1, closed ? -1 : undefined), start: start + 1 }]),
  };
}

/** Reads a block or folded string whose first quote is at `start`. */
export function readBlock(image: string, start: number): ReadText {
  const form = image.startsWith('""">') ? "folded" : "block";
  const lines = contentLines(image, start);
  const closing = /[\r\n]([^\S\r\n]*)"""$/.exec(image)?.[1];
  const indent = closing ?? commonIndent(lines);
  const issues = closing === undefined ? [] : lessIndented(lines, indent);
  const pieces = lines.map((line) => dedented(line, indent));
  const read = readPieces(form === "block" ? joinedLines(pieces) : foldedLines(pieces));
  return { form, parts: read.parts, issues: [...issues, ...read.issues] };
}

/** The lines between the opening line and the closing one. */
function contentLines(image: string, start: number): Piece[] {
  const lines: Piece[] = [];
  const ends = [...image.matchAll(/\r\n|\r|\n/g)];
  const closed = /[\r\n][^\S\r\n]*"""$/.test(image);
  ends.forEach((end, index) => {
    const from = end.index + end[0].length;
    const next = ends[index + 1];
    if (next) lines.push({ raw: image.slice(from, next.index), start: start + from });
    else if (!closed) lines.push({ raw: image.slice(from), start: start + from });
  });
  return lines;
}

function commonIndent(lines: readonly Piece[]): string {
  const indents = lines.filter(({ raw }) => raw.trim() !== "").map(({ raw }) => blanksOf(raw));
  return indents.reduce((one, other) => (other.length < one.length ? other : one), indents[0] ?? "");
}

function blanksOf(line: string): string {
  return /^[^\S\r\n]*/.exec(line)?.[0] ?? "";
}

function lessIndented(lines: readonly Piece[], indent: string): Issue[] {
  const wrong = lines.filter(
    ({ raw }) => raw.trim() !== "" && (!raw.startsWith(indent) || blanksOf(raw) === ""),
  );
  return wrong.map(({ raw, start }) =>
    issue("bad-indent", "less-indented", { start, end: start + raw.trimEnd().length }),
  );
}

/** The line without its indentation and without blanks at its end, which are not text. */
function dedented({ raw, start }: Piece, indent: string): Piece {
  const cut = raw.startsWith(indent) ? indent.length : Math.min(blanksOf(raw).length, indent.length);
  return { raw: raw.slice(cut).trimEnd(), start: start + cut };
}

const glue = (raw: string): Piece => ({ raw, start: -1 });

function joinedLines(lines: readonly Piece[]): Piece[] {
  return lines.flatMap((line, index) => (index === 0 ? [line] : [glue("\n"), line]));
}

function foldedLines(lines: readonly Piece[]): Piece[] {
  return lines.flatMap((line, index) => {
    if (line.raw === "") return [glue("\n")];
    const before = lines[index - 1];
    return before === undefined || before.raw === "" ? [line] : [glue(" "), line];
  });
}

function readPieces(pieces: readonly Piece[]): Omit<ReadText, "form"> {
  const [only, ...more] = pieces;
  if (only && more.length === 0 && !SPECIAL_CHARACTER.test(only.raw)) {
    return { parts: only.raw === "" ? [] : [only.raw], issues: [] };
  }
  const issues: Issue[] = [];
  const parts: TextPart[] = [];
  let literal = "";
  for (const part of pieces.flatMap((piece) => [...readPiece(piece, issues)])) {
    if (typeof part === "string") {
      literal += part;
      continue;
    }
    if (literal !== "") parts.push(literal);
    parts.push(part);
    literal = "";
  }
  if (literal !== "") parts.push(literal);
  return { parts, issues };
}

/** What escapes and params begin with: most texts have neither. */
const SPECIAL_CHARACTER = /[\\$]/;
const SPECIAL = new RegExp(`\\\\u\\{([^}"\\r\\n]*)\\}|\\\\[^]|\\\\$|\\$\\{(${NAME.source})\\}|\\$\\{`, "gu");

const ESCAPES: Readonly<Record<string, string>> = {
  '\\"': '"',
  "\\\\": "\\",
  "\\n": "\n",
  "\\t": "\t",
  "\\r": "\r",
  "\\$": "$",
};

function* readPiece({ raw, start }: Piece, issues: Issue[]): Iterable<TextPart> {
  if (start < 0 || !SPECIAL_CHARACTER.test(raw)) {
    yield raw;
    return;
  }
  let done = 0;
  for (const match of raw.matchAll(SPECIAL)) {
    const [image, codePoint, param] = match;
    const span = { start: start + match.index, end: start + match.index + image.length };
    yield raw.slice(done, match.index);
    done = match.index + image.length;
    if (param !== undefined) yield paramName(param, span);
    else if (codePoint !== undefined) yield character(image, codePoint, span, issues);
    else yield ESCAPES[image] ?? wrongEscape(image, span, issues);
  }
  yield raw.slice(done);
}

function paramName(text: string, span: Span): Name {
  return { text, quoted: false, span: { start: span.start + 2, end: span.end - 1 } };
}

function character(image: string, digits: string, span: Span, issues: Issue[]): string {
  const code = /^[0-9a-fA-F]{1,6}$/.test(digits) ? Number.parseInt(digits, 16) : Infinity;
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  issues.push(issue("bad-escape", "bad-code-point", span, image));
  return image;
}

function wrongEscape(image: string, span: Span, issues: Issue[]): string {
  const interpolation = image === "${";
  issues.push(
    issue(
      "bad-escape",
      interpolation ? "bad-interpolation" : "unknown-escape",
      span,
      ...(interpolation ? [] : [image]),
    ),
  );
  return image;
}

function issue(code: Issue["code"], problem: Problem, span: Span, ...args: string[]): Issue {
  return { code, problem, span, arguments: args };
}
