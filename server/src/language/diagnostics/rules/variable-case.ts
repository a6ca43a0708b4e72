// `variable-case`: a variable that is not in snake_case; silent where `empty-text` or `vague-variable` speaks.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { inSnakeCase, isVague, placesByVariable } from "../variables.ts";

export function* variableCase({ symbols }: Model): Iterable<SetFinding> {
  for (const [name, [first, ...others]] of placesByVariable(symbols, isOddlyWritten)) {
    if (first) yield { ...setFinding("variable-case", first, name, inSnakeCase(name)), related: others };
  }
}

function isOddlyWritten(name: string): boolean {
  const wanted = inSnakeCase(name);
  return wanted !== name && wanted !== "" && !isVague(name);
}
