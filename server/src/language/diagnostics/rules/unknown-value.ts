// `unknown-value`: a value of `confirm` or `modality` that the platform does not know.
import { nearest } from "../../text/nearest.ts";
import { properties } from "../../vocabulary.ts";
import type { Unit } from "../../model/source.ts";
import { unitFinding, type Report } from "../finding.ts";
import { propertiesOf } from "../about.ts";

export function unknownValue(unit: Unit, report: Report): void {
  for (const property of propertiesOf(unit)) {
    if (property.kind !== "confirm" && property.kind !== "modality") continue;
    const choices = Object.keys(properties[property.kind].choices);
    if (!property.value || choices.includes(property.value.text)) continue;
    const { text, span } = property.value;
    report(
      unitFinding(
        "unknown-value",
        span,
        property.kind,
        text,
        choices.join(" "),
        suggestionFor(text, choices),
      ),
    );
  }
}

function suggestionFor(value: string, choices: readonly string[]): string {
  const word = value.toLowerCase();
  return choices.find((choice) => word.startsWith(choice)) ?? nearest(word, choices) ?? "";
}
