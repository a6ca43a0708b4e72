// The variables of a set as rules see them: one name is one variable, wherever it is collected.
import type { Ref, Symbols } from "../model/symbols.ts";

/** Where each variable with such a name is collected, in order. Most have none: those cost no list. */
export function placesByVariable(
  { objectives }: Symbols,
  isMeant: (name: string) => boolean,
): ReadonlyMap<string, readonly Ref[]> {
  const places = new Map<string, Ref[]>();
  for (const { variables } of objectives) {
    for (const { name, at } of variables) {
      const known = places.get(name);
      if (known) known.push(at);
      else if (isMeant(name)) places.set(name, [at]);
    }
  }
  return places;
}

/** The name in small letters, with '_' between its words. */
export function inSnakeCase(name: string): string {
  if (SNAKE.test(name)) return name;
  return name
    .replaceAll(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, "_")
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "_")
    .replaceAll(/^_+|_+$/g, "")
    .toLowerCase();
}

const SNAKE = /^[a-z0-9]+(?:_[a-z0-9]+)*$/;

/** Whether the name does not say what is collected. */
export function isVague(name: string): boolean {
  return VAGUE.test(inSnakeCase(name));
}

/** A word for anything, whoever it comes from and however it is numbered. */
const VAGUE =
  /^(?:(?:the|my|some|user|customer|caller|participant)_)?(?:infos?|information|data|datum|values?|things?|stuff|items?|vars?|variables?|fields?|outputs?|results?|responses?|answers?|inputs?|texts?|strings?|temp|tmp|foo|bar|baz|misc|others?|something|details?)(?:_?\d+)?$/;
