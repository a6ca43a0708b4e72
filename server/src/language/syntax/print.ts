// The text of names and values: the one place that knows what must be quoted, escaped or broken into lines.
import { reservedWords } from "../vocabulary.ts";
import type { TextPart } from "./ast.ts";
import { NAME } from "./tokens.ts";

/** The last column that text may reach, in code points. */
export const WIDEST = 100;

/** What a line of a block, and the second line of whatever has several, begins with. */
export const INDENT = "  ";
export const CONTINUATION = "    ";

const WHOLE_NAME = new RegExp(`^(?:${NAME.source})$`, "u");

/** The name as it stands in a text: quoted only where it must be. */
export function printName(name: string): string {
  return isPlainName(name) ? name : printString(name);
}

export function isPlainName(name: string): boolean {
  return isName(name) && !reservedWords.has(name);
}

/** Whether the name has the form of one: so it can stand in `${…}`, reserved or not. */
export function isName(name: string): boolean {
  return WHOLE_NAME.test(name);
}

/** The value as a string on one line. */
export function printString(value: string): string {
  return printStringParts([value]);
}

/** As `printString`, for a value with params. */
export function printStringParts(parts: readonly TextPart[]): string {
  return `"${printParts(parts, (value) => escaped(value).replaceAll('"', '\\"'))}"`;
}

/** A keyword and its value as a line of a block: on one line where it fits, else folded, else as a block, else on one long line. */
export function printProse(keyword: string, value: string): string {
  return printProseParts(keyword, [value]);
}

/** As `printProse`, for a value with params. */
export function printProseParts(keyword: string, parts: readonly TextPart[]): string {
  const line = `${keyword} ${printStringParts(parts)}`;
  if (columnsOf(INDENT + line) <= WIDEST) return line;
  const lines = contentLines(parts);
  const folded = printFolded(lines, CONTINUATION);
  if (folded !== undefined) return `${keyword} ${folded}`;
  return lines.length > 1 ? `${keyword} ${printBlockString(lines, CONTINUATION)}` : line;
}

/** A folded string that says these lines, each as `contentLines` gives it; undefined where folding would lose blanks. */
export function printFolded(lines: readonly string[], indentation: string): string | undefined {
  return lines.some(endsBlank) ? undefined : printLines('""">', foldedLines(lines, indentation), indentation);
}

/** A block string that says these lines, each as `contentLines` gives it. */
export function printBlockString(lines: readonly string[], indentation: string): string {
  return printLines('"""', lines.map(withVisibleEnd), indentation);
}

/** The value's lines as they stand in a block or folded string, without their indentation. */
export function contentLines(parts: readonly TextPart[]): readonly string[] {
  return printParts(parts, (value) => value.split("\n").map(escapedInLines).join("\n")).split("\n");
}

function printParts(parts: readonly TextPart[], print: (value: string) => string): string {
  return parts.map((part) => (typeof part === "string" ? print(part) : `\${${part.text}}`)).join("");
}

/** Names with commas between them as a line of a block, continued on further lines where one is too short. */
export function printNames(keyword: string, names: readonly string[]): string {
  const words = names.map((name, index) => (index < names.length - 1 ? `${name},` : name));
  return filledLines([keyword, ...words], INDENT, CONTINUATION).join(`\n${CONTINUATION}`);
}

/** A string of several lines, from its opening to its closing quotes; each line is given as it stands in a source. */
export function printLines(opening: '"""' | '""">', lines: readonly string[], indentation: string): string {
  const content = lines.map((line) => (line === "" ? "\n" : `\n${indentation}${line}`));
  return `${opening}${content.join("")}\n${indentation}"""`;
}

/**
 * The lines of a folded string that says these paragraphs, each given as it stands in a source: escaped, on one line.
 * Every end of a paragraph becomes a blank line.
 */
export function foldedLines(paragraphs: readonly string[], indentation: string): readonly string[] {
  return paragraphs.flatMap((paragraph, index) => [
    ...(index === 0 ? [] : [""]),
    ...(paragraph === "" ? [] : filledLines(breakable(paragraph), indentation, indentation)),
  ]);
}

/** As many words on each line as fit behind its indentation; at least one. */
export function filledLines(
  words: readonly string[],
  firstIndentation: string,
  indentation: string,
): readonly string[] {
  const lines: string[][] = [];
  let column = Infinity;
  for (const word of words) {
    const width = columnsOf(word);
    const fits = column + 1 + width <= WIDEST;
    if (fits) lines.at(-1)?.push(word);
    else lines.push([word]);
    column = fits ? column + 1 + width : (lines.length === 1 ? firstIndentation : indentation).length + width;
  }
  return lines.map((line) => line.join(" "));
}

/** How many columns the text takes: code points. */
export function columnsOf(text: string): number {
  // The second half of a pair is no column of its own.
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

/** Blanks at a line's end are not text, so a string of several lines would lose them. */
function endsBlank(line: string): boolean {
  return /\s$/u.test(line);
}

function withVisibleEnd(line: string): string {
  return line.replace(/\s$/u, codePointEscape);
}

/**
 * The pieces between which a line may end: a single space stands between them, and none could close the string
 * if it came first on its line.
 */
function breakable(paragraph: string): readonly string[] {
  return paragraph.split(/(?<=\S) (?=\S)(?!""")/);
}

/** For a line of a block or folded string, where a quote may stand as it is unless three of them begin the line. */
function escapedInLines(line: string): string {
  return escaped(line).replaceAll('"""', '\\"""');
}

/**
 * What a reader could not see, an editor might change or a lexer would take for something else, as escapes.
 * A quote is left to the caller.
 */
function escaped(value: string): string {
  return value.replace(UNSAFE, (unsafe) => SHORT_ESCAPES.get(unsafe) ?? codePointEscape(unsafe));
}

const UNSAFE = /\\|\$(?=\{)|\p{Cc}|\p{Cs}|\p{Bidi_Control}|[\u2028\u2029\uFEFF]/gu;

const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\t", "\\t"],
  ["\r", "\\r"],
  ["$", "\\$"],
]);

function codePointEscape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
