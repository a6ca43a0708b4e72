// `unused-param`: a param that no text puts in; silent where `duplicate-param` speaks.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* unusedParam({ symbols }: Model): Iterable<SetFinding> {
  const done = new Set(symbols.paramUses.map(({ name }) => name));
  for (const { name, at } of symbols.params) {
    if (!done.has(name)) yield setFinding("unused-param", at, name);
    done.add(name);
  }
}
