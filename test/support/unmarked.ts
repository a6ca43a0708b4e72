// A language in which every sentence is marked: what is shown in it without a mark was never put into words for anybody.
import { FIELD } from "../../server/src/language/compile/payload.ts";
import type { Translation } from "../../server/src/language/text/sentence.ts";
import { OTHERWISE_CONDITION, properties, reservedWords } from "../../server/src/language/vocabulary.ts";
import { ALL_CODES } from "./woken.ts";

/** Marks what stands between the holes, and not what is put into them: a sentence may hold words that are none. */
export function markedWords(keys: Iterable<string>): Translation {
  const marked = (key: string): string =>
    key.replaceAll(/(\{\d+\})|(?:(?!\{\d+\})[^])+/g, (part, hole?: string) => hole ?? `⟦${part}⟧`);
  return Object.fromEntries(Array.from(keys, (key) => [key, marked(key)]));
}

/** The words of what is shown that are neither marked nor written in the files, nor words of the language. */
export function unmarkedWords(
  shown: Iterable<string>,
  files: Readonly<Record<string, string>>,
): readonly string[] {
  const written = `file:///flows/ ${Object.entries(files).flat().join(" ")}`;
  const known = new Set([
    ...lettersIn(written),
    ...partsOf(written),
    ...lettersIn(LANGUAGE),
    ...lettersIn(FOR_THE_PLATFORM),
  ]);
  const unknown = Array.from(shown).flatMap((text) => lettersIn(text.replaceAll(/⟦[^⟧]*(⟧|$)/g, " ")));
  return [...new Set(unknown)].filter((word) => !known.has(word)).toSorted();
}

/** Names are put together from the parts of others: `caller_name` for `callerName`. */
function partsOf(text: string): readonly string[] {
  return text.match(/\p{Lu}?\p{Ll}+/gu) ?? [];
}

/** A word of one letter may be a key, an axis or a sign. */
function lettersIn(text: string): readonly string[] {
  return text.match(/\p{L}{2,}/gu) ?? [];
}

const LANGUAGE = [
  "objectives.json",
  "objectives-disable-next-line",
  "end",
  ...reservedWords,
  ...Object.keys({ ...properties.confirm.choices, ...properties.modality.choices }),
  ...Object.values(FIELD),
  ...ALL_CODES,
].join(" ");

/** Conditions as they are uploaded: the beginnings that completion offers, and what `otherwise` becomes. */
const FOR_THE_PLATFORM = `If they the participant has wants ${OTHERWISE_CONDITION}`;
