// `duplicate-param`: removes the second one, or gives it another name.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { literal } from "../../syntax/written.ts";
import { printName } from "../../syntax/print.ts";
import { sentence } from "../../text/sentence.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { edit, foundIn, removal, type Found } from "./found.ts";
import { numberedName } from "./new-names.ts";

export function duplicateParam(model: Model, finding: Finding): readonly Fix[] {
  const [name = ""] = finding.arguments;
  const found = foundIn(model, finding);
  const [before] = finding.related;
  const first = before && foundIn(model, before);
  if (found?.declaration?.kind !== "param" || !found.declaration.name || !first) return [];
  const gone = removal(found, found.declaration.span);
  if (valueOf(found) === valueOf(first)) return [safe(sentence`Remove this one, which says the same`, gone)];
  const newName = numberedName(model, "param", name);
  const renaming = edit(found, found.declaration.name.span, printName(newName));
  return [
    choice(sentence`Remove this one`, gone),
    choice(sentence`Rename this one to '${newName}'`, renaming),
  ];
}

/** Undefined where it has none. */
function valueOf({ declaration }: Found): string | undefined {
  return declaration?.kind === "param" && declaration.value ? literal(declaration.value) : undefined;
}
