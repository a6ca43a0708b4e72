// The whole way of an upload: look, plan, ask, apply, read back. The editor and the command line both go it.
import { joined } from "../language/text/sentence.ts";
import { applyPlan, idsOf } from "./apply.ts";
import { describeDecision } from "./decision.ts";
import type { Observation } from "./observe.ts";
import { observe } from "./observe.ts";
import type { SetOutcome } from "./outcome.ts";
import type { Plan } from "./plan.ts";
import { isWrite, needsDecision, planSet } from "./plan.ts";
import { describeTwins, findTwins } from "./twins.ts";
import type { Stop } from "./stop.ts";
import { stoppedForDecision } from "./stop.ts";
import type { LocalSet, Step, Upload } from "./upload.ts";

export type Planning =
  | { readonly ok: true; readonly plan: Plan; readonly observations: readonly Observation[] }
  | { readonly ok: false; readonly stop: Stop };

/** Whether to go on; called once, and only where something would be sent. */
export type Confirm = (plan: Plan) => Promise<"yes" | "no">;

export type PushResult =
  /** No plan could be made. */
  | { readonly kind: "stopped"; readonly stop: Stop }
  /** Nothing was sent, because some of the sets need somebody to choose. */
  | { readonly kind: "undecided"; readonly plan: Plan; readonly stop: Stop }
  | { readonly kind: "declined"; readonly plan: Plan }
  /** Each set as the plan lists it; after one that stopped, the rest was not reached. */
  | { readonly kind: "applied"; readonly plan: Plan; readonly outcomes: readonly SetOutcome[] };

/** What a push would do. Reads the lock and the platform; writes nothing and changes nothing. */
export async function makePlan(upload: Upload, sets: readonly LocalSet[]): Promise<Planning> {
  const observing = await observe(upload, sets);
  if (!observing.ok) return observing;
  const { observations } = observing;
  const plans = observations.map(({ local, base, remote }) =>
    planSet(local.file, local.document, base, remote),
  );
  const twins = findTwins(plans, sets);
  if (twins !== undefined) return { ok: false, stop: stoppedForDecision(describeTwins(twins)) };
  return { ok: true, plan: { target: upload.target, sets: plans }, observations };
}

/** Uploads sets that were found without errors. Every end is a value; cancelling is the client's signal. */
export async function push(upload: Upload, sets: readonly LocalSet[], confirm: Confirm): Promise<PushResult> {
  const planning = await makePlan(upload, sets);
  if (!planning.ok) return { kind: "stopped", stop: planning.stop };
  const { plan, observations } = planning;
  const open = plan.sets.filter(needsDecision);
  if (open.length > 0) {
    const stop = stoppedForDecision(
      joined(
        open.map((set) => describeDecision(set, upload.target)),
        "\n",
      ),
      open.flatMap(idsOf),
    );
    return { kind: "undecided", plan, stop };
  }
  if (plan.sets.some(isWrite) && (await confirm(plan)) === "no") return { kind: "declined", plan };
  return { kind: "applied", plan, outcomes: await applyAll(upload, plan, observations) };
}

/** One after the other: what a second set would meet, such as a full disk, the first has met. */
async function applyAll(
  upload: Upload,
  { sets }: Plan,
  observations: readonly Observation[],
): Promise<readonly SetOutcome[]> {
  const outcomes: SetOutcome[] = [];
  for (const [index, observation] of observations.entries()) {
    const plan = sets[index];
    const { file } = observation.local;
    if (plan === undefined || outcomes.some(({ kind }) => kind === "stopped")) {
      outcomes.push({ kind: "not reached", file });
      continue;
    }
    const onStep = (step: Step): void =>
      upload.onProgress({ file, step, number: index + 1, count: sets.length });
    outcomes.push(await applyPlan({ upload, observation, onStep }, plan));
  }
  return outcomes;
}
