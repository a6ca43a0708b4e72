// Findings with the file that they are in and the places that people and programs count in.
import type { Severity } from "../../language/diagnostics/codes.ts";
import { inEnglish } from "../../language/text/sentence.ts";
import { messageOf } from "../../language/diagnostics/codes.ts";
import type { Finding } from "../../language/diagnostics/finding.ts";
import { findingsIn } from "../../language/diagnostics/in-file.ts";
import { groupedBy } from "../../language/text/grouped.ts";
import type { LineIndex } from "../../language/text/line-index.ts";
import { lineIndex } from "../../language/text/line-index.ts";
import type { FileId, Place } from "../../language/text/place.ts";
import { lazy } from "../../language/text/lazy.ts";
import type { Span } from "../../language/text/span.ts";

/** The findings of one file. */
export interface FileFindings {
  readonly id: FileId;
  /** As people see it. */
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

export interface Reported {
  readonly file: string;
  readonly lines: LineIndex;
  readonly finding: Finding;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly FileRange[];
}

export interface FileRange extends Range {
  readonly file: string;
}

/** Lines and columns from 1, in UTF-16 units; the end is behind the last. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One report a file, whatever number of sets it is a part of: what several of them say is said once. */
export function byFile(reports: readonly FileFindings[]): readonly FileFindings[] {
  const groups = groupedBy(reports, ({ id }) => id);
  return [...groups].flatMap(([id, [first, ...more]]) => {
    if (!first || more.length === 0) return first ?? [];
    const lists = [first, ...more].map(({ findings }) => findings);
    return { ...first, findings: findingsIn(id, lists) };
  });
}

/** Every finding of every file, in the order of the files and then of their places. */
export function reportedOf(files: readonly FileFindings[]): readonly Reported[] {
  const rangeOf = rangesIn(files);
  return files.flatMap(({ file, text, findings }) => {
    if (findings.length === 0) return [];
    const lines = lineIndex(text);
    return findings.map((finding) => ({
      file,
      lines,
      finding,
      message: inEnglish(messageOf(finding.code, finding.arguments)),
      range: rangeIn(lines, finding.span),
      related: finding.related.flatMap((place) => rangeOf(place) ?? []),
    }));
  });
}

/** Where places are in these files, as people and programs count. */
export function rangesIn(
  files: readonly Pick<FileFindings, "id" | "file" | "text">[],
): (place: Place) => FileRange | undefined {
  const known = new Map(
    files.map(({ id, file, text }) => [id, { file, lines: lazy(() => lineIndex(text)) }]),
  );
  return ({ file: id, span }) => {
    const it = known.get(id);
    return it && { file: it.file, ...rangeIn(it.lines(), span) };
  };
}

/** How many findings are of that severity. */
export function countOf(files: readonly FileFindings[], severity: Severity): number {
  return files.reduce(
    (sum, { findings }) => sum + findings.filter((it) => it.severity === severity).length,
    0,
  );
}

function rangeIn(lines: LineIndex, { start, end }: Span): Range {
  const from = lines.positionAt(start);
  const to = lines.positionAt(end);
  return { line: from.line + 1, column: from.column + 1, endLine: to.line + 1, endColumn: to.column + 1 };
}
