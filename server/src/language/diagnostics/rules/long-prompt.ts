// `long-prompt`: more than one goal can be said in.
import { template } from "../../model/mentions.ts";
import type { Unit } from "../../model/source.ts";
import { unitFinding, type UnitFinding } from "../finding.ts";
import { objectivesOf } from "./objectives-of.ts";

const LONGEST = 1_000;

export function* longPrompt(unit: Unit): Iterable<UnitFinding> {
  for (const property of objectivesOf(unit).flatMap(({ properties }) => properties)) {
    if (property.kind !== "prompt" || !property.text) continue;
    const { length } = template(property.text);
    if (length > LONGEST) yield unitFinding("long-prompt", property.keyword, length.toLocaleString("en"));
  }
}
