// `empty-set`: a set without objectives.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* emptySet({ symbols, includes }: Model): Iterable<SetFinding> {
  const [header] = symbols.headers;
  if (header && symbols.objectives.length === 0 && includes.length === 0)
    yield setFinding("empty-set", header.at);
}
