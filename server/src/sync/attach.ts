// Which set a persona follows: an existing one is changed only where it must be, a new one is made with its set.
import { NOTHING, sentence, type Sentence } from "../language/text/sentence.ts";
import { applyEdits, modify } from "jsonc-parser";
import type { Client, DashboardEdits } from "../platform/client.ts";
import { parseJson, propertiesOf, stringOf } from "../language/compile/parse-json.ts";
import type { Failure } from "../platform/result.ts";
import type { LockStore } from "../project/lock-file.ts";
import type { LockPlace } from "../project/lock.ts";
import { setLockAt } from "../project/lock.ts";
import type { Stop } from "./stop.ts";
import { stoppedByLock, stoppedByPlatform, stoppedForDecision } from "./stop.ts";

export interface Attachment {
  readonly client: Client;
  readonly setId: string;
  readonly locks: LockStore;
  /** Where the set's file is kept in the lock; undefined for a set that is known by its id alone. */
  readonly place: LockPlace | undefined;
}

export type AttachOutcome =
  | { readonly kind: "unchanged"; readonly personaId: string }
  | {
      readonly kind: "attached";
      readonly personaId: string;
      /** The set that it followed before. */
      readonly before: string | undefined;
      readonly live: Live;
    }
  | { readonly kind: "created"; readonly personaId: string; readonly live: Live }
  | { readonly kind: "stopped"; readonly personaId: string | undefined; readonly stop: Stop };

/** Whether the platform already shows it, or keeps a draft that has to be published. */
export type Live = "yes" | "not yet";

/**
 * Lets an existing persona follow the set. Edits made in the dashboard meanwhile stop it, unless they are to be
 * overwritten.
 */
export async function attachPersona(
  attachment: Attachment,
  personaId: string,
  dashboardEdits: DashboardEdits,
): Promise<AttachOutcome> {
  const { client, setId } = attachment;
  const persona = await client.getPersona(personaId);
  if (!persona.ok) return halted(personaId, stoppedByPlatform(persona.failure, NOTHING_CHANGED, [personaId]));
  const before = persona.value.objectivesId;
  if (before === setId) return remember(attachment, { kind: "unchanged", personaId });
  const patch = JSON.stringify([{ op: "add", path: "/objectives_id", value: setId }]);
  const change = await client.patchPersona(personaId, patch, dashboardEdits);
  if (!change.ok && change.failure.kind !== "uncertain") {
    return halted(personaId, refusedAttachment(personaId, change.failure));
  }
  const live = await readBack(attachment, personaId);
  if (typeof live !== "string") return halted(personaId, live);
  if (!change.ok && live === "not yet") {
    return halted(personaId, stoppedByPlatform(change.failure, UNCHANGED_STILL, [personaId]));
  }
  return remember(attachment, { kind: "attached", personaId, before, live });
}

/** Makes a persona of JSON text such as `{"system_prompt": "…"}` that follows the set from its first moment. */
export async function attachNewPersona(attachment: Attachment, personaText: string): Promise<AttachOutcome> {
  const reading = withObjectives(personaText, attachment.setId);
  if (!reading.ok) return halted(undefined, unusablePersona(reading.reason));
  const made = await attachment.client.createPersona(reading.text);
  if (!made.ok) return halted(undefined, await explainUnmade(attachment, made.failure));
  const personaId = made.value.id;
  const live = await readBack(attachment, personaId);
  if (typeof live !== "string") return halted(personaId, live);
  return remember(attachment, { kind: "created", personaId, live });
}

const NOTHING_CHANGED = sentence`Nothing was changed.`;
const UNCHANGED_STILL = sentence`It was looked at: the persona is as it was. Try again.`;

async function readBack({ client, setId }: Attachment, personaId: string): Promise<Live | Stop> {
  const persona = await client.getPersona(personaId);
  if (persona.ok) return persona.value.objectivesId === setId ? "yes" : "not yet";
  const state = sentence`The persona ${personaId} was to follow ${setId}, and this could not be read back. Attach it again to look at it.`;
  return stoppedByPlatform(persona.failure, state, [personaId]);
}

