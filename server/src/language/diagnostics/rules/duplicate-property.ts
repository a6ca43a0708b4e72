// `duplicate-property`: a property that is said twice, or two notes of one name.
import type * as ast from "../../syntax/ast.ts";
import type { Unit } from "../../model/source.ts";
import { unitFinding, type Report } from "../finding.ts";

export function duplicateProperty({ declarations }: Unit, report: Report): void {
  for (const declaration of declarations) {
    if (declaration.kind !== "objective" && declaration.kind !== "defaults") continue;
    const first = new Map<string, ast.Property>();
    for (const property of declaration.properties) {
      if (property.kind === "unknown") continue;
      const key = keyOf(property);
      const before = first.get(key);
      if (!before) first.set(key, property);
      else report({ ...unitFinding("duplicate-property", property.keyword, key), related: [before.keyword] });
    }
  }
}

function keyOf(property: ast.Property): string {
  return property.kind === "meta" ? `meta ${property.key?.text ?? ""}` : property.kind;
}
