// The selected part of a prompt becomes the prompt of a new objective that comes next.
import { sentence } from "../../text/sentence.ts";
import { promptAround } from "../fixes/found.ts";
import { continuedWith } from "./continued.ts";
import { cutOut } from "./cut.ts";
import { objectiveAt } from "./pieces.ts";
import { offered, refused, type Asking, type Refactoring } from "./refactoring.ts";

/** The new objective takes over the arrows, and the variables that only the selected part speaks of. */
export function extractObjective(asking: Asking): readonly Refactoring[] {
  const spot = objectiveAt(asking);
  const prompt = spot && promptAround(spot);
  if (!spot || !prompt || spot.span.start === spot.span.end) return [];
  const title = sentence`Extract to a new next objective`;
  const cut = cutOut(spot, prompt, spot.span);
  if (cut) return [offered(title, () => continuedWith(asking.sets, spot, prompt, cut))];
  return [
    refused(title, sentence`Select a part of the prompt: something has to be left for '${spot.name}'.`),
  ];
}
