// `duplicate-param`: a param that is declared again.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* duplicateParam({ symbols }: Model): Iterable<SetFinding> {
  const first = new Map<string, SetFinding["at"]>();
  for (const { name, at } of symbols.params) {
    const before = first.get(name);
    if (before) yield { ...setFinding("duplicate-param", at, name), related: [before] };
    else first.set(name, at);
  }
}
