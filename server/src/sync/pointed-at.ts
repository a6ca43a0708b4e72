// Which value of a document the platform's words point at, so that a refusal can be shown where it is written.
import type { ObjectiveItem, SetDocument } from "../language/compile/payload.ts";
import { FIELD } from "../language/compile/payload.ts";
import { below } from "../language/compile/pointer.ts";

/**
 * The pointer to the value that a refusal speaks of; undefined where it speaks of none. The platform documents no form
 * for its places, so every usual one is understood: a JSON pointer, `data[3].objective_prompt`, `data.3.…`, and the
 * name of an objective in quotes.
 */
export function pointedAt(words: string, { objectives }: SetDocument): string | undefined {
  const index = indexIn(words) ?? namedIn(words, objectives);
  const item = index === undefined ? undefined : objectives[index];
  if (index === undefined || !item) return undefined;
  const field = FIELDS.find((it) => new RegExp(`\\b${it}\\b`).test(words));
  const pointer = below("", "data", index);
  return field === undefined ? pointer : fieldPointer(pointer, field, words, item);
}

/** Longer names before those they begin with. */
const FIELDS = Object.values(FIELD).toSorted((one, other) => other.length - one.length);

function indexIn(words: string): number | undefined {
  const [, index] = /\bdata(?:\/|\[|\.|\s*->\s*)(\d+)/.exec(words) ?? [];
  return index === undefined ? undefined : Number(index);
}

/** The objective whose name stands in quotes; of several the one that is named first. */
function namedIn(words: string, objectives: readonly ObjectiveItem[]): number | undefined {
  const quoted = [...words.matchAll(/(["'`])(.+?)\1/g)].map(([, , name]) => name);
  const named = quoted.map((name) => objectives.findIndex((it) => it.name === name));
  return named.find((index) => index >= 0);
}

function fieldPointer(pointer: string, field: string, words: string, item: ObjectiveItem): string {
  const targets = field === FIELD.conditional ? item.conditional.map(([target]) => target) : [];
  const target = targets.find((it) => it !== item.name && words.includes(it));
  return target === undefined ? below(pointer, field) : below(pointer, field, target);
}
