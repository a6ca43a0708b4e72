// `syntax`, `bad-escape`, `bad-indent`: what was found while reading.
import type { Unit } from "../../model/source.ts";
import { unitFinding, type Report } from "../finding.ts";

export function syntax({ issues }: Unit, report: Report): void {
  for (const { code, span, problem, arguments: args } of issues)
    report(unitFinding(code, span, problem, ...args));
}
