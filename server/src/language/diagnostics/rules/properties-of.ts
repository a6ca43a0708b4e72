// The properties that a unit's declarations have.
import type { Unit } from "../../model/source.ts";
import type * as ast from "../../syntax/ast.ts";

/** Those of objectives and of defaults. */
export function* propertiesOf({ declarations }: Unit): Iterable<ast.Property> {
  for (const declaration of declarations) {
    if (declaration.kind === "objective" || declaration.kind === "defaults") yield* declaration.properties;
  }
}
