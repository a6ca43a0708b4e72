// `bad-name`: a name that works nowhere else on the platform; silent where `name-with-spaces` speaks.
import type { Unit } from "../../model/source.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";
import { hasSpaces } from "./name-with-spaces.ts";
import { objectivesOf } from "./objectives-of.ts";

export function* badName(unit: Unit): Iterable<UnitFinding> {
  for (const { name } of objectivesOf(unit)) {
    if (!name || hasSpaces(name.text) || /^[A-Za-z0-9_]{1,100}$/.test(name.text)) continue;
    yield unitFinding("bad-name", name.span, name.text);
  }
}
