// `duplicate-objective`: gives the second one another name, and leads to it; or removes it where it says the same.
import type { Finding } from "../../diagnostics/finding.ts";
import { isSet, type Model } from "../../model/analyze.ts";
import { printName } from "../../syntax/print.ts";
import { sentence } from "../../text/sentence.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { edit, foundIn, objectiveAround, objectiveIndex, removal, writtenAt } from "./found.ts";
import { numberedName } from "./new-names.ts";
import { waysTo } from "./several-starts.ts";

export function duplicateObjective(model: Model, finding: Finding): readonly Fix[] {
  const spot = objectiveAround(model, finding);
  if (!spot?.objective.name) return [];
  const [name = ""] = finding.arguments;
  const newName = numberedName(model, "objective", name);
  const title = sentence`Rename this one to '${newName}'`;
  const renaming = edit(spot, spot.objective.name.span, printName(newName));
  const plain = choice(title, renaming);
  // Nothing leads to the new name yet: a set would have a second start.
  const led = waysTo(model, objectiveIndex(model, spot), newName).map((way): Fix =>
    choice(sentence`${title}. ${way.title}`, renaming, ...way.edits),
  );
  return [...removed(model, finding), ...(isSet(model) ? led : [plain])];
}

function removed(model: Model, { related: [first], ...finding }: Finding): readonly Fix[] {
  const spot = objectiveAround(model, finding);
  const before = first && foundIn(model, first);
  if (!spot || !before?.declaration) return [];
  const says = writtenAt(spot, spot.objective.span);
  if (says !== writtenAt(before, before.declaration.span)) return [];
  return [safe(sentence`Remove this one, which says the same`, removal(spot, spot.objective.span))];
}
