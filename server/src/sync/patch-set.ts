// One change to a set that is there, so that an edit made in between fails it instead of being lost.
import { NOTHING, sentence, type Sentence, joined } from "../language/text/sentence.ts";
import { sameDocument } from "../language/compile/normalise.ts";
import type { LinkForm, SetDocument } from "../language/compile/payload.ts";
import { writeItems } from "../language/compile/write-payload.ts";
import type { Change } from "../platform/client.ts";
import type { Failure, Result } from "../platform/result.ts";
import { isLostRoot } from "./link-form.ts";
import type { Guard } from "./outcome.ts";
import type { HeldSet } from "./remote-set.ts";
import { getHeldSet } from "./remote-set.ts";
import type { Stop } from "./stop.ts";
import { stoppedByPlatform, stoppedForDecision } from "./stop.ts";
import type { Job } from "./job.ts";

export type Patching =
  | { readonly kind: "patched"; readonly guard: Guard }
  /** The platform saw no required links: this form is not the one it knows. */
  | { readonly kind: "lost root" }
  | { readonly kind: "stopped"; readonly stop: Stop };

/** Makes the set what the text says. `before` is what the plan was made for: only that is replaced. */
export async function patchSet(job: Job, before: HeldSet, form: LinkForm): Promise<Patching> {
  const items = writeItems(job.observation.local.document, form);
  if (typeof items !== "string") return halted(unwritable(items.refused, before.id));
  return job.observation.testOp === "refused before"
    ? compareAndPatch(job, before, items)
    : testAndPatch(job, before, items);
}

/** Why a set cannot be sent in the form that the platform takes. */
export function unwritable(
  refused: readonly { readonly objective: string; readonly reason: Sentence }[],
  id: string | undefined,
): Stop {
  const reasons = joined(
    refused.map(({ objective, reason }) => sentence`${objective}: ${reason}`),
    " ",
  );
  const message = sentence`It cannot be written in the form that the platform takes. ${reasons} Nothing was sent.`;
  return { kind: "refused", message, failure: undefined, ids: id === undefined ? [] : [id] };
}

const NOT_CHANGED = sentence`The set was not changed.`;

async function testAndPatch(job: Job, before: HeldSet, items: string): Promise<Patching> {
  const operations = [operation("test", "/data", before.data), ...replacements(job, before, items)];
  const result = await job.upload.client.patchSet(before.id, `[${operations.join(",")}]`);
  const isTestRefused = !result.ok && mayBeRefusedTest(result.failure, job.observation.local.document);
  // Either someone was faster or the platform cannot test: what is there now tells which.
  return isTestRefused ? compareAndPatch(job, before, items) : judge(job, before, result, "tested");
}

async function compareAndPatch(job: Job, before: HeldSet, items: string): Promise<Patching> {
  const reading = await getHeldSet(job.upload.client, before.id, NOT_CHANGED);
  if (!reading.ok) return halted(reading.stop);
  if (!sameDocument(reading.set.document, before.document)) return halted(overtaken(before.id));
  const operations = replacements(job, before, items);
  const result = await job.upload.client.patchSet(before.id, `[${operations.join(",")}]`);
  return judge(job, before, result, "compared");
}

function replacements({ observation }: Job, before: HeldSet, items: string): readonly string[] {
  const { name } = observation.local.document;
  const replaceData = operation("replace", "/data", items);
  if (name === before.document.name) return [replaceData];
  // `add` replaces what is there, too, and a set without a name may have no such key.
  return [replaceData, operation("add", "/name", JSON.stringify(name))];
}

function operation(op: string, path: string, value: string): string {
  return `{"op":"${op}","path":"${path}","value":${value}}`;
}

function mayBeRefusedTest(failure: Failure, document: SetDocument): boolean {
  if (failure.kind !== "refused" || isLostRoot(failure, document)) return false;
  return failure.status === 400 || failure.status === 422;
}

async function judge(job: Job, before: HeldSet, result: Result<Change>, guard: Guard): Promise<Patching> {
  if (result.ok) return { kind: "patched", guard };
  const { failure } = result;
  if (failure.kind === "uncertain") return findOut(job, before, failure, guard);
  if (isLostRoot(failure, job.observation.local.document)) return { kind: "lost root" };
  if (failure.kind === "refused" && failure.status === 404) return halted(goneMeanwhile(before.id));
  return halted(stoppedByPlatform(failure, NOTHING, [before.id]));
}

/** A patch without an answer: what is there now tells whether it was carried out. */
async function findOut(job: Job, before: HeldSet, failure: Failure, guard: Guard): Promise<Patching> {
  const reading = await getHeldSet(job.upload.client, before.id, stoppedByPlatform(failure, NOTHING).message);
  if (!reading.ok) return halted(reading.stop);
  const { document } = reading.set;
  if (sameDocument(document, job.observation.local.document)) return { kind: "patched", guard };
  if (!sameDocument(document, before.document)) return halted(overtaken(before.id));
  return halted(
    stoppedByPlatform(failure, sentence`It was looked at: the set is as it was. Push again.`, [before.id]),
  );
}

function overtaken(id: string): Stop {
  return stoppedForDecision(
    sentence`The set ${id} was changed by someone else since it was read. It was left as it is. Run \`objectives plan\` to see what is there now.`,
    [id],
  );
}

function goneMeanwhile(id: string): Stop {
  return stoppedForDecision(
    sentence`The set ${id} was deleted since it was read. Push again to make it anew.`,
    [id],
  );
}

function halted(stop: Stop): Patching {
  return { kind: "stopped", stop };
}
