// A set of the platform, read: what it says, and in which form.
import { NOTHING, sentence, type Sentence } from "../language/text/sentence.ts";
import type { LinkForm, SetDocument } from "../language/compile/payload.ts";
import { readPayload, type MetaEntry } from "../language/compile/read-payload.ts";
import type { Client } from "../platform/client.ts";
import type { RemoteSet } from "../platform/remote.ts";
import { contentHash } from "../project/content-hash.ts";
import type { Stop } from "./stop.ts";
import { stoppedByPlatform } from "./stop.ts";

export interface HeldSet {
  readonly id: string;
  readonly document: SetDocument;
  /** The keys that the platform does not have, for every objective by its place. */
  readonly extras: readonly (readonly MetaEntry[])[];
  /** The set as JSON, each value as it was received. */
  readonly json: string;
  /** The form that its objectives show; undefined where they show neither or both. */
  readonly form: LinkForm | undefined;
  /** Its `data` as it was received, for a patch's `test`. */
  readonly data: string;
}

export type SetReading =
  { readonly ok: true; readonly set: HeldSet } | { readonly ok: false; readonly stop: Stop };

/** A row of the list: enough to know a set by. */
export interface ListedSet {
  readonly id: string;
  readonly name: string;
  /** Undefined where its content cannot be read. */
  readonly hash: string | undefined;
  readonly form: LinkForm | undefined;
}

/** Gets a set; `state` says, for a failure's words, what was done until then. */
export async function getHeldSet(client: Client, id: string, state: Sentence): Promise<SetReading> {
  const reply = await client.getSet(id);
  if (!reply.ok) return { ok: false, stop: stoppedByPlatform(reply.failure, state, [id]) };
  const set = readHeldSet(reply.value);
  return set === undefined ? { ok: false, stop: unreadable(reply.value, state) } : { ok: true, set };
}

/** What a set says; undefined where it is no set of objectives. */
export function readHeldSet(remote: RemoteSet): HeldSet | undefined {
  const reading = readPayload(remote.document);
  if ("refused" in reading) return undefined;
  const { document, extras, form } = reading;
  return { id: remote.id, document, extras, json: remote.document, form: decisive(form), data: remote.data };
}

/** A row of the list with the hash of what it says. */
export async function readListedSet(remote: RemoteSet): Promise<ListedSet> {
  const set = readHeldSet(remote);
  const hash = set && (await contentHash(set.document));
  return { id: remote.id, name: remote.name, hash, form: set?.form };
}

function decisive(form: LinkForm | "both" | undefined): LinkForm | undefined {
  return form === "both" ? undefined : form;
}

function unreadable({ id, document }: RemoteSet, state: Sentence): Stop {
  const reading = readPayload(document);
  const first = "refused" in reading ? reading.refused[0] : undefined;
  const where = first === undefined ? NOTHING : sentence` (${first.pointer}: ${first.reason})`;
  const message = sentence`The set ${id} holds what is no set of objectives${where}. ${state} Look at it with \`objectives show ${id}\`.`;
  return { kind: "unreachable", message, failure: undefined, ids: [id] };
}
