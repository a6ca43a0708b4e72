// `bad-name`: a name in letters, digits and `_`, wherever a set mentions it.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { renamedIn } from "../rename.ts";
import { sentence } from "../../text/sentence.ts";
import { choice, type Fix } from "./fix.ts";
import { freeName, validName } from "./new-names.ts";

export function badName(model: Model, finding: Finding, others: readonly Model[]): readonly Fix[] {
  const [name = ""] = finding.arguments;
  const valid = validName(name);
  if (valid === "") return [];
  const newName = freeName(model, "objective", valid);
  const edits = renamedIn([model, ...others], "objective", name, newName);
  return [choice(sentence`Rename '${name}' to '${newName}' everywhere`, ...edits)];
}
