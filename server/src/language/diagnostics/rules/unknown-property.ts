// `unknown-property`: a keyword that the language does not have.
import { nearest } from "../../text/nearest.ts";
import { properties } from "../../vocabulary.ts";
import type { Unit } from "../../model/source.ts";
import { unitFinding, type Report } from "../finding.ts";
import { propertiesOf } from "../about.ts";

export function unknownProperty(unit: Unit, report: Report): void {
  for (const property of propertiesOf(unit)) {
    if (property.kind !== "unknown") continue;
    report(unitFinding("unknown-property", property.keyword, property.name, suggestionFor(property.name)));
  }
}

/** The platform's own names, and what people call things, lead to ours. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    objective_prompt: "prompt",
    description: "prompt",
    goal: "prompt",
    instructions: "prompt",
    output_variables: "collect",
    variables: "collect",
    output: "collect",
    confirmation_mode: "confirm",
    confirmation: "confirm",
    mode: "modality",
    callback_url: "callback",
    webhook: "callback",
    url: "callback",
    next: "->",
    goto: "->",
    then: "->",
    next_required_objective: "->",
    next_required_objectives: "->",
    next_conditional_objectives: "->",
  }),
);

function suggestionFor(name: string): string {
  return SYNONYMS.get(name.toLowerCase()) ?? nearest(name, Object.keys(properties)) ?? "";
}
