// Sets that share files: in which of them a name is the same one, and every place that mentions it.
import type { FileId, Place } from "../text/place.ts";
import { placeAt, type Model } from "./analyze.ts";
import { mentionsOfName, type NameKind } from "./names.ts";
import type { Ref } from "./symbols.ts";

/** The set that answers where one is enough, and others that may share files with it. */
export type Sets = readonly [Model, ...Model[]];

/** What one set mentions. */
export interface Mentioned {
  readonly model: Model;
  readonly places: readonly MentionPlace[];
}

export interface MentionPlace extends Place {
  /** Where that is in its model. */
  readonly at: Ref;
}

/**
 * What mentions the name in the first set, and in every set that shares a file with a mention: of such a file there is but
 * one text, so it is one name in all of them.
 */
export function mentionedIn(
  [first, ...others]: Sets,
  kind: NameKind,
  name: string,
): readonly [Mentioned, ...Mentioned[]] {
  const own = mentionedInSet(first, kind, name);
  const rest = others.map((model) => mentionedInSet(model, kind, name));
  const joined = new Set<Mentioned>();
  const files = new Set(filesOf(own));
  // A Set grows while it is walked: a set that joins brings files, with which further sets may join.
  for (const file of files) {
    for (const it of rest) {
      if (joined.has(it) || !it.places.some((place) => place.file === file)) continue;
      joined.add(it);
      filesOf(it).forEach((more) => files.add(more));
    }
  }
  return [own, ...joined];
}

/** The places of several sets in the order of these, each once: what stands in a shared file is found by several. */
export function eachOnce<Found extends Place>(places: readonly Found[]): readonly Found[] {
  const byPlace = new Map<string, Found>();
  for (const place of places) {
    const key = `${place.span.start} ${place.span.end} ${place.file}`;
    if (!byPlace.has(key)) byPlace.set(key, place);
  }
  return byPlace.size === places.length ? places : [...byPlace.values()];
}

/** Those of the sets that the file is a part of. */
export function setsOf(sets: Sets, file: FileId): readonly Model[] {
  return sets.filter(({ files }) => files.some(({ id }) => id === file));
}

function mentionedInSet(model: Model, kind: NameKind, name: string): Mentioned {
  const places = mentionsOfName(model, kind, name).map((at) => ({ ...placeAt(model, at), at }));
  return { model, places };
}

function filesOf({ places }: Mentioned): readonly FileId[] {
  return places.map(({ file }) => file);
}
