// `syntax`, `bad-escape`, `bad-indent`: what was found while reading.
import type { Unit } from "../../model/source.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";

export function syntax({ issues }: Unit): Iterable<UnitFinding> {
  return issues.map(({ code, span, problem, arguments: args }) => unitFinding(code, span, problem, ...args));
}
