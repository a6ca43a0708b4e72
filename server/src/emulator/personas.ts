// The emulator's personas: made, listed, shown, patched, published.
import type { Json, JsonObject } from "./json.ts";
import { field, isEqual, isObject, objectOf } from "./json.ts";
import { applyPatch } from "./patch.ts";
import type { Ruling } from "./rules.ts";
import { PATCH_FAULT } from "./sets.ts";
import type { StoredPersona } from "./state.ts";
import { personaDocument, personaFields } from "./state.ts";
import type { Outcome, Turn } from "./turn.ts";
import { emptyReply, errorReply, freshId, jsonReply, messageReply, pageReply } from "./turn.ts";

/** Takes any fields, for the platform has many; an `objectives_id` is kept whether such a set exists or not. */
export function createPersona({ state, body, now, chance }: Turn): Outcome {
  const content = readContent(body);
  if (!content.ok) return { state, reply: messageReply(400, content.message) };
  const id = freshId("p", chance, state.personas);
  const persona: StoredPersona = { id, ...content.value, createdAt: now, updatedAt: now };
  const reply = objectOf([
    ["persona_id", id],
    ["persona_name", personaName(persona)],
    ["created_at", now],
  ]);
  return { state: { ...state, personas: [...state.personas, persona] }, reply: jsonReply(200, reply) };
}

export function listPersonas({ state, query }: Turn): Outcome {
  return { state, reply: pageReply(state.personas.map(personaDocument), query) };
}

export function showPersona(turn: Turn): Outcome {
  return withPersona(turn, (persona) => ({
    state: turn.state,
    reply: jsonReply(200, personaDocument(persona)),
  }));
}

export function patchPersona(turn: Turn): Outcome {
  const { state, body, now } = turn;
  return withPersona(turn, (persona) => {
    const before = personaDocument(persona);
    const patching = applyPatch(before, body);
    if (!patching.ok) return { state, reply: PATCH_FAULT[patching.fault] };
    if (!keepsServerFields(before, patching.document)) return { state, reply: PATCH_FAULT.operation };
    const content = readContent(patching.document);
    if (!content.ok) return { state, reply: messageReply(400, content.message) };

    const patched: StoredPersona = { ...persona, ...content.value };
    if (isEqual(personaDocument(patched), before)) return { state, reply: emptyReply(304) };
    const personas = state.personas.map((it) => (it === persona ? { ...patched, updatedAt: now } : it));
    return { state: { ...state, personas }, reply: messageReply(200, "Persona updated successfully") };
  });
}

/** Here a patch is live at once, so there is never a draft left to publish. */
export function publishPersona(turn: Turn): Outcome {
  return withPersona(turn, () => ({
    state: turn.state,
    reply: messageReply(200, "Persona published successfully"),
  }));
}

/** "" where it has none. */
export function personaName({ fields }: StoredPersona): string {
  const name = field(fields, "persona_name");
  return typeof name === "string" ? name : "";
}

function withPersona({ state, id }: Turn, act: (persona: StoredPersona) => Outcome): Outcome {
  const persona = state.personas.find((it) => it.id === id);
  return persona === undefined ? { state, reply: errorReply(404, "Persona not found") } : act(persona);
}

function readContent(document: Json): Ruling<Pick<StoredPersona, "objectivesId" | "fields">> {
  if (!isObject(document)) return { ok: false, message: "a persona must be an object" };
  if (field(document, "objectives") !== undefined) return { ok: false, message: "objectives: Unknown field" };
  const objectivesId = field(document, "objectives_id") ?? null;
  if (objectivesId !== null && typeof objectivesId !== "string") {
    return { ok: false, message: "objectives_id must be a string" };
  }
  const fields = personaFields(document);
  return { ok: true, value: { objectivesId: objectivesId === "" ? null : objectivesId, fields } };
}

function keepsServerFields(before: JsonObject, after: Json): boolean {
  if (!isObject(after)) return false;
  return ["persona_id", "created_at", "updated_at"].every((key) => field(before, key) === field(after, key));
}
