// `param-without-value`: a text puts in a param that has no value yet; silent where `unknown-param` speaks.
import type { Model } from "../../model/analyze.ts";
import { paramValues } from "../../model/params.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* paramWithoutValue({ symbols, given, target }: Model): Iterable<SetFinding> {
  const declared = new Set(symbols.params.map(({ name }) => name));
  const values = paramValues(symbols, given);
  for (const { name, at } of symbols.paramUses) {
    if (declared.has(name) && !values.has(name))
      yield setFinding("param-without-value", at, name, ...(target === undefined ? [] : [target]));
  }
}
