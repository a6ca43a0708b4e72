// A new set: the intent is written down first, and a POST is never sent twice without knowing how the first one ended.
import { NOTHING, sentence } from "../language/text/sentence.ts";
import type { LinkForm } from "../language/compile/payload.ts";
import { writePayload } from "../language/compile/write-payload.ts";
import type { Failure } from "../platform/result.ts";
import { contentHash } from "../project/content-hash.ts";
import type { Pending } from "../project/lock.ts";
import { isLostRoot } from "./link-form.ts";
import { unwritable } from "./patch-set.ts";
import { describeUnclear, resolvePending } from "./pending.ts";
import { readListedSet } from "./remote-set.ts";
import type { Stop } from "./stop.ts";
import { stoppedByLock, stoppedByPlatform, stoppedForDecision } from "./stop.ts";
import type { Job } from "./job.ts";
import { changeLock } from "./job.ts";

export type Creating =
  | { readonly kind: "created"; readonly id: string }
  /** The platform saw no required links: this form is not the one it knows. Nothing was made. */
  | { readonly kind: "lost root" }
  | { readonly kind: "stopped"; readonly id: string | undefined; readonly stop: Stop };

/** Makes the set in one form. Its id is in the lock before anything else happens. */
export async function createSet(job: Job, form: LinkForm): Promise<Creating> {
  const { document } = job.observation.local;
  const body = writePayload(document, form);
  if (typeof body !== "string") return halted(unwritable(body.refused, undefined));
  const pending: Pending = { name: document.name, hash: await contentHash(document) };
  const intent = await changeLock(job, (set) => ({ ...set, pending }));
  if (!intent.ok) return halted(stoppedByLock(intent.failure, sentence`Nothing was sent.`));
  const result = await job.upload.client.createSet(body);
  return result.ok ? keepId(job, result.value.id) : afterFailure(job, pending, result.failure);
}

async function keepId(job: Job, id: string): Promise<Creating> {
  const writing = await changeLock(job, (set) => ({ ...set, id, pending: undefined }));
  if (writing.ok) return { kind: "created", id };
  const state = sentence`The set was made as ${id}, and this could not be written down. Push again once the file can be written: it will be found.`;
  return { kind: "stopped", id, stop: stoppedByLock(writing.failure, state, [id]) };
}

async function afterFailure(job: Job, pending: Pending, failure: Failure): Promise<Creating> {
  if (failure.kind === "uncertain") return findOut(job, pending, failure);
  if (failure.kind === "cancelled" && failure.effect === "unknown") {
    return halted(stoppedByPlatform(failure, sentence`The next push looks for it first.`));
  }
  return notMade(job, failure);
}

/** Nothing was made: the intent is taken back. Where that fails, the next push finds out the same. */
async function notMade(job: Job, failure: Failure): Promise<Creating> {
  await changeLock(job, (set) => ({ ...set, pending: undefined }));
  if (isLostRoot(failure, job.observation.local.document)) return { kind: "lost root" };
  return halted(stoppedByPlatform(failure, NOTHING));
}

async function findOut(job: Job, pending: Pending, failure: Failure): Promise<Creating> {
  const reply = await job.upload.client.listSets();
  if (!reply.ok) return halted(stoppedByPlatform(failure, sentence`The next push looks for it first.`));
  const end = resolvePending(pending, await Promise.all(reply.value.map(readListedSet)));
  switch (end.kind) {
    case "made":
      return keepId(job, end.id);
    case "unclear":
      return halted(stoppedForDecision(describeUnclear(pending.name, end.ids), end.ids));
    case "not made":
      // Not taken back: it may yet arrive, and then the next push finds it.
      return halted(
        stoppedByPlatform(failure, sentence`All sets were looked through, and it is not there. Push again.`),
      );
  }
}

function halted(stop: Stop): Creating {
  return { kind: "stopped", id: undefined, stop };
}
