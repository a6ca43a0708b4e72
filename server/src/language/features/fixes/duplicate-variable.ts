// `duplicate-variable`: removes the name that stands again, with the comma before it.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { covers } from "../../text/span.ts";
import { safe, type Fix } from "./fix.ts";
import { edit, objectiveAround } from "./found.ts";

export function duplicateVariable(model: Model, finding: Finding): readonly Fix[] {
  const found = objectiveAround(model, finding);
  const names = found?.objective.properties.flatMap((it) =>
    it.kind === "collect" && covers(it.span, found.span) ? it.names : [],
  );
  const index = names?.findIndex((it) => covers(it.span, found?.span ?? it.span)) ?? -1;
  const again = names?.[index];
  const before = names?.[index - 1];
  if (!found || !again || !before) return [];
  const edits = [edit(found, { start: before.span.end, end: again.span.end }, "")];
  return [safe(`Remove the second '${again.text}'`, ...edits)];
}
