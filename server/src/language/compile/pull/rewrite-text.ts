// A text that says something new: in the form it was written in, with the params and the lines that still fit.
import type * as ast from "../../syntax/ast.ts";
import { parseUnit } from "../../syntax/grammar.ts";
import {
  columnsOf,
  CONTINUATION,
  contentLines,
  printBlockString,
  printFolded,
  printProseParts,
  printStringParts,
  WIDEST,
} from "../../syntax/print.ts";
import { align, partsOf, type Aligned } from "./align.ts";
import { atomsOf, indentationOf } from "./atoms.ts";
import { laidOut, type Site } from "./site.ts";

/** A condition, an address or a title: it keeps its form, whatever it says. */
export function rewriteText({ span, form }: ast.Text, wanted: string, site: Site): string {
  const written = readWritten(span, form, wanted, site);
  return firstThatSays(written.parts, candidates(written, site));
}

/**
 * A prompt in the form it was written in; but where it is on one line because that was long enough for it, a value that
 * is not is written as it would be in a new text.
 */
export function rewriteProse(
  { span, form, parts }: ast.Text,
  wanted: string,
  site: Site,
  indentation: string,
): string {
  const written = readWritten(span, form, wanted, site);
  const fresh = printProseParts(KEYWORD, written.parts).slice(KEYWORD.length + 1);
  if (form !== "string" || isOneLine(fresh) || !isOneLine(printProseParts(KEYWORD, parts)))
    return firstThatSays(written.parts, candidates(written, site));
  return laidOut(fresh, indentation, site.lineEnd);
}

const KEYWORD = "prompt";

interface Written {
  readonly raw: string;
  readonly form: ast.Text["form"];
  /** What of it stays, and what is new. */
  readonly aligned: readonly Aligned[];
  /** What it is to say. */
  readonly parts: readonly ast.TextPart[];
}

function readWritten(span: ast.Text["span"], form: ast.Text["form"], wanted: string, site: Site): Written {
  const raw = site.text.slice(span.start, span.end);
  const aligned = align(atomsOf(raw, site.params), wanted);
  return { raw, form, aligned, parts: partsOf(aligned) };
}

/** Ways to write the text, the best first. One that is laid out as a new one would be stays so. */
function candidates(written: Written, site: Site): readonly string[] {
  const { raw, form, aligned } = written;
  if (form === "string") return [spliced(aligned, (added) => printStringParts([added]).slice(1, -1))];
  const print = form === "block" ? printBlockString : printFolded;
  const lines = contentOf(aligned);
  const fresh = [laidOutAs(raw, lines, site, print), laidOutAs(raw, lines, site, printBlockString)];
  const isFresh = laidOutAs(raw, contentOf(atomsOf(raw, site.params)), site, print) === raw;
  return isFresh ? fresh : [...inPlace(written, site), ...fresh];
}

/** The content of a block or folded string without its layout: the lines that it says, each as it is written. */
function contentOf(pieces: readonly Aligned[]): readonly string[] {
  const content = pieces.map((piece) => {
    if (typeof piece === "string") return contentLines([piece]).join("\n");
    return /[\r\n]/.test(piece.raw) ? piece.value : piece.raw;
  });
  return content.join("").split("\n");
}

function laidOutAs(
  raw: string,
  lines: readonly string[],
  { lineEnd }: Site,
  print: (lines: readonly string[], indentation: string) => string | undefined,
): string {
  const printed = print(lines, indentationOf(raw) || CONTINUATION) ?? "";
  return printed.replaceAll("\n", lineEnd);
}

/** Only what is new is written, where that leaves lines as one would write them. */
function inPlace({ raw, form, aligned }: Written, site: Site): readonly string[] {
  const isFolded = form === "folded";
  const text = spliced(aligned, (added) =>
    contentLines([added]).join(isFolded ? " " : site.lineEnd + indentationOf(raw)),
  );
  const hasLineEnd = aligned.some((piece) => typeof piece === "string" && piece.includes("\n"));
  const known = new Set(linesOf(raw));
  const fresh = linesOf(text).filter((line) => !known.has(line));
  const isUntidy = fresh.some((line) => /\s$/.test(line) || (isFolded && columnsOf(line) > WIDEST));
  return isUntidy || (isFolded && hasLineEnd) ? [] : [text];
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}

function spliced(aligned: readonly Aligned[], print: (added: string) => string): string {
  return aligned.map((piece) => (typeof piece === "string" ? print(piece) : piece.raw)).join("");
}

/** What stands against one another may read as something else: so each way is read before it is taken. */
export function firstThatSays(parts: readonly ast.TextPart[], ways: readonly string[]): string {
  return ways.find((way) => says(way, parts)) ?? printStringParts(parts);
}

function says(way: string, parts: readonly ast.TextPart[]): boolean {
  const { declarations, issues } = parseUnit(`defaults { callback ${way} }`);
  const [block] = declarations;
  const [property] = block?.kind === "defaults" ? block.properties : [];
  if (issues.length > 0 || property?.kind !== "callback") return false;
  return keyOf(property.text?.parts ?? []) === keyOf(parts);
}

function keyOf(parts: readonly ast.TextPart[]): string {
  return JSON.stringify(parts.map((part) => (typeof part === "string" ? part : [part.text])));
}

function isOneLine(text: string): boolean {
  return !text.includes("\n");
}
