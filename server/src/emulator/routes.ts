// Which request does what: the platform's interface as a pure function from state to state.
import { unescaped } from "../project/file-uri.ts";
import type { Json } from "./json.ts";
import { parseJson } from "./json.ts";
import { renderPage } from "./page.ts";
import { createPersona, listPersonas, patchPersona, publishPersona, showPersona } from "./personas.ts";
import { createSet, deleteSet, listSets, patchSet, showSet } from "./sets.ts";
import type { State } from "./state.ts";
import type { Outcome, PlatformReply, PlatformRequest, Surroundings, Turn } from "./turn.ts";
import { messageReply } from "./turn.ts";

interface Route {
  readonly method: string;
  /** Segments of the path; `*` stands for an id. */
  readonly path: readonly string[];
  readonly takes: "a body" | "nothing";
  readonly handle: (turn: Turn) => Outcome;
}

const ROUTES: readonly Route[] = [
  { method: "GET", path: ["v2", "objectives"], takes: "nothing", handle: listSets },
  { method: "POST", path: ["v2", "objectives"], takes: "a body", handle: createSet },
  { method: "GET", path: ["v2", "objectives", "*"], takes: "nothing", handle: showSet },
  { method: "PATCH", path: ["v2", "objectives", "*"], takes: "a body", handle: patchSet },
  { method: "DELETE", path: ["v2", "objectives", "*"], takes: "nothing", handle: deleteSet },
  { method: "GET", path: ["v2", "personas"], takes: "nothing", handle: listPersonas },
  { method: "POST", path: ["v2", "personas"], takes: "a body", handle: createPersona },
  { method: "GET", path: ["v2", "personas", "*"], takes: "nothing", handle: showPersona },
  { method: "PATCH", path: ["v2", "personas", "*"], takes: "a body", handle: patchPersona },
  { method: "POST", path: ["v2", "personas", "*", "publish"], takes: "nothing", handle: publishPersona },
];

/** Answers a request. The state in the outcome is the very same one where nothing was changed. */
export function route(state: State, request: PlatformRequest, surroundings: Surroundings): Outcome {
  const refuse = (reply: PlatformReply): Outcome => ({ state, reply });
  const path = segmentsOf(request.path);
  // A browser asks for the page and has no key; whoever may see it is settled by the Host it names.
  if (path.length === 0) return refuse(isRead(request) ? renderPage(state) : notAllowed(["GET"]));
  if (request.key === null || request.key.trim() === "")
    return refuse(messageReply(401, "Invalid access token"));

  const routes = ROUTES.filter((it) => matches(it.path, path));
  if (routes.length === 0) return refuse(messageReply(404, "There is no such address"));
  const method = isRead(request) ? "GET" : request.method;
  const chosen = routes.find((it) => it.method === method);
  if (chosen === undefined) return refuse(notAllowed(routes.map((it) => it.method)));

  const body = chosen.takes === "a body" ? readBody(request) : NO_BODY;
  if (!body.ok) return refuse(body.reply);
  const { query } = request;
  return chosen.handle({ ...surroundings, state, id: path[2] ?? "", query, body: body.value });
}

type Body =
  { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly reply: PlatformReply };

const NO_BODY: Body = { ok: true, value: null };

function readBody({ body, contentType }: PlatformRequest): Body {
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type !== "application/json" && !type.endsWith("+json")) {
    return { ok: false, reply: messageReply(415, "Content-Type must be application/json") };
  }
  const value = parseJson(body);
  if (value === undefined) return { ok: false, reply: messageReply(400, "The body is not valid JSON") };
  return { ok: true, value };
}

/** Decoded, without empty segments at the end; `pals` is the newer name of `personas`. */
function segmentsOf(path: string): readonly string[] {
  const segments = path.replace(/\/+$/, "").split("/").slice(1).map(unescaped);
  return segments[1] === "pals" ? segments.with(1, "personas") : segments;
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  return pattern.length === path.length && pattern.every((it, index) => it === "*" || it === path[index]);
}

function isRead({ method }: PlatformRequest): boolean {
  return method === "GET" || method === "HEAD";
}

function notAllowed(methods: readonly string[]): PlatformReply {
  const reply = messageReply(405, `Only ${methods.join(", ")} can be done here`);
  return { ...reply, headers: { ...reply.headers, allow: methods.join(", ") } };
}
