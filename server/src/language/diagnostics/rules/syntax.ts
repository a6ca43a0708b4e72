// `syntax`: what does not have the form of the language, and a header or an include that stands too late in its file.
import type { Model } from "../../model/analyze.ts";
import type { Unit } from "../../model/source.ts";
import { reportIssues } from "../about.ts";
import { setFinding, type Report, type SetFinding } from "../finding.ts";

export function syntax(unit: Unit, report: Report): void {
  reportIssues("syntax", unit, report);
}

export function* order({ symbols }: Model): Iterable<SetFinding> {
  let [file, headers, includes, others] = [-1, 0, 0, 0];
  for (const { role, at } of symbols.declarations) {
    if (at.file !== file) [file, headers, includes, others] = [at.file, 0, 0, 0];
    if (role === "header") {
      headers += 1;
      if (headers > 1) yield setFinding("syntax", at, "second-header");
      else if (includes > 0 || others > 0) yield setFinding("syntax", at, "header-not-first");
    } else if (role === "include") {
      includes += 1;
      if (others > 0) yield setFinding("syntax", at, "include-not-first");
    } else {
      others += 1;
    }
  }
}
