// `unknown-property`: a keyword that the language does not have.
import type { Unit } from "../../model/source.ts";
import { unitFinding, type Report } from "../finding.ts";
import { propertiesOf } from "../about.ts";
import { meantProperty } from "../meant-property.ts";

export function unknownProperty(unit: Unit, report: Report): void {
  for (const property of propertiesOf(unit)) {
    if (property.kind !== "unknown") continue;
    report(unitFinding("unknown-property", property.keyword, property.name, meantProperty(property.name)));
  }
}
