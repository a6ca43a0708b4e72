// How a variable's name is written, and whether it says what is collected.

/** Whether the name is not written as one should be, or says nothing; one without words is neither. */
export function isOdd(name: string): boolean {
  const wanted = inSnakeCase(name);
  return wanted !== "" && (wanted !== name || VAGUE.test(wanted));
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
