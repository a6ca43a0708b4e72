// What a person should know of a pull: what the text lost, and what it could not say.
import { sentence, type Sentence } from "../../text/sentence.ts";
import { parse, startOf } from "../../model/source.ts";
import type { Place } from "../../text/place.ts";
import { shift } from "../../text/span.ts";
import type { MetaEntry } from "../read-payload.ts";
import { spanIn, type PulledFile } from "./files.ts";

/** Its place is one in the text as it was. */
export interface PullNote extends Place {
  readonly reason: Sentence;
}

/** A comment goes with what it stood beside; nobody's words go in silence. */
export function lostComments({ id, source }: PulledFile, newText: string): readonly PullNote[] {
  const left = new Map<string, number>();
  for (const { comments } of parse(newText).units)
    for (const { text } of comments) left.set(text, (left.get(text) ?? 0) + 1);
  return source.units.flatMap(({ comments }, unit) =>
    comments.flatMap(({ text, span }) => {
      const count = left.get(text) ?? 0;
      left.set(text, count - 1);
      if (count > 0) return [];
      const reason = sentence`The comment "${text}" went with what it was about.`;
      return [{ file: id, span: shift(span, startOf(source, unit)), reason }];
    }),
  );
}

/** `order`: the places that the objectives of a file have in the remote document. */
export function orderNote(
  files: readonly (PulledFile & { readonly order: readonly number[] })[],
): readonly PullNote[] {
  const places = files.flatMap(({ order }) => order);
  const [set] = files;
  if (!set || places.every((place, index) => place > (places[index - 1] ?? -1))) return [];
  const reason = sentence`The order of the objectives is another one there. Each file has them in that order now, but which file comes first is said by the includes.`;
  return [{ file: set.id, span: { start: 0, end: 0 }, reason }];
}

/** Keys that the platform shows for an objective and the text does not say: `meta` is the author's own. */
export function keyNotes(
  { id }: PulledFile,
  declared: PulledFile["objectives"][number],
  meta: readonly MetaEntry[],
): readonly PullNote[] {
  const known = new Set(declared.node.properties.flatMap((it) => (it.kind === "meta" ? it.key?.text : [])));
  return meta
    .filter(([key]) => !known.has(key))
    .map(([key]) => ({
      file: id,
      span: spanIn(declared),
      reason: sentence`"${key}" is not the platform's: it was left out. Say it with \`meta\` to keep it.`,
    }));
}
