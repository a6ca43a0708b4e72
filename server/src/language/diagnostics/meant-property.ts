// What was meant by a word that is no property.
import { nearest } from "../text/nearest.ts";
import { isPropertyName, properties, type PropertySpec } from "../vocabulary.ts";

/** The property that a word is, or was probably meant as, or `->`; "" where nobody knows. */
export function propertyFor(word: string): string {
  return isPropertyName(word) ? word : meantProperty(word);
}

/** The property that another word was probably meant as, or `->`; "" where nobody knows. */
export function meantProperty(name: string): string {
  return SYNONYMS.get(name.toLowerCase()) ?? nearest(name, Object.keys(properties)) ?? "";
}

/** The property that has the word as one of its values. */
export function propertyOfValue(word: string): string | undefined {
  return Object.entries<PropertySpec>(properties).find(([, { choices = {} }]) =>
    Object.hasOwn(choices, word),
  )?.[0];
}

/** The platform's own names, and what people call things, lead to ours. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    objective_prompt: "prompt",
    description: "prompt",
    goal: "prompt",
    instructions: "prompt",
    output_variables: "collect",
    variables: "collect",
    output: "collect",
    confirmation_mode: "confirm",
    confirmation: "confirm",
    mode: "modality",
    callback_url: "callback",
    webhook: "callback",
    url: "callback",
    next: "->",
    goto: "->",
    then: "->",
    next_required_objective: "->",
    next_required_objectives: "->",
    next_conditional_objectives: "->",
  }),
);
