// Findings for people: where, what, and the line with carets under the place.
import { counted } from "../../language/text/counted.ts";
import { relatedMessageOf, type Severity } from "../../language/diagnostics/codes.ts";
import { inEnglish } from "../../language/text/sentence.ts";
import type { Paint } from "../session.ts";
import { displayWidth, safeForTerminal } from "./display-width.ts";
import type { LineIndex } from "../../language/text/line-index.ts";
import type { FileFindings, FileRange, Range, Reported } from "./reported.ts";
import { countOf, reportedOf } from "./reported.ts";

/** Columns of source that are shown of a long line. */
const LINE_LIMIT = 100;

/** In the words of the settings. */
const SEVERITIES = ["error", "warning", "information", "hint"] as const satisfies Severity[];

/** Each finding as `file:line:column severity code message`, with the source below it. */
export function textReport(files: readonly FileFindings[], paint: Paint): string {
  return reportedOf(files)
    .map((it) => `${findingLines(it, paint).join("\n")}\n`)
    .join("\n");
}

/** `2 errors, 1 warning in 3 files.` */
export function summary(files: readonly FileFindings[]): string {
  const said = SEVERITIES.map((severity) => ({ severity, count: countOf(files, severity) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) =>
      severity === "information" ? `${count} information` : counted(count, severity),
    );
  const what = said.length === 0 ? "Nothing to complain about" : said.join(", ");
  return `${what} in ${counted(files.length, "file")}.`;
}

/** A place with its line and carets below it. */
export function placeLines(
  { lines, range }: { readonly lines: LineIndex; readonly range: FileRange },
  paint: Paint,
): readonly string[] {
  const place = `${safeForTerminal(range.file)}:${range.line}:${range.column}`;
  return [paint.bold(place), ...excerpt({ lines, range }, paint, paint.red)];
}

function findingLines(reported: Reported, paint: Paint): readonly string[] {
  const { file, finding, message, range, related } = reported;
  const colour = colourOf(finding.severity, paint);
  const place = `${safeForTerminal(file)}:${range.line}:${range.column}`;
  const head = `${paint.bold(place)} ${colour(finding.severity)} ${paint.dim(finding.code)} ${safeForTerminal(message)}`;
  return [
    head,
    ...excerpt(reported, paint, colour),
    ...related.map((it) =>
      paint.dim(
        `  ${safeForTerminal(it.file)}:${it.line}:${it.column} ${inEnglish(relatedMessageOf(finding.code))}`,
      ),
    ),
  ];
}

function colourOf(severity: Severity, paint: Paint): (text: string) => string {
  switch (severity) {
    case "error":
      return paint.red;
    case "warning":
      return paint.yellow;
    case "information":
      return paint.cyan;
    case "hint":
      return paint.dim;
  }
}

function excerpt(
  { lines, range }: Pick<Reported, "lines" | "range">,
  paint: Paint,
  colour: (text: string) => string,
): readonly string[] {
  const { before, marked, after } = cut(lines.lineText(range.line - 1), range);
  const number = String(range.line).padStart(5);
  const carets = "^".repeat(Math.max(1, displayWidth(marked.replaceAll("\t", " "))));
  return [
    `${paint.dim(`${number} |`)} ${before}${marked}${after}`,
    `${paint.dim("      |")} ${blankFor(before)}${colour(carets)}`,
  ];
}

interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** The line around the place; of a place over several lines, the part in its first. */
function cut(line: string, { line: first, column, endLine, endColumn }: Range): Excerpt {
  const start = column - 1;
  const end = endLine === first ? endColumn - 1 : line.length;
  const from = start <= LINE_LIMIT * 0.6 ? 0 : start - Math.floor(LINE_LIMIT / 3);
  const to = Math.max(from + LINE_LIMIT, Math.min(end, start + LINE_LIMIT));
  const isWhole = line.length <= LINE_LIMIT;
  const shown = isWhole ? { from: 0, to: line.length } : { from, to: Math.min(to, line.length) };
  return {
    before: `${shown.from > 0 ? "…" : ""}${safeForTerminal(line.slice(shown.from, start))}`,
    marked: safeForTerminal(line.slice(start, Math.min(end, shown.to))),
    after: `${safeForTerminal(line.slice(Math.min(end, shown.to), shown.to))}${shown.to < line.length ? "…" : ""}`,
  };
}

/** As wide as the text above it: a tab stands under a tab, so that its width does not matter. */
function blankFor(text: string): string {
  return text
    .split("\t")
    .map((piece) => " ".repeat(displayWidth(piece)))
    .join("\t");
}
