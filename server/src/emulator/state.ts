// All that the emulator holds, and its text in the file.
import type { Json, JsonObject } from "./json.ts";
import { field, fieldsOf, isList, isObject, objectOf, parseJson, printJson } from "./json.ts";
import { nameOf } from "./rules.ts";

/** Sets and personas, oldest first. */
export interface State {
  readonly sets: readonly StoredSet[];
  readonly personas: readonly StoredPersona[];
}

export interface StoredSet {
  readonly id: string;
  readonly name: string;
  /** Each with its eight keys. */
  readonly objectives: readonly JsonObject[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface StoredPersona {
  readonly id: string;
  readonly objectivesId: string | null;
  /** All else that was sent, as it was sent. */
  readonly fields: JsonObject;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type StateReading =
  { readonly ok: true; readonly state: State } | { readonly ok: false; readonly fault: "damaged" | "newer" };

export const EMPTY_STATE: State = { sets: [], personas: [] };

const VERSION = 1;

/** Keys of a persona that the server gives, whatever is sent. */
const PERSONA_OWN_KEYS: ReadonlySet<string> = new Set([
  "persona_id",
  "objectives_id",
  "created_at",
  "updated_at",
]);

/** A set as GET shows it, which is also the document that a PATCH works on. */
export function setDocument({ id, name, objectives, createdAt, updatedAt }: StoredSet): JsonObject {
  return objectOf([
    ["uuid", id],
    ["name", name],
    ["data", objectives],
    ["created_at", createdAt],
    ["updated_at", updatedAt],
  ]);
}

/** A persona as GET shows it, which is also the document that a PATCH works on. */
export function personaDocument({
  id,
  objectivesId,
  fields,
  createdAt,
  updatedAt,
}: StoredPersona): JsonObject {
  return objectOf([
    ["persona_id", id],
    ...fieldsOf(fields),
    ["objectives_id", objectivesId],
    ["created_at", createdAt],
    ["updated_at", updatedAt],
  ]);
}

/** What was sent for a persona, without what the server gives itself. */
export function personaFields(document: JsonObject): JsonObject {
  return objectOf(fieldsOf(document).filter(([key]) => !PERSONA_OWN_KEYS.has(key)));
}

export function printState({ sets, personas }: State): string {
  const state = objectOf([
    ["version", VERSION],
    ["sets", sets.map(setDocument)],
    ["personas", personas.map(personaDocument)],
  ]);
  return `${printJson(state, 2)}\n`;
}

export function readState(text: string): StateReading {
  const root = parseJson(text);
  if (!isObject(root)) return { ok: false, fault: "damaged" };
  const version = field(root, "version");
  if (typeof version === "number" && version > VERSION) return { ok: false, fault: "newer" };

  const sets = readAll(field(root, "sets"), readStoredSet);
  const personas = readAll(field(root, "personas"), readStoredPersona);
  if (version !== VERSION || sets === undefined || personas === undefined)
    return { ok: false, fault: "damaged" };
  return { ok: true, state: { sets, personas } };
}

function readAll<Value>(
  rows: Json | undefined,
  read: (row: JsonObject) => Value | undefined,
): readonly Value[] | undefined {
  if (!isList(rows)) return undefined;
  const values = rows
    .map((row) => (isObject(row) ? read(row) : undefined))
    .filter((value) => value !== undefined);
  return values.length === rows.length ? values : undefined;
}

function readStoredSet(row: JsonObject): StoredSet | undefined {
  const [id, name, createdAt, updatedAt] = texts(row, ["uuid", "name", "created_at", "updated_at"]);
  const objectives = readAll(field(row, "data"), (item) => (nameOf(item) === "" ? undefined : item));
  if (id === undefined || name === undefined || createdAt === undefined) return undefined;
  if (updatedAt === undefined || objectives === undefined) return undefined;
  return { id, name, objectives, createdAt, updatedAt };
}

function readStoredPersona(row: JsonObject): StoredPersona | undefined {
  const [id, createdAt, updatedAt] = texts(row, ["persona_id", "created_at", "updated_at"]);
  const objectivesId = field(row, "objectives_id");
  if (id === undefined || createdAt === undefined || updatedAt === undefined) return undefined;
  if (typeof objectivesId !== "string" && objectivesId !== null) return undefined;
  return { id, objectivesId, fields: personaFields(row), createdAt, updatedAt };
}

function texts(row: JsonObject, keys: readonly string[]): readonly (string | undefined)[] {
  return keys.map((key) => field(row, key)).map((value) => (typeof value === "string" ? value : undefined));
}
