// A pull: what changed on the platform since the last upload or pull, to be taken over into the text.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import { withBase } from "../project/lock.ts";
import type { Target } from "../project/targets.ts";
import { baseOf } from "./base.ts";
import type { SetChange } from "./compare.ts";
import { compareSets } from "./compare.ts";
import { bindingAdvice, bindingCommand, describeFound } from "./decision.ts";
import { observe } from "./observe.ts";
import { planSet, type SetPlan } from "./plan.ts";
import { getHeldSet, type HeldSet } from "./remote-set.ts";
import { shellWord } from "./shell-word.ts";
import type { Stop } from "./stop.ts";
import { stoppedByLock, stoppedForDecision } from "./stop.ts";
import type { LocalSet, Upload } from "./upload.ts";
import { placeOf } from "./upload.ts";

export type Pulling =
  /** The text says what is there; `ahead`: only the text has changes, which a push would send. */
  | { readonly kind: "unchanged" | "ahead"; readonly held: HeldSet }
  | Taking
  /** Both sides changed: somebody has to say whose version it shall be. */
  | { readonly kind: "conflict"; readonly held: HeldSet; readonly message: Sentence }
  | { readonly kind: "stopped"; readonly stop: Stop };

export interface Taking {
  readonly kind: "taking";
  readonly held: HeldSet;
  /** From what the text says to what is there. */
  readonly change: SetChange;
}

/** `replacing`: the text's own changes may be replaced where the platform says something else. */
export type PullWish = "careful" | "replacing";

/** What there is to take over. Reads the lock and the platform; writes nothing. */
export async function preparePull(upload: Upload, local: LocalSet, wish: PullWish): Promise<Pulling> {
  const observing = await observe(upload, [local]);
  if (!observing.ok) return { kind: "stopped", stop: observing.stop };
  const [observation] = observing.observations;
  if (!observation)
    return { kind: "stopped", stop: stoppedForDecision(sentence`${local.file}: nothing is known of it.`) };
  const { held } = observation;
  const plan = planSet(local.file, local.document, observation.base, observation.remote);
  if (!held) return { kind: "stopped", stop: stoppedForDecision(describeAbsent(plan, upload.target)) };
  return pullingOf(plan, local, held, wish);
}

/** The same for a set that the file was not until now: it is the file's own once that is kept. */
export async function prepareBinding(
  upload: Upload,
  local: LocalSet,
  { id, wish }: { readonly id: string; readonly wish: PullWish },
): Promise<Pulling> {
  upload.onProgress({ file: local.file, step: "looking", number: 1, count: 1 });
  const reading = await getHeldSet(upload.client, id, sentence`Nothing was changed.`);
  if (!reading.ok) return { kind: "stopped", stop: reading.stop };
  const { set: held } = reading;
  const there = { kind: "there", id, document: held.document } as const;
  return pullingOf(planSet(local.file, local.document, undefined, there), local, held, wish);
}

function pullingOf(plan: SetPlan, { document }: LocalSet, held: HeldSet, wish: PullWish): Pulling {
  if (plan.action === "unchanged") return { kind: "unchanged", held };
  if (plan.action === "update") return { kind: "ahead", held };
  if (plan.action === "conflict" && wish === "careful")
    return {
      kind: "conflict",
      held,
      message: sentence`${plan.file}: ${describeFound(plan)} Nothing was changed.`,
    };
  return { kind: "taking", held, change: compareSets(document, held.document) };
}

/** Remembers what was taken over as what was last applied; undefined where that went well. */
export async function keepPulled(upload: Upload, file: string, held: HeldSet): Promise<Stop | undefined> {
  const base = await baseOf(upload, held);
  const writing = await upload.locks.change(placeOf(upload, file), (set) => ({
    ...withBase(set, base),
    id: held.id,
    requiredField: held.form ?? set.requiredField,
    pending: undefined,
  }));
  if (writing.ok) return undefined;
  return stoppedByLock(
    writing.failure,
    sentence`The text is what is on the platform, and this could not be written down. Pull again once the file can be written.`,
    [held.id],
  );
}

function describeAbsent(plan: SetPlan, target: Target): Sentence {
  const { file, action, id } = plan;
  if (action === "adopt")
    return sentence`${file}: ${describeFound(plan)} Nothing was changed. ${bindingAdvice(plan, target)}`;
  if (id !== undefined)
    return sentence`The set ${id} that ${file} was uploaded as is gone. Nothing was changed. Push it to make it again.`;
  return sentence`${file} was not uploaded from here yet, so nothing says which set it is. Nothing was changed. To take over a set that is there: ${bindingCommand(plan, "ID", target)}; \`objectives list --target ${shellWord(target.name)}\` shows its id.`;
}
