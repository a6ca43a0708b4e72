// After every write: read back, compare, remember; and where links were lost, once more in the other form.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import { sameDocument } from "../language/compile/normalise.ts";
import type { LinkForm } from "../language/compile/payload.ts";
import { withBase } from "../project/lock.ts";
import { baseOf } from "./base.ts";
import { compareSets } from "./compare.ts";
import { hasLostLinks, hasRequiredLinks } from "./link-form.ts";
import type { Guard, SetOutcome, Uploaded } from "./outcome.ts";
import { patchSet } from "./patch-set.ts";
import type { HeldSet } from "./remote-set.ts";
import { getHeldSet } from "./remote-set.ts";
import type { Stop } from "./stop.ts";
import { stoppedByLock } from "./stop.ts";
import type { Job } from "./job.ts";
import { changeLock } from "./job.ts";

/** A write that the platform has taken. */
export interface Written {
  readonly kind: Uploaded["kind"];
  readonly id: string;
  readonly guard: Guard;
  readonly form: LinkForm;
  /** The form to send once more where links were lost. */
  readonly other: LinkForm | undefined;
}

/** Reads back what was written, sends it in the other form where links were lost, and keeps what is there as the base. */
export async function verify(job: Job, written: Written): Promise<SetOutcome> {
  const { local } = job.observation;
  job.onStep("reading back");
  const state = sentence`${described(written)}, but it could not be read back. Push again to look at it.`;
  const reading = await getHeldSet(job.upload.client, written.id, state);
  if (!reading.ok) return stopped(job, written.id, reading.stop);
  const keeping = await keep(job, written, reading.set);
  if (keeping !== undefined) return stopped(job, written.id, keeping);
  if (written.other !== undefined && hasLostLinks(local.document, reading.set.document)) {
    return sendInOtherForm(job, written, reading.set, written.other);
  }
  return uploaded(job, written, reading.set);
}

/** An outcome of its own for a set that went no further. */
export function stopped(job: Job, id: string | undefined, stop: Stop): SetOutcome {
  return { kind: "stopped", file: job.observation.local.file, id, stop };
}

async function sendInOtherForm(
  job: Job,
  written: Written,
  held: HeldSet,
  form: LinkForm,
): Promise<SetOutcome> {
  job.onStep("sending links in the other form");
  const patching = await patchSet(job, held, form);
  switch (patching.kind) {
    case "patched":
      return verify(job, {
        ...written,
        form,
        guard: patching.guard,
        other: undefined,
      });
    // The other form does no better: what is there is reported as it is.
    case "lost root":
      return uploaded(job, written, held);
    case "stopped":
      return stopped(job, written.id, patching.stop);
  }
}

function uploaded({ observation }: Job, { kind, id, guard, form }: Written, held: HeldSet): SetOutcome {
  const { file, document } = observation.local;
  const altered = sameDocument(document, held.document) ? undefined : compareSets(document, held.document);
  return { kind, file, id, guard, form, altered };
}

/** What is there becomes the base, not what was sent: else what the platform changed would look like someone's edit. */
async function keep(job: Job, written: Written, held: HeldSet): Promise<Stop | undefined> {
  const { local, kept } = job.observation;
  const base = await baseOf(job.upload, held);
  const form = held.form ?? (hasRequiredLinks(local.document) ? written.form : kept.requiredField);
  const writing = await changeLock(job, (set) => ({
    // From the base before the upload, so that a first try in the wrong form leaves no trace in the history.
    ...withBase({ ...set, base: kept.base, history: kept.history }, base),
    id: written.id,
    requiredField: form,
    testOp: testOpAfter(written.guard, set.testOp),
  }));
  if (writing.ok) return undefined;
  const state = sentence`${described(written)}, and this could not be written down. Push again once the file can be written.`;
  return stoppedByLock(writing.failure, state, [written.id]);
}

function testOpAfter(guard: Guard, before: boolean | undefined): boolean | undefined {
  switch (guard) {
    case "tested":
      return true;
    case "compared":
      return false;
    case "none needed":
      return before;
  }
}

function described({ kind, id }: Written): Sentence {
  return kind === "created" ? sentence`The set was made as ${id}` : sentence`The set ${id} was changed`;
}
