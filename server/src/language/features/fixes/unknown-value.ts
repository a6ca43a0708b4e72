// `unknown-value`: the value that was meant; where that cannot be told, each that there is.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { isPropertyName, properties, type PropertySpec } from "../../vocabulary.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { edit, foundIn } from "./found.ts";

export function unknownValue(model: Model, finding: Finding): readonly Fix[] {
  const [keyword = "", value = "", , suggestion = ""] = finding.arguments;
  const found = foundIn(model, finding);
  if (!found) return [];
  const title = (known: string): Sentence => sentence`Replace '${value}' by '${known}'`;
  if (suggestion !== "") return [safe(title(suggestion), edit(found, found.span, suggestion))];
  return choicesOf(keyword).map((known) => choice(title(known), edit(found, found.span, known)));
}

function choicesOf(keyword: string): readonly string[] {
  if (!isPropertyName(keyword)) return [];
  const { choices = {} }: PropertySpec = properties[keyword];
  return Object.keys(choices);
}
