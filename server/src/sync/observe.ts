// What there is before an upload: in the lock, and on the platform. Reads only.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import type { LinkForm } from "../language/compile/payload.ts";
import { lazy } from "../language/text/lazy.ts";
import type { Client } from "../platform/client.ts";
import { contentHash } from "../project/content-hash.ts";
import type { AppliedBase, Lock, SetLock } from "../project/lock.ts";
import { refusesTestOp, rememberedForm, setLockAt } from "../project/lock.ts";
import { describeUnclear, namesakesOf, resolvePending } from "./pending.ts";
import type { RemoteState } from "./plan.ts";
import type { HeldSet, ListedSet } from "./remote-set.ts";
import { readHeldSet, readListedSet } from "./remote-set.ts";
import type { Stop } from "./stop.ts";
import { stoppedByLock, stoppedByPlatform, stoppedForDecision } from "./stop.ts";
import type { LocalSet, Upload } from "./upload.ts";
import { placeOf } from "./upload.ts";

export interface Observation {
  readonly local: LocalSet;
  /** What the lock keeps, with the end of a pending POST carried in. */
  readonly kept: SetLock;
  /** What was last applied, or made by a POST whose answer never arrived. */
  readonly base: AppliedBase["document"] | undefined;
  /** How a POST of an earlier upload ended whose answer never arrived; undefined where there was none. */
  readonly pendingEnd: "made" | "not made" | undefined;
  readonly remote: RemoteState;
  /** The set as it is there, where there is one. */
  readonly held: HeldSet | undefined;
  /** The form of required links that the platform shows. */
  readonly shownForm: LinkForm | undefined;
  readonly rememberedForm: LinkForm | undefined;
  /** Whether the origin may understand `test` in a patch. */
  readonly testOp: "to be tried" | "refused before";
}

export type Observing =
  | { readonly ok: true; readonly observations: readonly Observation[] }
  | { readonly ok: false; readonly stop: Stop };

const NOTHING_SENT = sentence`Nothing was sent.`;

/** Looks at every set: the lock once, the list of all sets at most once. */
export async function observe(upload: Upload, sets: readonly LocalSet[]): Promise<Observing> {
  const reading = await upload.locks.read();
  if (!reading.ok) return { ok: false, stop: stoppedByLock(reading.failure, NOTHING_SENT) };
  const list = lazy(() => listSets(upload.client));
  const observations: Observation[] = [];
  for (const [index, local] of sets.entries()) {
    upload.onProgress({ file: local.file, step: "looking", number: index + 1, count: sets.length });
    const observing = await observeSet(upload, reading.lock, local, list);
    if (!observing.ok) return observing;
    observations.push(observing.observation);
  }
  return { ok: true, observations };
}

type ObservingSet =
  { readonly ok: true; readonly observation: Observation } | { readonly ok: false; readonly stop: Stop };

type Listing =
  { readonly ok: true; readonly sets: readonly ListedSet[] } | { readonly ok: false; readonly stop: Stop };

/** What is kept, and how a POST without an answer ended. */
type Resolution =
  | { readonly ok: true; readonly kept: SetLock; readonly pendingEnd: Observation["pendingEnd"] }
  | { readonly ok: false; readonly stop: Stop };

async function listSets(client: Client): Promise<Listing> {
  const reply = await client.listSets();
  if (!reply.ok) return { ok: false, stop: stoppedByPlatform(reply.failure, NOTHING_SENT) };
  return { ok: true, sets: await Promise.all(reply.value.map(readListedSet)) };
}

async function observeSet(
  upload: Upload,
  lock: Lock,
  local: LocalSet,
  list: () => Promise<Listing>,
): Promise<ObservingSet> {
  const resolution = await resolveKept(local, setLockAt(lock, placeOf(upload, local.file)), list);
  if (!resolution.ok) return resolution;
  const { kept, pendingEnd } = resolution;
  const looking = await look(upload.client, local, kept.id, list);
  if (!looking.ok) return looking;
  const { remote, held, shownForm } = looking;
  const observation: Observation = {
    local,
    kept,
    base: pendingEnd === "made" ? held?.document : kept.base?.document,
    pendingEnd,
    remote,
    held,
    shownForm,
    rememberedForm: kept.requiredField ?? rememberedForm(lock, upload.target.origin, upload.target.name),
    testOp: refusesTestOp(lock, upload.target.origin) ? "refused before" : "to be tried",
  };
  return { ok: true, observation };
}

async function resolveKept(
  local: LocalSet,
  kept: SetLock,
  list: () => Promise<Listing>,
): Promise<Resolution> {
  const { pending } = kept;
  if (pending === undefined) return { ok: true, kept, pendingEnd: undefined };
  const listing = await list();
  if (!listing.ok) return listing;
  const end = resolvePending(pending, listing.sets);
  switch (end.kind) {
    case "made":
      return { ok: true, kept: { ...kept, id: end.id, pending: undefined }, pendingEnd: "made" };
    case "not made":
      return { ok: true, kept: { ...kept, pending: undefined }, pendingEnd: "not made" };
    case "unclear":
      return {
        ok: false,
        stop: stoppedForDecision(sentence`${local.file}: ${describeUnclear(pending.name, end.ids)}`, end.ids),
      };
  }
}

type Looking =
  | {
      readonly ok: true;
      readonly remote: RemoteState;
      readonly held: HeldSet | undefined;
      readonly shownForm: LinkForm | undefined;
    }
  | { readonly ok: false; readonly stop: Stop };

async function look(
  client: Client,
  local: LocalSet,
  id: string | undefined,
  list: () => Promise<Listing>,
): Promise<Looking> {
  if (id === undefined) return lookThroughList(local, undefined, list);
  const reply = await client.getSet(id);
  if (reply.ok) {
    const held = readHeldSet(reply.value);
    if (held === undefined)
      return { ok: false, stop: stoppedForDecision(describeForeignContent(local, id), [id]) };
    return {
      ok: true,
      remote: { kind: "there", id, document: held.document },
      held,
      shownForm: held.form,
    };
  }
  const isGone = reply.failure.kind === "refused" && reply.failure.status === 404;
  if (isGone) return lookThroughList(local, id, list);
  return { ok: false, stop: stoppedByPlatform(reply.failure, NOTHING_SENT, [id]) };
}

async function lookThroughList(
  { document }: LocalSet,
  goneId: string | undefined,
  list: () => Promise<Listing>,
): Promise<Looking> {
  const listing = await list();
  if (!listing.ok) return listing;
  const found = namesakesOf(document.name, await contentHash(document), listing.sets);
  const namesakes = found.map(({ id }) => id);
  const remote: RemoteState =
    goneId === undefined ? { kind: "absent", namesakes } : { kind: "gone", id: goneId, namesakes };
  const shownForm = listing.sets.map(({ form }) => form).find((form) => form !== undefined);
  return { ok: true, remote, held: undefined, shownForm };
}

function describeForeignContent({ file }: LocalSet, id: string): Sentence {
  return sentence`${file} belongs to the set ${id}, which holds what is no set of objectives. ${NOTHING_SENT} Look at it with \`objectives show ${id}\`.`;
}
