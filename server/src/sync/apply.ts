// Carries out the plan for one set.
import { sameDocument } from "../language/compile/normalise.ts";
import { contentHash } from "../project/content-hash.ts";
import { withBase } from "../project/lock.ts";
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
import type { Job } from "./upload.ts";
import { changeLock } from "./upload.ts";
import { stopped, verify } from "./verify.ts";

/** Does what the plan says, reads back, and writes the lock; says how it ended. */
export async function applyPlan(job: Job, plan: SetPlan): Promise<SetOutcome> {
  switch (plan.action) {
    case "unchanged":
      return keepUnchanged(job, plan);
    case "create":
    case "gone":
      return create(job, formsFor(job));
    case "update":
      return update(job, plan, formsFor(job));
    case "drifted":
    case "conflict":
    case "adopt":
      return stopped(job, plan.id, stoppedForDecision(describeDecision(plan), idsOf(plan)));
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
        ? stopped(job, undefined, lostRoot(job))
        : create(job, { first: other, other: undefined });
    case "stopped":
      return stopped(job, creating.id, creating.stop);
  }
}

async function update(job: Job, plan: SetPlan, { first, other }: FormChoice): Promise<SetOutcome> {
  const { held } = job.observation;
  // The plan says `update` only for a set that was read.
  if (held === undefined)
    return stopped(job, plan.id, stoppedForDecision("The set was not read.", idsOf(plan)));
  job.onStep("updating");
  const patching = await patchSet(job, held, first);
  switch (patching.kind) {
    case "patched":
      return verify(job, { kind: "updated", id: held.id, guard: patching.guard, form: first, other });
    case "lost root":
      return other === undefined
        ? stopped(job, held.id, lostRoot(job))
        : update(job, plan, { first: other, other: undefined });
    case "stopped":
      return stopped(job, held.id, patching.stop);
  }
}

/** Nothing is sent; but a set found again, or changed alike on both sides, is written down. */
async function keepUnchanged(job: Job, plan: SetPlan): Promise<SetOutcome> {
  const { local, held, kept } = job.observation;
  if (held === undefined || plan.id === undefined) {
    return stopped(job, plan.id, stoppedForDecision("The set was not read.", idsOf(plan)));
  }
  const { id } = held;
  const isKept = kept.base !== undefined && sameDocument(kept.base.document, held.document);
  if (isKept) return { kind: "unchanged", file: local.file, id };
  const problem = await keepBase(job, held);
  return problem === undefined ? { kind: "unchanged", file: local.file, id } : stopped(job, id, problem);
}

async function keepBase(job: Job, { id, document, form }: HeldSet): Promise<Stop | undefined> {
  const hash = await contentHash(document);
  const appliedAt = new Date(job.upload.time.now()).toISOString();
  const writing = await changeLock(job, (set) => ({
    ...withBase(set, { document, hash, appliedAt }),
    id,
    requiredField: form ?? set.requiredField,
    pending: undefined,
  }));
  if (writing.ok) return undefined;
  return stoppedByLock(writing.failure, `The set ${id} is as the text says; nothing was sent.`, [id]);
}

function lostRoot({ observation }: Job): Stop {
  const { file } = observation.local;
  return {
    kind: "refused",
    message: `The platform refused ${file}: it sees several starts, though the set has one, so it does not see its required links. Nothing was changed. Try the other form with --required list or --required single.`,
    failure: undefined,
    ids: [],
  };
}
