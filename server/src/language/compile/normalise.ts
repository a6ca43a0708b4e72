// When two documents say the same: optional fields empty or absent, and the order of conditions, make no difference.
import { BUILT_IN } from "./payload.ts";
import type { ObjectiveItem, SetDocument } from "./payload.ts";

/** The document with the built-in values where it says nothing. */
export function normalise(document: SetDocument): SetDocument {
  return { name: document.name, objectives: document.objectives.map(normaliseItem) };
}

/**
 * Whether both say the same to the platform. The order of objectives counts;
 * the order of conditions does not, because a JSON store may give a map's entries back in any order.
 */
export function sameDocument(a: SetDocument, b: SetDocument): boolean {
  return canonical(a) === canonical(b);
}

/** Whether both say the same in the same order, conditions included. */
export function exactlySameDocument(a: SetDocument, b: SetDocument): boolean {
  return asText(normalise(a)) === asText(normalise(b));
}

/** A text that two documents share exactly when `sameDocument` holds for them: to be compared or hashed, not read back. */
export function canonical(document: SetDocument): string {
  const { name, objectives } = normalise(document);
  return asText({ name, objectives: objectives.map(withSortedConditions) });
}

/** As `canonical`, for one objective. */
export function canonicalItem(item: ObjectiveItem): string {
  return JSON.stringify(itemValues(withSortedConditions(normaliseItem(item))));
}

function normaliseItem(item: ObjectiveItem): ObjectiveItem {
  return {
    ...item,
    confirmation: item.confirmation === "" ? BUILT_IN.confirmation : item.confirmation,
    modality: item.modality === "" ? BUILT_IN.modality : item.modality,
  };
}

function withSortedConditions(item: ObjectiveItem): ObjectiveItem {
  // Code units, not a locale: the same on every machine.
  const conditional = [...item.conditional].sort(([a], [b]) => (a < b ? -1 : b < a ? 1 : 0));
  return { ...item, conditional };
}

function asText(document: SetDocument): string {
  return JSON.stringify([document.name, document.objectives.map(itemValues)]);
}

// Spelt out, so that neither the order of an object's keys nor a key we do not know decides.
function itemValues(item: ObjectiveItem): readonly unknown[] {
  const { name, prompt, confirmation, variables, modality, conditional, required, callback } = item;
  return [name, prompt, confirmation, variables, modality, conditional, required, callback];
}
