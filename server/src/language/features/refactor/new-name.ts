// Names for objectives that a refactoring adds: what they are about, in a word or a few.
import { mentionsOfName } from "../../model/names.ts";
import type { Sets } from "../fixes/helped.ts";
import { validName } from "../fixes/new-names.ts";

/** A name from the first words of a prompt that are about something, or the fallback; nothing in the sets has it yet. */
export function nameFrom(sets: Sets, prompt: string, fallback: string): string {
  const [clause = ""] = prompt.trim().split(/[.!?:;,\n]/);
  const words = clause.replace(/['’]s\b/g, "").match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const telling = words.map((it) => it.toLowerCase()).filter((it) => !FILLERS.has(it));
  return freeIn(sets, validName(telling.slice(0, MOST_WORDS).join("_")) || fallback);
}

const MOST_WORDS = 4;

/** Words of English prompts that say least of what they are about. */
const FILLERS: ReadonlySet<string> = new Set(
  "a an the this that and or if then also please to for from of in on at with about their them they your you his her it its is are was were be".split(
    " ",
  ),
);

/** The name where it is free in every set, else the first of `name_2`, `name_3`, … that is. */
export function freeIn(sets: Sets, name: string): string {
  const isFree = (it: string): boolean =>
    sets.every(({ model }) => mentionsOfName(model, "objective", it).length === 0);
  let free = name;
  for (let number = 2; !isFree(free); number++) free = `${name}_${number}`;
  return free;
}
