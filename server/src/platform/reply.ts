// Reads the platform's replies, which differ in names and shape from call to call, and keeps their text as it came.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import type { Node } from "jsonc-parser";
import { findNodeAtLocation, getNodeValue, parseTree } from "jsonc-parser";
import type { Page } from "./paging.ts";
import type { Created, RemotePersona, RemoteSet } from "./remote.ts";

export type Reading<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: Sentence };

/** Reads a reply's text, or a row's inside it. */
export type Reader<Value> = (text: string) => Reading<Value>;

/** What a refusal says. */
export interface PlatformWords {
  readonly words: string;
  readonly conflict?: string;
}

const SET_ID = ["objectives_id", "uuid", "id"] as const;
const SET_NAME = ["name", "objectives_name", "objective_name"] as const;
const PERSONA_ID = ["persona_id", "pal_id", "uuid", "id"] as const;
const PERSONA_NAME = ["persona_name", "pal_name", "name"] as const;

/** The reply to a POST of a set. */
export function readCreatedSet(text: string): Reading<Created> {
  return readCreated(text, SET_ID, SET_NAME);
}

/** The reply to a POST of a persona. */
export function readCreatedPersona(text: string): Reading<Created> {
  return readCreated(text, PERSONA_ID, PERSONA_NAME);
}

/** A set, whose `data` may be a list of objectives or a single one. */
export function readSet(text: string): Reading<RemoteSet> {
  return readObject(text, (root) => {
    const id = firstString(root, SET_ID);
    if (id === "") return nonsense(sentence`The set in the answer has no id.`);
    const data = findNodeAtLocation(root, ["data"]);
    if (data === undefined) return nonsense(sentence`The set ${id} in the answer has no data.`);
    const list = listText(text, data);
    if (list === undefined) return nonsense(sentence`The data of the set ${id} is not a list of objectives.`);

    const name = firstString(root, ["name", "objectives_name"]);
    const document = `{"name":${JSON.stringify(name)},"data":${list}}`;
    return { ok: true, value: { id, name, text: textOf(text, root), data: textOf(text, data), document } };
  });
}

/** A persona, bare or as the only one in `data`. */
export function readPersona(text: string): Reading<RemotePersona> {
  return readObject(text, (root) => {
    const persona = unwrap(root);
    const id = firstString(persona, PERSONA_ID);
    if (id === "") return nonsense(sentence`The persona in the answer has no id.`);
    const objectivesId = firstString(persona, ["objectives_id"]);
    return {
      ok: true,
      value: {
        id,
        name: firstString(persona, PERSONA_NAME),
        objectivesId: objectivesId === "" ? undefined : objectivesId,
        text: textOf(text, persona),
      },
    };
  });
}

/** A page of a list, `{"data": [row, …], "total_count"}`. */
export function readPage<Row>(readRow: Reader<Row>): Reader<Page<Row>> {
  return (text) =>
    readObject(text, (root) => {
      const data = findNodeAtLocation(root, ["data"]);
      if (data?.type !== "array") return nonsense(sentence`The answer is not a list: it has no data.`);
      const rows: Row[] = [];
      for (const node of data.children ?? []) {
        const row = readRow(textOf(text, node));
        if (!row.ok) return row;
        rows.push(row.value);
      }
      const count = findNodeAtLocation(root, ["total_count"]);
      const totalCount = count?.type === "number" ? Number(getNodeValue(count)) : undefined;
      return { ok: true, value: { rows, totalCount } };
    });
}

/** What a refusal's body says: `message ?? error ?? the text itself`. */
export function platformWords(text: string): PlatformWords {
  if (isWebPage(text)) return { words: titleOf(text) };
  const root = parse(text);
  if (root?.type !== "object") return { words: text };
  const said = findNodeAtLocation(root, ["message"]) ?? findNodeAtLocation(root, ["error"]);
  const words = said?.type === "string" ? String(getNodeValue(said)) : textOf(text, said ?? root);
  const conflict = firstString(root, ["conflict"]);
  return conflict === "" ? { words } : { words, conflict };
}

function readCreated(text: string, idKeys: readonly string[], nameKeys: readonly string[]): Reading<Created> {
  return readObject(text, (root) => {
    const id = firstString(root, idKeys);
    if (id === "") return nonsense(sentence`The answer names no id.`);
    return { ok: true, value: { id, name: firstString(root, nameKeys) } };
  });
}

function readObject<Value>(text: string, read: (root: Node) => Reading<Value>): Reading<Value> {
  if (isWebPage(text)) return nonsense(sentence`The answer is a web page, not JSON.`);
  const root = parse(text);
  if (root === undefined) return nonsense(sentence`The answer is not JSON.`);
  return root.type === "object" ? read(root) : nonsense(sentence`The answer is not a JSON object.`);
}

function parse(text: string): Node | undefined {
  try {
    // First the strict reader: the one with positions repairs what is broken.
    JSON.parse(text);
    return parseTree(text);
  } catch {
    return undefined;
  }
}

function nonsense(reason: Sentence): { readonly ok: false; readonly reason: Sentence } {
  return { ok: false, reason };
}

function firstString(node: Node, keys: readonly string[]): string {
  for (const key of keys) {
    const value = findNodeAtLocation(node, [key]);
    if (value?.type === "string" && value.value !== "") return String(getNodeValue(value));
  }
  return "";
}

function textOf(text: string, { offset, length }: Node): string {
  return text.slice(offset, offset + length);
}

function listText(text: string, data: Node): string | undefined {
  switch (data.type) {
    case "array":
      return textOf(text, data);
    case "object":
      return `[${textOf(text, data)}]`;
    case "null":
      return "[]";
    default:
      return undefined;
  }
}

function unwrap(root: Node): Node {
  const data = findNodeAtLocation(root, ["data"]);
  const [only, ...others] = data?.type === "array" ? (data.children ?? []) : [data];
  const isWrapped = firstString(root, PERSONA_ID) === "" && only?.type === "object" && others.length === 0;
  return isWrapped ? only : root;
}

function isWebPage(text: string): boolean {
  return /^\s*</.test(text);
}

function titleOf(page: string): string {
  const title = /<title[^>]*>([^<]*)</i.exec(page)?.[1]?.trim() ?? "";
  return title === "" ? "a web page instead of JSON" : title;
}
