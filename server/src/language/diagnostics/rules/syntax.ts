// `syntax`: what does not have the form of the language, and a header or an include that stands too late in its file.
import type { Model } from "../../model/analyze.ts";
import type { Unit } from "../../model/source.ts";
import type { Symbols } from "../../model/symbols.ts";
import { reportIssues } from "../about.ts";
import { setFinding, type Report, type SetFinding } from "../finding.ts";

export function syntax(unit: Unit, report: Report): void {
  reportIssues("syntax", unit, report);
}

export function* order({ symbols, files }: Model): Iterable<SetFinding> {
  for (const file of files.keys()) yield* orderIn(symbols.order.filter(({ at }) => at.file === file));
}

function* orderIn(declared: Symbols["order"]): Iterable<SetFinding> {
  let headers = 0;
  let others = 0;
  for (const [index, { role, at }] of declared.entries()) {
    if (role === "header") {
      headers += 1;
      if (headers > 1) yield setFinding("syntax", at, "second-header");
      else if (index > 0) yield setFinding("syntax", at, "header-not-first");
    } else if (role !== "include") {
      others += 1;
    } else if (others > 0) {
      yield setFinding("syntax", at, "include-not-first");
    }
  }
}
