// `duplicate-variable`: removes the name that stands again, with the comma before it.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { covers } from "../../text/span.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { edit, objectiveAround } from "./found.ts";

export function duplicateVariable(model: Model, finding: Finding): readonly Fix[] {
  const found = objectiveAround(model, finding);
  const list = found?.objective.properties.find((it) => covers(it.span, found.span));
  if (!found || list?.kind !== "collect") return [];
  const index = list.names.findIndex((it) => covers(it.span, found.span));
  const again = list.names[index];
  const before = list.names[index - 1];
  if (!again || !before) return [];
  // In a list that cannot be read as it was meant, another name may have been meant.
  const isBroken = found.unit.issues.some(({ span }) => covers(list.span, span));
  const make = isBroken ? choice : safe;
  const rest = edit(found, { start: before.span.end, end: again.span.end }, "");
  return [make(`Remove the second '${again.text}'`, rest)];
}
