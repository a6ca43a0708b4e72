// Carries out the plan for one set.
import { sentence } from "../language/text/sentence.ts";
import { sameDocument } from "../language/compile/normalise.ts";
import { withBase } from "../project/lock.ts";
import { baseOf } from "./base.ts";
import { createSet } from "./create-set.ts";
import { describeDecision } from "./decision.ts";
import type { FormChoice } from "./link-form.ts";
import { chooseForm } from "./link-form.ts";
import type { SetOutcome } from "./outcome.ts";
import { patchSet } from "./patch-set.ts";
import type { SetPlan } from "./plan.ts";
import type { HeldSet } from "./remote-set.ts";
import type { Stop } from "./stop.ts";
import { stoppedByLock, stoppedForDecision } from "./stop.ts";
import type { Job } from "./job.ts";
import { changeLock } from "./job.ts";
import { stopped, verify } from "./verify.ts";

/** Does what the plan says, reads back, and writes the lock; says how it ended. */
export async function applyPlan(job: Job, plan: SetPlan): Promise<SetOutcome> {
  const settling = await settlePending(job);
  if (!settling.ok) return stopped(job, plan.id, settling.stop);
  const settled = settling.job;
  switch (plan.action) {
    case "unchanged":
      return keepUnchanged(settled, plan);
    case "create":
    case "gone":
      return create(settled, formsFor(job));
    case "update":
      return update(settled, plan, formsFor(job));
    case "drifted":
    case "conflict":
    case "adopt":
      return stopped(
        job,
        plan.id,
        stoppedForDecision(describeDecision(plan, job.upload.target), idsOf(plan)),
      );
  }
}

/** The sets that a plan speaks of. */
export function idsOf({ id, namesakes }: SetPlan): readonly string[] {
  return [...(id === undefined ? [] : [id]), ...namesakes];
}

function formsFor({ upload, observation }: Job): FormChoice {
  return chooseForm(observation.local.document, {
    wish: upload.requiredField,
    shown: observation.shownForm,
    remembered: observation.rememberedForm,
  });
}

async function create(job: Job, { first, other }: FormChoice): Promise<SetOutcome> {
  job.onStep("creating");
  const creating = await createSet(job, first);
  switch (creating.kind) {
    case "created":
      return verify(job, { kind: "created", id: creating.id, guard: "none needed", form: first, other });
    case "lost root":
      return other === undefined
        ? stopped(job, undefined, lostRoot())
        : create(job, { first: other, other: undefined });
    case "stopped":
      return stopped(job, creating.id, creating.stop);
  }
}

async function update(job: Job, plan: SetPlan, { first, other }: FormChoice): Promise<SetOutcome> {
  const { held } = job.observation;
  // The plan says `update` only for a set that was read.
  if (held === undefined) return stopped(job, plan.id, stoppedForDecision(NOT_READ, idsOf(plan)));
  job.onStep("updating");
  const patching = await patchSet(job, held, first);
  switch (patching.kind) {
    case "patched":
      return verify(job, { kind: "updated", id: held.id, guard: patching.guard, form: first, other });
    case "lost root":
      return other === undefined
        ? stopped(job, held.id, lostRoot())
        : update(job, plan, { first: other, other: undefined });
    case "stopped":
      return stopped(job, held.id, patching.stop);
  }
}

/** Nothing is sent; but a change that was made alike on both sides is written down. */
async function keepUnchanged(job: Job, plan: SetPlan): Promise<SetOutcome> {
  const { local, held, kept } = job.observation;
  if (held === undefined) return stopped(job, plan.id, stoppedForDecision(NOT_READ, idsOf(plan)));
  const isKept = kept.base !== undefined && sameDocument(kept.base.document, held.document);
  const keeping = isKept ? undefined : await keepHeld(job, held);
  const problem = keeping?.ok === false ? keeping.stop : undefined;
  if (problem !== undefined) return stopped(job, held.id, problem);
  return { kind: "unchanged", file: local.file, id: held.id };
}

type Settling = { readonly ok: true; readonly job: Job } | { readonly ok: false; readonly stop: Stop };

/**
 * Writes down the set that a POST without an answer turned out to have made. Before anything else: once the set
 * is changed, nothing would tell any more that it is the one.
 */
async function settlePending(job: Job): Promise<Settling> {
  const { held, pendingEnd } = job.observation;
  return pendingEnd === "made" && held !== undefined ? keepHeld(job, held) : { ok: true, job };
}

async function keepHeld(job: Job, held: HeldSet): Promise<Settling> {
  const base = await baseOf(job.upload, held);
  const writing = await changeLock(job, (set) => ({
    ...withBase(set, base),
    id: held.id,
    requiredField: held.form ?? set.requiredField,
    pending: undefined,
  }));
  if (writing.ok)
    return { ok: true, job: { ...job, observation: { ...job.observation, kept: writing.set } } };
  return { ok: false, stop: stoppedByLock(writing.failure, sentence`Nothing was sent.`, [held.id]) };
}

const NOT_READ = sentence`The set was not read, so nothing was sent. Push again.`;

function lostRoot(): Stop {
  const message = sentence`The platform sees several starts, though the set has one: it does not see the required links in this form. Nothing was changed. Try the other form, with --required list or --required single.`;
  return { kind: "refused", message, failure: undefined, ids: [] };
}
