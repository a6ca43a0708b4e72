// `unused-param`: removes the declaration.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { sentence } from "../../text/sentence.ts";
import { choice, type Fix } from "./fix.ts";
import { foundIn, removal } from "./found.ts";

export function unusedParam(model: Model, finding: Finding): readonly Fix[] {
  const [name = ""] = finding.arguments;
  const found = foundIn(model, finding);
  if (found?.declaration?.kind !== "param") return [];
  // Another set that shares the file may use it, and somebody may be about to.
  return [choice(sentence`Remove the param '${name}'`, removal(found, found.declaration.span))];
}
