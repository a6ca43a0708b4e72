// Findings as SARIF 2.1.0, which code scanning services read.
import {
  codes,
  relatedMessageOf,
  severityOf,
  urlOf,
  type Code,
  type Severity,
} from "../../language/diagnostics/codes.ts";
import { inEnglish } from "../../language/text/sentence.ts";
import { VERSION } from "../version.ts";
import type { FileFindings, FileRange, Range, Reported } from "./reported.ts";
import { reportedOf } from "./reported.ts";

/** One run with every finding; rules are those that were broken. */
export function sarifReport(files: readonly FileFindings[], pages: string): object {
  const reported = reportedOf(files);
  const rules = [...new Set(reported.map(({ finding }) => finding.code))].sort();
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "objectives", version: VERSION, rules: rules.map((code) => ruleOf(code, pages)) },
        },
        columnKind: "utf16CodeUnits",
        artifacts: files.map(({ file }) => ({ location: { uri: uriOf(file) } })),
        results: reported.map((it) => resultOf(it, rules.indexOf(it.finding.code))),
      },
    ],
  };
}

function ruleOf(code: Code, pages: string): object {
  const doc = inEnglish(codes[code].doc);
  return {
    id: code,
    shortDescription: { text: plain(doc) },
    help: { text: plain(doc), markdown: doc },
    helpUri: urlOf(code, pages),
    defaultConfiguration: { level: levelOf(severityOf(code)) },
  };
}

function resultOf({ file, finding, message, range, related }: Reported, ruleIndex: number): object {
  return {
    ruleId: finding.code,
    ruleIndex,
    level: levelOf(finding.severity),
    message: { text: message },
    locations: [locationOf(file, range)],
    ...(related.length === 0 ? {} : { relatedLocations: related.map((it) => relatedOf(finding.code, it)) }),
  };
}

function relatedOf(code: Code, place: FileRange): object {
  return { ...locationOf(place.file, place), message: { text: inEnglish(relatedMessageOf(code)) } };
}

function locationOf(file: string, range: Range): object {
  const region = {
    startLine: range.line,
    startColumn: range.column,
    endLine: range.endLine,
    endColumn: range.endColumn,
  };
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } };
}

function levelOf(severity: Severity): "error" | "warning" | "note" {
  return severity === "error" || severity === "warning" ? severity : "note";
}

function uriOf(file: string): string {
  const encoded = file.split("/").map(encodeURIComponent).join("/");
  return file.startsWith("/") ? `file://${encoded}` : encoded;
}

function plain(markdown: string): string {
  return markdown.replaceAll("`", "");
}
