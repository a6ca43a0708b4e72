// `name-with-spaces`: puts `_` in the place of the blanks, wherever a set mentions the name.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { renamedIn } from "../rename.ts";
import { sentence } from "../../text/sentence.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { numberedName } from "./new-names.ts";

export function nameWithSpaces(model: Model, finding: Finding, others: readonly Model[]): readonly Fix[] {
  const [name = "", suggestion = ""] = finding.arguments;
  if (suggestion === "") return [];
  // Arrows that lead to the new name already were meant to lead here; another objective of that name is another matter.
  const isTaken = model.symbols.byName.has(suggestion);
  const newName = isTaken ? numberedName(model, "objective", suggestion) : suggestion;
  const edits = renamedIn([model, ...others], "objective", name, newName);
  return [(isTaken ? choice : safe)(sentence`Rename '${name}' to '${newName}' everywhere`, ...edits)];
}
