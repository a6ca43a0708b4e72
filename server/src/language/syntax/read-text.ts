// What a string, block string or folded string says: indentation taken off, escapes resolved, params named.
import type { Span } from "../text/span.ts";
import type { Name, Text, TextPart } from "./ast.ts";
import type { Issue, Problem } from "./messages.ts";
import { endOfName } from "./tokens.ts";

type Read = Pick<Text, "form" | "parts">;

/** A piece of content as it stands in the source, with its place there. */
interface Piece {
  readonly raw: string;
  readonly start: number;
}

/** Reads a closed or unclosed `"…"` whose first quote is at `start`; what is wrong is added to the issues. */
export function readString(image: string, start: number, issues: Issue[]): Read {
  const closed = image.length > 1 && image.endsWith('"');
  const content = startedContent(issues);
  readPiece({ raw: image.slice(1, closed ? -1 : undefined), start: start + 1 }, content);
  return { form: "string", parts: partsOf(content) };
}

/** Reads a block or folded string whose first quote is at `start`; what is wrong is added to the issues. */
export function readBlock(image: string, start: number, issues: Issue[]): Read {
  const form = image.startsWith('""">') ? "folded" : "block";
  const closing = closingIndent(image);
  const lines = contentLines(image, start, closing);
  const indent = closing ?? commonIndent(lines);
  if (closing !== undefined) for (const line of lines) checkIndent(line, indent, issues);
  const content = startedContent(issues);
  let above: Piece | undefined;
  for (const line of lines) {
    const piece = dedented(line, indent);
    content.literal += form === "block" ? lineEnd(above) : foldedLineEnd(above, piece);
    readPiece(piece, content);
    above = piece;
  }
  return { form, parts: partsOf(content) };
}

/** The blanks before the quotes that close a block, which are taken off all of its lines; undefined where none do. */
export function closingIndent(image: string): string | undefined {
  return CLOSING_LINE.exec(image)?.[1];
}

const CLOSING_LINE = /[\r\n]([^\S\r\n]*)"""$/;

/** What a block string has between a line and the one above. */
function lineEnd(above: Piece | undefined): string {
  return above ? "\n" : "";
}

/** What a folded string has there: a blank line is a line end, and one between two lines of text a space. */
function foldedLineEnd(above: Piece | undefined, { raw }: Piece): string {
  if (raw === "") return "\n";
  return above === undefined || above.raw === "" ? "" : " ";
}

/** The lines behind the opening one, without the closing one where there is one. */
function contentLines(image: string, start: number, closing: string | undefined): Piece[] {
  const lines: Piece[] = [];
  let from: number | undefined;
  for (const end of image.matchAll(/\r\n|\r|\n/g)) {
    if (from !== undefined) lines.push({ raw: image.slice(from, end.index), start: start + from });
    from = end.index + end[0].length;
  }
  if (from !== undefined && closing === undefined)
    lines.push({ raw: image.slice(from), start: start + from });
  return lines;
}

function commonIndent(lines: readonly Piece[]): string {
  const indents = lines.filter(({ raw }) => raw.trim() !== "").map(({ raw }) => blanksOf(raw));
  return indents.reduce((one, other) => (other.length < one.length ? other : one), indents[0] ?? "");
}

function blanksOf(line: string): string {
  return /^[^\S\r\n]*/.exec(line)?.[0] ?? "";
}

function checkIndent({ raw, start }: Piece, indent: string, issues: Issue[]): void {
  const text = raw.trimEnd();
  const blanks = blanksOf(raw);
  if (text === "" || (raw.startsWith(indent) && blanks !== "")) return;
  const problem = indent.startsWith(blanks) ? "less-indented" : "otherwise-indented";
  issues.push(issue("bad-indent", problem, { start, end: start + text.length }));
}

/** The line without its indentation and without blanks at its end, which are not text. */
function dedented({ raw, start }: Piece, indent: string): Piece {
  const cut = raw.startsWith(indent) ? indent.length : Math.min(blanksOf(raw).length, indent.length);
  return { raw: raw.slice(cut).trimEnd(), start: start + cut };
}

/** Content as it is put together. */
interface Content {
  readonly parts: TextPart[];
  /** What is behind the last of the parts. */
  literal: string;
  readonly issues: Issue[];
}

function startedContent(issues: Issue[]): Content {
  return { parts: [], literal: "", issues };
}

function partsOf({ parts, literal }: Content): readonly TextPart[] {
  if (literal === "") return parts;
  return parts.length === 0 ? [literal] : [...parts, literal];
}

/** Braces end before the next one: time would grow with the square of those that are not closed. */
const SPECIAL = /\\u\{([^{}"\r\n]*)\}|\\[^]|\\$|\$\{/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '\\"': '"',
  "\\\\": "\\",
  "\\n": "\n",
  "\\t": "\t",
  "\\r": "\r",
  "\\$": "$",
};

function readPiece({ raw, start }: Piece, content: Content): void {
  if (!raw.includes("\\") && !raw.includes("$")) {
    content.literal += raw;
    return;
  }
  let done = 0;
  for (const match of raw.matchAll(SPECIAL)) {
    const [image, codePoint] = match;
    const end = match.index + image.length;
    const span = { start: start + match.index, end: start + end };
    content.literal += raw.slice(done, match.index);
    const param = image === "${" ? paramName(raw, end, start) : undefined;
    done = end + (param ? param.text.length + 1 : 0);
    if (param) addParam(param, content);
    else if (codePoint !== undefined) content.literal += character(image, codePoint, span, content.issues);
    else content.literal += ESCAPES[image] ?? wrongEscape(image, span, content.issues);
  }
  content.literal += raw.slice(done);
}

/** The name from there to the next brace; undefined where it is none. */
function paramName(raw: string, from: number, start: number): Name | undefined {
  const to = endOfName(raw, from);
  if (to === from || raw[to] !== "}") return undefined;
  return { text: raw.slice(from, to), quoted: false, span: { start: start + from, end: start + to } };
}

function addParam(name: Name, content: Content): void {
  if (content.literal !== "") content.parts.push(content.literal);
  content.parts.push(name);
  content.literal = "";
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
