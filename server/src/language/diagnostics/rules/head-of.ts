// Where a finding about a whole objective points.
import type * as ast from "../../syntax/ast.ts";

/** Its name, or its keyword while it has none. */
export function headOf({ name, span }: ast.Objective): ast.Objective["span"] {
  return name?.span ?? { start: span.start, end: span.start + "objective".length };
}
