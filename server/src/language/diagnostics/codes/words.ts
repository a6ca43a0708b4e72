// Pieces of sentences that several codes say.

import { NOTHING, sentence, type Sentence } from "../../text/sentence.ts";

export const didYouMean = (suggestion: string): Sentence =>
  suggestion === "" ? NOTHING : sentence` Did you mean '${suggestion}'?`;

export const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(", ");

/** Where the other one is, if in another file. */
export const inFile = (file: string): Sentence => (file === "" ? NOTHING : sentence` in ${file}`);
