// The objectives of a unit, for rules that look at one after the other.
import type * as ast from "../../syntax/ast.ts";
import type { Unit } from "../../model/source.ts";

export function objectivesOf({ declarations }: Unit): readonly ast.Objective[] {
  return declarations.filter((declaration) => declaration.kind === "objective");
}

/** The properties of objectives and defaults. */
export function propertiesOf({ declarations }: Unit): readonly ast.Property[] {
  return declarations.flatMap((it) =>
    it.kind === "objective" || it.kind === "defaults" ? it.properties : [],
  );
}

/** Where an objective is pointed at: its name, or its keyword while it has none. */
export function headOf({ name, span }: ast.Objective): ast.Objective["span"] {
  return name?.span ?? { start: span.start, end: span.start + "objective".length };
}
