// Findings for programs: `check --format json`.
import { urlOf, type Severity } from "../../language/diagnostics/codes.ts";
import type { FileFindings, Range } from "./reported.ts";
import { countOf, reportedOf } from "./reported.ts";

export interface JsonReport {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly findings: readonly JsonFinding[];
}

export interface JsonFinding extends Range {
  readonly file: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** Where the code is explained. */
  readonly url: string;
}

/** In the order of the files, then of their places; `pages` is where the codes are explained. */
export function jsonReport(files: readonly FileFindings[], pages: string): JsonReport {
  return {
    files: files.length,
    errors: countOf(files, "error"),
    warnings: countOf(files, "warning"),
    findings: jsonFindings(files, pages),
  };
}

/** The findings alone. */
export function jsonFindings(files: readonly FileFindings[], pages: string): readonly JsonFinding[] {
  return reportedOf(files).map(({ file, finding: { severity, code }, message, range }) => ({
    file,
    ...range,
    severity,
    code,
    message,
    url: urlOf(code, pages),
  }));
}
