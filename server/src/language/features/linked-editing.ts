// The spans that change together while somebody types in one of them: a name that only its own text mentions.
import { unitOf, type Model } from "../model/analyze.ts";
import { unreadFiles } from "../model/files.ts";
import { declares, kindOfRole } from "../model/names.ts";
import { mentionedIn, type MentionPlace, type Sets } from "../model/sharing.ts";
import type { Point } from "../text/place.ts";
import type { Span } from "../text/span.ts";
import { nameAt } from "./name-at.ts";

/**
 * The declaration at the place with all that mentions its name. From a mention nothing follows: who changes that leads
 * somewhere else, and means no other name. Undefined, too, where a letter more here would need more than the same letter
 * there:
 * - a mention in another file, which is not in the editor's hands: a rename sees to it;
 * - a mention in quotes, which the next letter may need or no longer need;
 * - two declarations, which is also what two names become that are typed until they are alike: tied to each other, they
 *   could not be told apart again. So variables are never tied, for each objective declares its own.
 */
export function linkedEditing(sets: Sets, point: Point): readonly Span[] | undefined {
  const name = nameAt(sets[0], point);
  if (!name || kindOfRole(name.role) === "variable" || sets.some(isUnread)) return undefined;
  if (!declares(sets[0], name.at)) return undefined;
  const mentioned = mentionedIn(sets, kindOfRole(name.role), name.name);
  const isAlone = mentioned.every(({ places }) => places.every(({ file }) => file === point.file));
  const [{ model, places }] = mentioned;
  const isTied =
    isAlone &&
    places.length > 1 &&
    places.filter((it) => declares(model, it.at)).length === 1 &&
    places.every((it) => isPlain(model, it));
  return isTied ? places.map(({ span }) => span) : undefined;
}

/** What nobody has read may mention anything. */
function isUnread(model: Model): boolean {
  return unreadFiles(model).length > 0;
}

/** Whether the name stands there as it is. */
function isPlain(model: Model, { at }: MentionPlace): boolean {
  const unit = unitOf(model, at);
  const mention = unit?.mentions[at.mention];
  return mention !== undefined && unit?.text.slice(mention.span.start, mention.span.end) === mention.name;
}
