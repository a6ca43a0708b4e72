// `duplicate-variable`: removes the name that stands again, with the comma before it.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type { Fix } from "./fix.ts";
import { foundIn, itemAt, objectiveAround } from "./found.ts";

export function duplicateVariable(model: Model, finding: Finding): readonly Fix[] {
  const found = foundIn(model, finding);
  const objective = found && objectiveAround(found);
  const names = objective?.properties.flatMap((it) => (it.kind === "collect" ? [it.names] : [])) ?? [];
  const list = found && names.find((it) => itemAt(it, found) !== undefined);
  const again = list && itemAt(list, found);
  const before = again && list[list.indexOf(again) - 1];
  if (!found || !before) return [];
  const edit = found.edit({ start: before.span.end, end: again.span.end }, "");
  return [{ title: `Remove the second '${again.text}'`, edits: [edit], kind: "safe" }];
}
