// `name-with-spaces`: the platform refuses such a name.
import type * as ast from "../../syntax/ast.ts";
import { hasSpaces } from "../about.ts";
import { unitFinding, type Report } from "../finding.ts";

export function nameWithSpaces({ name }: ast.Objective, report: Report): void {
  if (name && hasSpaces(name.text))
    report(unitFinding("name-with-spaces", name.span, name.text, withoutSpaces(name.text)));
}

/** The name with an underscore for every run of blanks. */
function withoutSpaces(name: string): string {
  return name.trim().replace(/\s+/g, "_");
}
