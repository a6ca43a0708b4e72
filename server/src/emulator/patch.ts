// JSON Patch (RFC 6902) on a document: all of it or nothing.
import jsonPatch from "fast-json-patch";
import type { Json, JsonObject } from "./json.ts";
import { field, isList, isObject, mark } from "./json.ts";

export type Patching =
  | { readonly ok: true; readonly document: Json }
  /** `format`: this is no patch. `operation`: it is one, and cannot be applied here. */
  | { readonly ok: false; readonly fault: "format" | "operation" };

interface Operation {
  readonly op: (typeof OPERATIONS)[number];
  readonly path: string;
  readonly from: string;
  readonly value: Json;
}

const OPERATIONS = ["add", "remove", "replace", "move", "copy", "test"] as const;

/** Characters that all copies of a patch may have together: a copy of a copy of a copy grows without end. */
const COPY_LIMIT = 4 * 1024 * 1024;

/** Applies a patch to a copy of a document. Keys of the patch's paths are plain; the document's stay marked. */
export function applyPatch(document: Json, patch: Json): Patching {
  if (!isList(patch)) return { ok: false, fault: "format" };
  const operations: Operation[] = [];
  for (const it of patch) {
    const operation = readOperation(it);
    if (operation === undefined) return { ok: false, fault: "format" };
    operations.push(operation);
  }
  try {
    return { ok: true, document: applyAll(structuredClone(document), operations) };
  } catch {
    return { ok: false, fault: "operation" };
  }
}

function readOperation(it: Json): Operation | undefined {
  if (!isObject(it)) return undefined;
  const op = OPERATIONS.find((known) => known === field(it, "op"));
  const path = field(it, "path");
  if (op === undefined || !isPointer(path)) return undefined;
  return completeOperation(it, op, path);
}

function completeOperation(it: JsonObject, op: Operation["op"], path: string): Operation | undefined {
  const from = field(it, "from");
  const value = field(it, "value");
  switch (op) {
    case "add":
    case "replace":
    case "test":
      return value === undefined ? undefined : { op, path, from: "", value };
    case "move":
    case "copy":
      return isPointer(from) ? { op, path, from, value: null } : undefined;
    case "remove":
      return { op, path, from: "", value: null };
  }
}

function isPointer(value: Json | undefined): value is string {
  return typeof value === "string" && /^(\/([^~/]|~[01])*)*$/.test(value);
}

function applyAll(document: Json, operations: readonly Operation[]): Json {
  let copied = 0;
  return operations.reduce((current, operation) => {
    if (operation.op !== "copy") return applyOne(current, operation);
    const text = JSON.stringify(valueAt(current, operation.from));
    copied += text.length;
    if (copied > COPY_LIMIT) throw new Error("copies too much");
    return applyStep(current, "add", operation.path, JSON.parse(text) as Json);
  }, document);
}

function applyOne(document: Json, { op, path, from, value }: Operation): Json {
  if (op !== "move") return applyStep(document, op, path, value);
  const moved = valueAt(document, from);
  if (from === path) return document;
  if (path.startsWith(`${from}/`)) throw new Error("moves a value into itself");
  return applyStep(applyStep(document, "remove", from, null), "add", path, moved);
}

/** One step by the library, on a path whose every part was looked at: it knows neither marks nor strict indices. */
function applyStep(
  document: Json,
  op: "add" | "remove" | "replace" | "test" | "copy",
  path: string,
  value: Json,
): Json {
  const operation = { op, path: locate(document, path), value };
  return jsonPatch.applyOperation<Json>(document, operation as jsonPatchOperation, true).newDocument;
}

type jsonPatchOperation = Parameters<typeof jsonPatch.applyOperation>[1];

function valueAt(document: Json, path: string): Json {
  const value = jsonPatch.getValueByPointer(document, locate(document, path)) as Json | undefined;
  if (value === undefined) throw new Error("nothing is there");
  return value;
}

/** A pointer with its keys marked. Throws where it leads through what is no object and no list. */
function locate(document: Json, path: string): string {
  let at: Json | undefined = document;
  let located = "";
  for (const segment of path.split("/").slice(1)) {
    if (isList(at) && isIndex(segment)) {
      located += `/${segment}`;
      at = at[Number(segment)];
    } else if (isObject(at)) {
      located += `/${mark(segment)}`;
      at = field(at, unescapeSegment(segment));
    } else {
      throw new Error("the way there is missing");
    }
  }
  return located;
}

/** Whether an element is there, or may be put there, the library looks itself. */
function isIndex(segment: string): boolean {
  return segment === "-" || /^(0|[1-9]\d{0,8})$/.test(segment);
}

function unescapeSegment(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}
