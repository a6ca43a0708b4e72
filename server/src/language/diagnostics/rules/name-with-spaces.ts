// `name-with-spaces`: the platform refuses such a name.
import type { Unit } from "../../model/source.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";
import { objectivesOf } from "./objectives-of.ts";

export function* nameWithSpaces(unit: Unit): Iterable<UnitFinding> {
  for (const { name } of objectivesOf(unit)) {
    if (name && hasSpaces(name.text))
      yield unitFinding("name-with-spaces", name.span, name.text, withoutSpaces(name.text));
  }
}

export function hasSpaces(name: string): boolean {
  return /\s/.test(name);
}

/** The name with an underscore for every run of blanks. */
export function withoutSpaces(name: string): string {
  return name.trim().replace(/\s+/g, "_");
}
