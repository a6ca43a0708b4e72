// `duplicate-defaults`: a second block of defaults.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* duplicateDefaults({ symbols }: Model): Iterable<SetFinding> {
  const [first, ...more] = symbols.defaults;
  for (const at of more) yield { ...setFinding("duplicate-defaults", at), related: first ? [first] : [] };
}
