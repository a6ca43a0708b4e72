// What a pasted text becomes where plain text would not mean what it says: JSON as objectives, prose as a part of a text.
import { fileIndex, type Model } from "../model/analyze.ts";
import type { Place } from "../text/place.ts";
import type { Paste } from "./paste/made.ts";
import { pastedObjectives } from "./paste/objectives.ts";
import { pastedProse } from "./paste/prose.ts";

/** Undefined where the text may be put in as it is. The place is what it replaces. */
export function paste(model: Model, { file, span }: Place, text: string): Paste | undefined {
  const index = fileIndex(model, file);
  if (index === undefined) return undefined;
  const lines = text.replace(/\r\n|\r/g, "\n").replace(/\n+$/, "");
  const pasted = pastedProse(model, index, span, lines) ?? pastedObjectives(model, index, span, lines);
  return pasted?.newText === text && pasted.edits.length === 0 ? undefined : pasted;
}
