// Sentences for people: written in English where they are needed, put into a reader's language where they are shown.

export interface Sentence {
  /** With `{0}`, `{1}`, … where the values go. */
  readonly english: string;
  readonly values: readonly Value[];
}

/** What stands in a sentence as it is, or a sentence of its own. */
type Value = string | number | Sentence;

/** By the English of a sentence, the same in another language; what is missing stays English. */
export type Translation = Readonly<Record<string, string>>;

/** Tags a template: `` sentence`No objective is called '${name}'.` ``. */
export function sentence(parts: readonly string[], ...values: readonly Value[]): Sentence {
  return { english: parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`), values };
}

/** What adds nothing to a sentence. */
export const NOTHING: Sentence = sentence``;

/** One behind the other. */
export function joined(sentences: readonly Sentence[], between: " " | "\n"): Sentence {
  const join = (all: Sentence, one: Sentence): Sentence => sentence`${all}${between}${one}`;
  return sentences.length === 0 ? NOTHING : sentences.reduce(join);
}

/** Puts sentences into a reader's language. */
export type Words = (sentence: Sentence) => string;

/** The words of those who read English. */
export function inEnglish(it: Sentence): string {
  return inWords(it, {});
}

export function inWords({ english, values }: Sentence, translation: Translation): string {
  const template = Object.hasOwn(translation, english) ? translation[english] : english;
  return (template ?? english).replace(/\{(\d+)\}/g, (hole, index: string) => {
    const value = values[Number(index)];
    return value === undefined ? hole : typeof value === "object" ? inWords(value, translation) : `${value}`;
  });
}
