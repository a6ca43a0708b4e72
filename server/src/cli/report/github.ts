// Findings as commands of a GitHub workflow, which shows them beside the changed lines.
import type { Severity } from "../../language/diagnostics/codes.ts";
import type { FileFindings, Reported } from "./reported.ts";
import { reportedOf } from "./reported.ts";

/** One line for each finding. */
export function githubReport(files: readonly FileFindings[]): string {
  return reportedOf(files)
    .map((it) => `${annotation(it)}\n`)
    .join("");
}

function annotation({ file, finding, message, range }: Reported): string {
  const { line, column, endLine, endColumn } = range;
  // Columns count only for places within one line.
  const columns = line === endLine ? { col: column, endColumn } : {};
  const properties = { file, line, endLine, ...columns, title: finding.code };
  const said = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${levelOf(finding.severity)} ${said.join(",")}::${escapeText(message)}`;
}

function levelOf(severity: Severity): "error" | "warning" | "notice" {
  return severity === "error" || severity === "warning" ? severity : "notice";
}

function escapeText(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
