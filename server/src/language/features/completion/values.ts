// The values that `confirm` and `modality` take.
import { properties } from "../../vocabulary.ts";
import type { CompletionItem } from "./item.ts";

export function values(of: "confirm" | "modality"): readonly CompletionItem[] {
  return Object.keys(properties[of].choices).map((label) => ({ label, kind: "value", newText: label }));
}
