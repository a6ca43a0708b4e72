// `bad-indent`: a line of a block string that is indented less than its end.
import type { Unit } from "../../model/source.ts";
import { reportIssues } from "../about.ts";
import type { Report } from "../finding.ts";

export function badIndent(unit: Unit, report: Report): void {
  reportIssues("bad-indent", unit, report);
}
