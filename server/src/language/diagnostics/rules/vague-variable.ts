// `vague-variable`: a variable whose name does not say what is collected, at its first place in the set.
import type { Model } from "../../model/analyze.ts";
import { isVague } from "../../model/variable-names.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { placesByVariable } from "../variables.ts";

export function* vagueVariable({ symbols }: Model): Iterable<SetFinding> {
  for (const [name, [first, ...others]] of placesByVariable(symbols, isVague)) {
    if (first) yield { ...setFinding("vague-variable", first.at, name), related: others.map(({ at }) => at) };
  }
}
