// `name-with-spaces`: the platform refuses such a name.
import type * as ast from "../../syntax/ast.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";

export function* nameWithSpaces({ name }: ast.Objective): Iterable<UnitFinding> {
  if (name && hasSpaces(name.text))
    yield unitFinding("name-with-spaces", name.span, name.text, withoutSpaces(name.text));
}

export function hasSpaces(name: string): boolean {
  return /\s/.test(name);
}

/** The name with an underscore for every run of blanks. */
export function withoutSpaces(name: string): string {
  return name.trim().replace(/\s+/g, "_");
}
