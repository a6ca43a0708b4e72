// `include-missing`: another file whose declarations are not here.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* includeMissing({ symbols }: Model): Iterable<SetFinding> {
  for (const { name, at } of symbols.includes) yield setFinding("include-missing", at, name);
}
