// `name-with-spaces`: the platform refuses such a name.
import type * as ast from "../../syntax/ast.ts";
import { hasSpaces } from "../about.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";

export function* nameWithSpaces({ name }: ast.Objective): Iterable<UnitFinding> {
  if (name && hasSpaces(name.text))
    yield unitFinding("name-with-spaces", name.span, name.text, withoutSpaces(name.text));
}

/** The name with an underscore for every run of blanks. */
function withoutSpaces(name: string): string {
  return name.trim().replace(/\s+/g, "_");
}
