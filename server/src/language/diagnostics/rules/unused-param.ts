// `unused-param`: a param that no text puts in, misspelt or not; silent where `duplicate-param` speaks.
import type { Model } from "../../model/analyze.ts";
import { nearest } from "../../text/nearest.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* unusedParam({ symbols }: Model): Iterable<SetFinding> {
  const known = new Set(symbols.params.map(({ name }) => name));
  const done = new Set(symbols.paramUses.map(({ name }) => (known.has(name) ? name : nearest(name, known))));
  for (const { name, at } of symbols.params) {
    if (!done.has(name)) yield setFinding("unused-param", at, name);
    done.add(name);
  }
}
