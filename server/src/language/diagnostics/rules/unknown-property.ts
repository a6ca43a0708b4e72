// `unknown-property`: a keyword that the language does not have.
import type { Unit } from "../../model/source.ts";
import { unitFinding, type Report } from "../finding.ts";
import { propertiesOf } from "../about.ts";
import { meantProperty, propertyOfValue } from "../meant-property.ts";

export function unknownProperty(unit: Unit, report: Report): void {
  for (const property of propertiesOf(unit)) {
    if (property.kind !== "unknown") continue;
    const { name, keyword, span } = property;
    const value = span.end === keyword.end ? propertyOfValue(name) : undefined;
    const meant = value ? `${value} ${name}` : meantProperty(name);
    report(unitFinding("unknown-property", keyword, name, meant));
  }
}
