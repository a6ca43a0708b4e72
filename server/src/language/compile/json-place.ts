// A place in a JSON text as the pointer to the value there.
import { findNodeAtLocation, findNodeAtOffset, getNodePath, parseTree, type Node } from "jsonc-parser";
import type { Span } from "../text/span.ts";
import { stringOf } from "./parse-json.ts";
import { FIELD } from "./payload.ts";
import { below } from "./pointer.ts";

export interface JsonPlace {
  readonly pointer: string;
  /** The value or the key that the offset is in. */
  readonly span: Span;
}

/**
 * The value or key at the offset of a set's JSON; undefined where none is, or where the text is no JSON at all.
 * `indexOf` says where an objective stands in the set now, in case the JSON is older.
 */
export function jsonPlaceAt(
  json: string,
  offset: number,
  indexOf: (objective: string) => number | undefined,
): JsonPlace | undefined {
  const root = parseTree(json);
  const node = root && findNodeAtOffset(root, offset, true);
  if (!node) return undefined;
  // A key stands for its value.
  const value = node.parent?.type === "property" ? (node.parent.children?.[1] ?? node) : node;
  const path = getNodePath(value);
  const [list, index, ...rest] = path;
  const span = { start: node.offset, end: node.offset + node.length };
  if (list !== "data" || typeof index !== "number") return { pointer: below("", ...path), span };
  const now = indexOf(nameAt(root, index));
  return now === undefined ? undefined : { pointer: below("", list, now, ...rest), span };
}

function nameAt(root: Node, index: number): string {
  const node = findNodeAtLocation(root, ["data", index, FIELD.name]);
  return node ? stringOf(node) : "";
}
