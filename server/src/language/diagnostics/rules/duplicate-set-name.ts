// `duplicate-set-name`: another set of the workspace has this name.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* duplicateSetName({ symbols, surroundings }: Model): Iterable<SetFinding> {
  const [header] = symbols.headers;
  if (header && header.name !== "" && surroundings.namesakes.length > 0)
    yield setFinding("duplicate-set-name", header.at, header.name, ...surroundings.namesakes);
}
