// `variable-case`: a variable that is not in snake_case; silent where `empty-text` or `vague-variable` speaks.
import type { Model } from "../../model/analyze.ts";
import { inSnakeCase, isVague } from "../../model/variable-names.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { placesByVariable } from "../variables.ts";

export function* variableCase({ symbols }: Model): Iterable<SetFinding> {
  for (const [name, [first, ...others]] of placesByVariable(symbols, isOddlyWritten)) {
    if (first)
      yield {
        ...setFinding("variable-case", first.at, name, inSnakeCase(name)),
        related: others.map(({ at }) => at),
      };
  }
}

function isOddlyWritten(name: string): boolean {
  const wanted = inSnakeCase(name);
  return wanted !== name && wanted !== "" && !isVague(name);
}
