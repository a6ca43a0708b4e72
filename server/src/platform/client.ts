// The platform's calls as functions: objective sets and personas, whole lists, every end a value.
import { readOrigin } from "./origin.ts";
import { collectPages } from "./paging.ts";
import type { Created, RemotePersona, RemoteSet } from "./remote.ts";
import type { Reader } from "./reply.ts";
import { readCreatedPersona, readCreatedSet, readPage, readPersona, readSet } from "./reply.ts";
import type { Connection, Reply } from "./request.ts";
import { send, unreadable } from "./request.ts";
import type { Call, Method, Result } from "./result.ts";
import { succeeded } from "./result.ts";
import { sendWithRetries } from "./retry.ts";

export interface Client {
  /** Where everything is sent. */
  readonly origin: string;

  /** Makes a new set of `{"name"?, "data"}`, given as JSON text so that maps keep their order. Sent once. */
  createSet(document: string): Promise<Result<Created>>;
  /** Every set of the account, all pages. */
  listSets(): Promise<Result<readonly RemoteSet[]>>;
  /** One set as it is now; 404 is a refusal. */
  getSet(id: string): Promise<Result<RemoteSet>>;
  /** Changes a set by an RFC 6902 array, given as JSON text. Sent once. */
  patchSet(id: string, patch: string): Promise<Result<Change>>;
  deleteSet(id: string): Promise<Result<"deleted">>;

  /** Makes a persona of JSON text such as `{"system_prompt": "…", "objectives_id": "o…"}`. Sent once. */
  createPersona(document: string): Promise<Result<Created>>;
  listPersonas(): Promise<Result<readonly RemotePersona[]>>;
  getPersona(id: string): Promise<Result<RemotePersona>>;
  /** Changes a persona by an RFC 6902 array. Edits made in the dashboard meanwhile refuse it with 409. */
  patchPersona(id: string, patch: string, dashboardEdits: DashboardEdits): Promise<Result<Change>>;
  /** Makes a persona's draft live. */
  publishPersona(id: string, dashboardEdits: DashboardEdits): Promise<Result<"published">>;
}

/** What a write left behind: 304 is the platform's way to say that all was so already. */
export type Change = "changed" | "unchanged";

/** What becomes of edits that someone made in the dashboard and did not publish. */
export type DashboardEdits = "keep" | "overwrite";

/**
 * A client for one origin. The key goes into the `x-api-key` header of that origin's requests and nowhere else.
 * An origin that must not be sent to fails every call as `unsendable`, before anything is sent.
 */
export function createClient(given: Connection): Client {
  const sets = "/v2/objectives";
  const personas = "/v2/personas";
  const origin = withoutSlash(given.origin);
  const connection = { ...given, origin };

  return {
    origin,
    createSet: (document) => create(connection, sets, document, readCreatedSet),
    listSets: () => list(connection, sets, readSet),
    getSet: (id) => read(connection, pathOf(sets, id), readSet),
    patchSet: (id, patch) => change(connection, pathOf(sets, id), patch),
    deleteSet: (id) => act(connection, "DELETE", pathOf(sets, id), "deleted"),

    createPersona: (document) => create(connection, personas, document, readCreatedPersona),
    listPersonas: () => list(connection, personas, readPersona),
    getPersona: (id) => read(connection, pathOf(personas, id), readPersona),
    patchPersona: (id, patch, edits) => change(connection, pathOf(personas, id) + force(edits), patch),
    publishPersona: (id, edits) =>
      act(connection, "POST", `${pathOf(personas, id)}/publish${force(edits)}`, "published"),
  };
}

function withoutSlash(address: string): string {
  const reading = readOrigin(address);
  return reading.ok ? reading.origin : address;
}

function pathOf(collection: string, id: string): string {
  return `${collection}/${encodeURIComponent(wellFormed(id))}`;
}

/** Half a surrogate pair cannot be encoded, and is in no id. */
function wellFormed(id: string): string {
  return id.replaceAll(/\p{Surrogate}/gu, "\uFFFD");
}

function force(dashboardEdits: DashboardEdits): string {
  return dashboardEdits === "overwrite" ? "?force=true" : "";
}

async function create(
  connection: Connection,
  path: string,
  body: string,
  reader: Reader<Created>,
): Promise<Result<Created>> {
  const sent = await send(connection, { method: "POST", path, body });
  return sent.ok ? interpret({ origin: connection.origin, method: "POST", path }, sent.value, reader) : sent;
}

async function change(connection: Connection, path: string, body: string): Promise<Result<Change>> {
  const sent = await send(connection, { method: "PATCH", path, body });
  return sent.ok ? succeeded(sent.value.status === 304 ? "unchanged" : "changed") : sent;
}

async function act<Done>(
  connection: Connection,
  method: Method,
  path: string,
  done: Done,
): Promise<Result<Done>> {
  const sent = await send(connection, { method, path });
  return sent.ok ? succeeded(done) : sent;
}

async function read<Value>(
  connection: Connection,
  path: string,
  reader: Reader<Value>,
): Promise<Result<Value>> {
  const sent = await sendWithRetries(connection, { method: "GET", path });
  return sent.ok ? interpret({ origin: connection.origin, method: "GET", path }, sent.value, reader) : sent;
}

function list<Row extends { readonly id: string }>(
  connection: Connection,
  path: string,
  row: Reader<Row>,
): Promise<Result<readonly Row[]>> {
  return collectPages((limit, page) =>
    read(connection, `${path}?limit=${limit}&page=${page}`, readPage(row)),
  );
}

function interpret<Value>(call: Call, reply: Reply, reader: Reader<Value>): Result<Value> {
  const reading = reader(reply.text);
  return reading.ok ? succeeded(reading.value) : unreadable(call, reading.reason);
}
