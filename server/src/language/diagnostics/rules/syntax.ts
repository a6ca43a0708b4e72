// `syntax`: what does not have the form of the language, and a header or an include that stands too late in its file.
import type { Model } from "../../model/analyze.ts";
import type { Unit } from "../../model/source.ts";
import { reportIssues } from "../about.ts";
import { setFinding, type Report, type SetFinding } from "../finding.ts";

export function syntax(unit: Unit, report: Report): void {
  reportIssues("syntax", unit, report);
}

export function* order({ symbols }: Model): Iterable<SetFinding> {
  let above = { ...NOTHING };
  for (const { role, at } of symbols.declarations) {
    if (at.file !== above.file) above = { ...NOTHING, file: at.file };
    if (role === "header") {
      if (above.headers > 0) yield setFinding("syntax", at, "second-header");
      else if (above.includes > 0 || above.others > 0) yield setFinding("syntax", at, "header-not-first");
      above.headers += 1;
    } else if (role === "include") {
      if (above.others > 0) yield setFinding("syntax", at, "include-not-first");
      above.includes += 1;
    } else {
      above.others += 1;
    }
  }
}

/** What stands above a declaration in its file. */
const NOTHING = { file: -1, headers: 0, includes: 0, others: 0 };
