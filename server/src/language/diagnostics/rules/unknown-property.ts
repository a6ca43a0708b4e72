// `unknown-property`: a keyword that the language does not have.
import type { Unit } from "../../model/source.ts";
import type { Model } from "../../model/analyze.ts";
import { printName } from "../../syntax/print.ts";
import { unitFinding, type Report, type UnitFinding } from "../finding.ts";
import type { Span } from "../../text/span.ts";
import { declarationAround, meantBy, propertiesOf, propertyAt } from "../about.ts";
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

/** A word by itself that is an objective's name, or nearly, and not its own, was meant as an arrow to it. */
export function asArrow(finding: UnitFinding, unit: Unit | undefined, { symbols }: Model): UnitFinding {
  const [name = "", suggestion] = finding.arguments;
  if (finding.code !== "unknown-property" || suggestion !== "" || !isAlone(finding.span, unit))
    return finding;
  const meant = symbols.byName.has(name) ? name : meantBy(name, symbols);
  return meant === undefined ? finding : { ...finding, arguments: [name, `-> ${printName(meant)}`] };
}

/** Whether the word has no value, and is not the name of its objective. */
function isAlone(span: Span, unit: Unit | undefined): boolean {
  const around = unit && declarationAround(unit, span);
  if (around?.kind !== "objective") return false;
  const property = propertyAt(around, span);
  return (
    property?.kind === "unknown" && property.span.end === span.end && property.name !== around.name?.text
  );
}
