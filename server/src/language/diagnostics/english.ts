// One look over a prompt for all rules that read English, where each would take its own: almost all prompts end here.
import { SIGNS_OF_GOALS } from "./goals.ts";
import { SIGNS_OF_WAYS } from "./routing.ts";

/** Whether the text has a word or a sign without which none of the rules says anything. */
export function hasSigns(words: string): boolean {
  return SIGNS.test(words.toLowerCase());
}

const SIGNS = new RegExp(
  [
    `\\b(?:${[...SIGNS_OF_GOALS.words, ...SIGNS_OF_WAYS.words].join("|")})`,
    ...SIGNS_OF_GOALS.signs,
    ...SIGNS_OF_WAYS.signs,
  ].join("|"),
);
