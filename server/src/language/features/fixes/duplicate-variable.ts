// `duplicate-variable`: removes the name that stands again, with its comma.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type { FileEdit } from "../../text/place.ts";
import { sentence } from "../../text/sentence.ts";
import { covers, type Span } from "../../text/span.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { edit, objectiveAround, removal, writtenAt, type Spot } from "./found.ts";

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
  const edits = withoutName(found, before.span, again.span, list.names[index + 1]?.span);
  return [make(sentence`Remove the second '${again.text}'`, ...edits)];
}

/** With the comma behind it where comments stand before it and a name follows; else with that before it. */
function withoutName(spot: Spot, before: Span, again: Span, next: Span | undefined): readonly FileEdit[] {
  const gap = writtenAt(spot, { start: before.end, end: again.start });
  if (/^[\s,]*$/.test(gap)) return [edit(spot, { start: before.end, end: again.end }, "")];
  if (next) return [edit(spot, { start: again.start, end: next.start }, "")];
  const comma = /^\s*,/.exec(gap)?.[0].length ?? 0;
  return [edit(spot, { start: before.end, end: before.end + comma }, ""), removal(spot, again)];
}
