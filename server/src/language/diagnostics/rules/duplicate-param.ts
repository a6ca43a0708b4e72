// `duplicate-param`: a param that is declared again.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { fileOfOther } from "../told.ts";

export function* duplicateParam(model: Model): Iterable<SetFinding> {
  const first = new Map<string, SetFinding["at"]>();
  for (const { name, at } of model.symbols.params) {
    const before = first.get(name);
    if (before)
      yield { ...setFinding("duplicate-param", at, name, fileOfOther(model, at, before)), related: [before] };
    else first.set(name, at);
  }
}
