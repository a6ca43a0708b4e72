// `variable-case`: the variable in snake_case, wherever a set mentions it; not where another has that name.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { mentionsOfName } from "../../model/names.ts";
import { renamedIn } from "../rename.ts";
import { sentence } from "../../text/sentence.ts";
import { choice, type Fix } from "./fix.ts";

export function variableCase(model: Model, finding: Finding, others: readonly Model[]): readonly Fix[] {
  const [name = "", suggestion = ""] = finding.arguments;
  if (mentionsOfName(model, "variable", suggestion).length > 0) return [];
  const edits = renamedIn([model, ...others], "variable", name, suggestion);
  return [choice(sentence`Rename '${name}' to '${suggestion}' everywhere`, ...edits)];
}
