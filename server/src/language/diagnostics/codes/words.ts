// Pieces of sentences that several codes say.

export const didYouMean = (suggestion: string): string =>
  suggestion === "" ? "" : ` Did you mean '${suggestion}'?`;

export const listed = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(", ");

/** Where the other one is, if in another file. */
export const inFile = (file: string): string => (file === "" ? "" : ` in ${file}`);
