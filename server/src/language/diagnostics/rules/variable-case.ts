// `variable-case`: a variable that is not in snake_case; silent where `empty-text` or `vague-variable` speaks.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { inSnakeCase, isVague, placesByVariable } from "../variables.ts";

export function* variableCase({ symbols }: Model): Iterable<SetFinding> {
  for (const [name, [first, ...others]] of placesByVariable(symbols)) {
    const wanted = inSnakeCase(name);
    if (first && wanted !== name && wanted !== "" && !isVague(name))
      yield { ...setFinding("variable-case", first, name, wanted), related: others };
  }
}
