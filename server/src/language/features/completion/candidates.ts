// Every word that may stand at a place, in whichever form fits there, the likeliest first.
import type { Check } from "../../diagnostics/check.ts";
import type { Model } from "../../model/analyze.ts";
import { conditions } from "./conditions.ts";
import { declarations } from "./declarations.ts";
import { declaredNames } from "./declared-names.ts";
import { edgeWords } from "./edge-words.ts";
import { allFitting, fitting } from "./fitting.ts";
import { includable } from "./include-paths.ts";
import type { CompletionItem } from "./item.ts";
import { params } from "./params.ts";
import type { Place, TextPlace } from "./place.ts";
import { properties } from "./properties.ts";
import { metaKeys, saidTexts } from "./said-texts.ts";
import type { Spot } from "./spot.ts";
import { steps, stepVariables } from "./steps.ts";
import { silencingCodes, SUPPRESSION } from "./suppressions.ts";
import { targets } from "./targets.ts";
import { values } from "./values.ts";
import { variables } from "./variables.ts";

/** What is around a set. */
export interface Surroundings {
  /** The paths of the fragments that the cursor's file could include, seen from it: `./closing.objectives`. */
  readonly fragments: () => readonly string[];
}

/** The cursor's place as one of the sets sees it. */
export interface Placed {
  readonly check: Check;
  readonly spot: Spot;
}

/** Made as they are asked for, where there may be many. */
export function candidates({ check, spot }: Placed, around: Surroundings): Iterable<CompletionItem> {
  const items = wordsAt(check, spot, around);
  const fits = OF_FORMS.has(spot.place.kind) ? fitting : allFitting;
  return fits(check.model, spot, items);
}

/** Places whose words bring with them what belongs to each. */
const OF_FORMS: ReadonlySet<Place["kind"]> = new Set([
  "declaration",
  "declared name",
  "property",
  "edge word",
  "step variable",
] as const);

function wordsAt(check: Check, spot: Spot, around: Surroundings): Iterable<CompletionItem> {
  const { model } = check;
  const { place } = spot;
  switch (place.kind) {
    case "nothing":
      return [];
    case "declaration":
      return declarations(model, spot);
    case "declared name":
      return declaredNames(model, place.of);
    case "property":
      return properties(model, spot, place);
    case "value":
      return values(place.of);
    case "variable":
      return variables(model, spot);
    case "target":
      return targets(model, spot);
    case "edge word":
      return edgeWords(model, spot);
    case "step":
      return steps(model, place.before);
    case "step variable":
      return stepVariables(model, place.step);
    case "param":
      return params(model, place.brace);
    case "meta key":
      return metaKeys(model, spot);
    case "text":
      return texts(model, spot, place, around);
    case "suppression":
      return [SUPPRESSION];
    case "code":
      return silencingCodes(check, spot, place.said);
  }
}

function texts(
  model: Model,
  spot: Spot,
  { role, quotes }: TextPlace,
  { fragments }: Surroundings,
): readonly CompletionItem[] {
  if (role.kind === "path") return includable(model, spot, quotes, fragments());
  if (role.kind === "condition") return conditions(model, spot, quotes);
  return saidTexts(model, spot, role, quotes);
}
