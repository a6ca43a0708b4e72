// `unknown-param`: a text that puts in what no param says.
import type { Model } from "../../model/analyze.ts";
import { nearest } from "../../text/nearest.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* unknownParam({ symbols }: Model): Iterable<SetFinding> {
  const known = new Set(symbols.params.map(({ name }) => name));
  for (const { name, at } of symbols.paramUses) {
    if (!known.has(name)) yield setFinding("unknown-param", at, name, nearest(name, known) ?? "");
  }
}
