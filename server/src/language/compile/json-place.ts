// A place in a JSON text as the pointer to the value there.
import { findNodeAtOffset, getNodePath, parseTree } from "jsonc-parser";
import type { Span } from "../text/span.ts";
import { below } from "./pointer.ts";

export interface JsonPlace {
  readonly pointer: string;
  /** The value or the key that the offset is in. */
  readonly span: Span;
}

/** The value or key at the offset; undefined where none is, or where the text is no JSON at all. */
export function jsonPlaceAt(json: string, offset: number): JsonPlace | undefined {
  const root = parseTree(json);
  const node = root && findNodeAtOffset(root, offset, true);
  if (!node) return undefined;
  // A key stands for its value.
  const value = node.parent?.type === "property" ? (node.parent.children?.[1] ?? node) : node;
  const pointer = below("", ...getNodePath(value));
  return { pointer, span: { start: node.offset, end: node.offset + node.length } };
}
