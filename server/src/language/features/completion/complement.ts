// The opposite of a condition, where a small word makes it: "is" and "is not", "has been" and "has never been".

/** Undefined where turning it round takes more than one word, or nobody could be sure of the result. English. */
export function complement(condition: string): string | undefined {
  const verbs = [...condition.matchAll(VERB)];
  const [verb, ...others] = verbs;
  if (!verb || others.length > 0 || SEVERAL.test(condition)) return undefined;
  const [whole, word = "", denied] = verb;
  const end = verb.index + whole.length;
  const turned = denied === undefined ? denial(word, condition.slice(end)) : word;
  return condition.slice(0, verb.index) + turned + condition.slice(end);
}

/** A verb that "not" may stand behind: one that helps another, or says what something is. */
const VERB =
  /\b(is|are|was|were|can|could|will|would|should|(?:has|have|had)(?= (?:not |never )?(?:been|\p{L}+e[dn])\b))(?:((?<!can) not(?! been)|(?<=can)not| never(?= been))(?!\p{L})|(?!\p{L}| not| never))/gu;

/** What makes several conditions of one, or denies it in words of its own. */
const SEVERAL = /\b(?:and|or|but|nor|unless|neither|no|none|nobody|nothing|only|also)\b|n't\b/iu;

function denial(verb: string, rest: string): string {
  if (verb === "can") return "cannot";
  return rest.startsWith(" been") ? `${verb} never` : `${verb} not`;
}
