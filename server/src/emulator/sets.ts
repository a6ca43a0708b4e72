// The emulator's objective sets: made, listed, shown, patched, deleted.
import type { Json, JsonObject } from "./json.ts";
import { field, isEqual, isObject, objectOf } from "./json.ts";
import { applyPatch } from "./patch.ts";
import type { Form, Ruling } from "./rules.ts";
import { storeObjectives } from "./rules.ts";
import type { StoredSet } from "./state.ts";
import { setDocument } from "./state.ts";
import type { Outcome, Turn } from "./turn.ts";
import { emptyReply, errorReply, freshId, jsonReply, messageReply, pageReply } from "./turn.ts";

export function createSet({ state, body, form, now, chance }: Turn): Outcome {
  const content = readContent(body, form, []);
  if (!content.ok) return { state, reply: messageReply(400, content.message) };
  const id = freshId("o", chance, state.sets);
  const set: StoredSet = { id, ...content.value, createdAt: now, updatedAt: now };
  const reply = objectOf([
    ["objectives_id", id],
    ["objectives_name", set.name],
    ["status", "created"],
    ["created_at", now],
  ]);
  return { state: { ...state, sets: [...state.sets, set] }, reply: jsonReply(200, reply) };
}

export function listSets({ state, query }: Turn): Outcome {
  return { state, reply: pageReply(state.sets.map(setDocument), query) };
}

export function showSet(turn: Turn): Outcome {
  return withSet(turn, (set) => ({ state: turn.state, reply: jsonReply(200, setDocument(set)) }));
}

export function patchSet(turn: Turn): Outcome {
  const { state, body, form, now } = turn;
  return withSet(turn, (set) => {
    const before = setDocument(set);
    const patching = applyPatch(before, body);
    if (!patching.ok) return { state, reply: PATCH_FAULT[patching.fault] };
    if (!keepsServerFields(before, patching.document)) return { state, reply: PATCH_FAULT.operation };
    const content = readContent(patching.document, form, set.objectives);
    if (!content.ok) return { state, reply: messageReply(400, content.message) };

    const patched: StoredSet = { ...set, ...content.value };
    if (isEqual(setDocument(patched), before)) return { state, reply: emptyReply(304) };
    const sets = state.sets.map((it) => (it === set ? { ...patched, updatedAt: now } : it));
    return { state: { ...state, sets }, reply: messageReply(200, "Objective updated successfully") };
  });
}

/** Personas that use the set keep its id: whether the platform detaches them is not known. */
export function deleteSet(turn: Turn): Outcome {
  const { state } = turn;
  return withSet(turn, (set) => ({
    state: { ...state, sets: state.sets.filter((it) => it !== set) },
    reply: emptyReply(204),
  }));
}

/** What is answered to a patch that is none, and to one that cannot be applied. */
export const PATCH_FAULT = {
  format: messageReply(422, "Invalid JSON patch format"),
  operation: errorReply(400, "Invalid patch operation"),
} as const;

function withSet({ state, id }: Turn, act: (set: StoredSet) => Outcome): Outcome {
  const set = state.sets.find((it) => it.id === id);
  return set === undefined ? { state, reply: errorReply(404, "Objective not found") } : act(set);
}

function readContent(
  document: Json,
  form: Form,
  stored: readonly JsonObject[],
): Ruling<Pick<StoredSet, "name" | "objectives">> {
  if (!isObject(document)) return { ok: false, message: "a set must be an object with data" };
  const name = field(document, "name") ?? "";
  if (typeof name !== "string") return { ok: false, message: "name must be a string" };
  const objectives = storeObjectives(field(document, "data"), form, stored);
  return objectives.ok ? { ok: true, value: { name, objectives: objectives.value } } : objectives;
}

function keepsServerFields(before: JsonObject, after: Json): boolean {
  if (!isObject(after)) return false;
  return ["uuid", "created_at", "updated_at"].every((key) => field(before, key) === field(after, key));
}