async function remember(
  attachment: Attachment,
  outcome: AttachOutcome & { readonly personaId: string },
): Promise<AttachOutcome> {
  const { locks, place } = attachment;
  const { personaId } = outcome;
  if (place === undefined) return outcome;
  const reading = await locks.read();
  if (!reading.ok) return halted(personaId, notWritten(attachment, personaId, reading.failure));
  if (setLockAt(reading.lock, place).personas.includes(personaId)) return outcome;
  const writing = await locks.change(place, (set) => ({
    ...set,
    personas: [...new Set([...set.personas, personaId])],
  }));
  return writing.ok ? outcome : halted(personaId, notWritten(attachment, personaId, writing.failure));
}

function refusedAttachment(personaId: string, failure: Failure): Stop {
  if (failure.kind !== "refused" || failure.conflict !== "maker_changes") {
    return stoppedByPlatform(failure, failure.kind === "cancelled" ? NOTHING : NOTHING_CHANGED, [personaId]);
  }
  return stoppedForDecision(
    sentence`The persona ${personaId} has edits in the dashboard that are not published. ${NOTHING_CHANGED} Publish or discard them there, then attach again.`,
    [personaId],
  );
}

type PersonaText =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: Sentence };

/** The text as it stands, with its `objectives_id`. */
function withObjectives(source: string, setId: string): PersonaText {
  const tree = parseJson(source);
  if ("refused" in tree) {
    const [first] = tree.refused;
    return {
      ok: false,
      reason: sentence`line ${first?.line ?? 1}, column ${first?.column ?? 1}: ${first?.reason ?? ""}`,
    };
  }
  if (tree.root.type !== "object") return { ok: false, reason: sentence`a persona is a JSON object.` };
  const named = propertiesOf(tree.root).find(({ key }) => key === "objectives_id")?.value;
  const other = named === undefined || named.type === "null" ? setId : stringOf(named);
  if (other !== setId && other !== "") {
    return {
      ok: false,
      reason: sentence`its "objectives_id" names ${other}, and it is to follow ${setId}. Take that line out.`,
    };
  }
  const edits = modify(tree.text, ["objectives_id"], setId, {});
  return { ok: true, text: applyEdits(tree.text, edits) };
}

function unusablePersona(reason: Sentence): Stop {
  const message = sentence`The persona's file cannot be used: ${reason} Nothing was sent.`;
  return { kind: "files", message, failure: undefined, ids: [] };
}

/** A POST without an answer is not sent again: the personas that follow the set are named instead. */
async function explainUnmade({ client, setId }: Attachment, failure: Failure): Promise<Stop> {
  if (failure.kind !== "uncertain") return stoppedByPlatform(failure, NOTHING);
  const list = await client.listPersonas();
  if (!list.ok) return stoppedByPlatform(failure, sentence`Look for a persona that follows ${setId}.`);
  const ids = list.value.filter(({ objectivesId }) => objectivesId === setId).map(({ id }) => id);
  if (ids.length === 0) {
    return stoppedByPlatform(
      failure,
      sentence`All personas were looked through, and none follows ${setId}. Try again.`,
    );
  }
  const them = ids.length === 1 ? sentence`this persona follows` : sentence`these personas follow`;
  return stoppedForDecision(
    sentence`No answer came to the new persona, so whether it was made is not certain. Now ${them} ${setId}: ${ids.join(", ")}. Make another only if none of them is it.`,
    ids,
  );
}

function notWritten(
  { setId }: Attachment,
  personaId: string,
  failure: Parameters<typeof stoppedByLock>[0],
): Stop {
  const state = sentence`The persona ${personaId} follows ${setId}, and this could not be written down. Attach it again once the file can be written.`;
  return stoppedByLock(failure, state, [personaId]);
}

function halted(personaId: string | undefined, stop: Stop): AttachOutcome {
  return { kind: "stopped", personaId, stop };
}
