// `bad-escape`: an escape that the language does not have.
import type { Unit } from "../../model/source.ts";
import { reportIssues } from "../about.ts";
import type { Report } from "../finding.ts";

export function badEscape(unit: Unit, report: Report): void {
  reportIssues("bad-escape", unit, report);
}
