// Strict JSON as a tree with places: no comments, no trailing commas, no key twice, no text too large or too deep.
import { sentence, type Sentence } from "../text/sentence.ts";
import { getNodePath, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Node, ParseError } from "jsonc-parser";
import { lineIndex } from "../text/line-index.ts";
import type { LineIndex } from "../text/line-index.ts";

/** Why a text was not taken, and where. */
export interface Refusal {
  /** RFC 6901; "" is the whole document, and what is not JSON has no finer pointer. */
  readonly pointer: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly reason: Sentence;
}

export interface JsonTree {
  readonly root: Node;
  /** What the tree's offsets count in: the text without a byte order mark. */
  readonly text: string;
  readonly lines: LineIndex;
}

/** One property of an object node. */
export interface Property {
  readonly key: string;
  readonly keyNode: Node;
  readonly value: Node;
}

/** Why a text is not taken at all. */
interface Problem {
  readonly offset: number;
  readonly reason: Sentence;
}

/** The parser descends by recursion: the limit keeps it far from the end of the stack. No real document is deeper than five. */
const DEEPEST = 100;

/** In UTF-16 units: as much as the platform's client takes from a reply. */
const LONGEST = 16 * 1024 * 1024;

export function parseJson(source: string): JsonTree | { readonly refused: readonly Refusal[] } {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const lines = lineIndex(text.length > LONGEST ? "" : text);
  const refuse = (problem: Problem) => ({
    refused: [{ pointer: "", ...placeOf(lines, problem.offset), reason: problem.reason }],
  });
  if (text.length > LONGEST) return refuse({ offset: 0, reason: TOO_LONG });
  const unfit = unfitForParser(text);
  if (unfit !== undefined) return refuse(unfit);
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error !== undefined || root === undefined) return refuse(notJson(text, error));
  const tree = { root, text, lines };
  const repeated = repeatedKeys(root);
  if (repeated.length === 0) return tree;
  return { refused: repeated.map(({ key, keyNode }) => refusal(tree, keyNode, repeatedKey(key))) };
}

/** A refusal of what the node says. */
export function refusal({ lines }: JsonTree, node: Node, reason: Sentence): Refusal {
  return { pointer: pointerOf(node), ...placeOf(lines, node.offset), reason };
}

export function propertiesOf(node: Node): readonly Property[] {
  return (node.children ?? []).flatMap(({ children: [keyNode, value] = [] }) =>
    keyNode === undefined || value === undefined ? [] : [{ key: stringOf(keyNode), keyNode, value }],
  );
}

export function stringOf(node: Node): string {
  const value: unknown = node.value;
  return typeof value === "string" ? value : "";
}

/** The node's own text without blanks between its tokens: numbers keep the digits they were written with. */
export function compactText(text: string, node: Node): string {
  switch (node.type) {
    case "array":
      return `[${(node.children ?? []).map((item) => compactText(text, item)).join(",")}]`;
    case "object":
      return `{${(node.children ?? []).map((property) => compactText(text, property)).join(",")}}`;
    case "property":
      return (node.children ?? []).map((side) => compactText(text, side)).join(":");
    case "string":
    case "number":
    case "boolean":
    case "null":
      return text.slice(node.offset, node.offset + node.length);
  }
}

const TOO_LONG = sentence`The document is longer than ${LONGEST / 1024 / 1024} Mi characters: no objective set is.`;
const TOO_DEEP = sentence`The document is nested more than ${DEEPEST} levels deep: no objective set is.`;

const NO_COMMENTS = sentence`This is not JSON: it has no comments, and no slashes outside of strings.`;

function repeatedKey(key: string): Sentence {
  return sentence`The key ${JSON.stringify(key)} stands here a second time. Keep one of the two.`;
}

/**
 * What keeps the text from the parser: too many levels, or what would let the parser see other levels than are
 * counted here (a comment, a bracket that does not fit).
 */
function unfitForParser(text: string): Problem | undefined {
  const open: string[] = [];
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charAt(offset);
    if (character === '"') offset = lastOfString(text, offset);
    else if (character === "/") return { offset, reason: NO_COMMENTS };
    else if (character === "[" || character === "{") open.push(character);
    else if ((character === "]" || character === "}") && open.pop() !== OPENING[character]) {
      return { offset, reason: sentence`This is not JSON: no open bracket fits this ${character}.` };
    }
    if (open.length > DEEPEST) return { offset, reason: TOO_DEEP };
  }
  return undefined;
}

const OPENING = { "]": "[", "}": "{" } as const;

/** The offset of the quote that closes the string, or of the line's end where none does. */
function lastOfString(text: string, start: number): number {
  let offset = start + 1;
  while (offset < text.length && !`"\n\r`.includes(text.charAt(offset)))
    offset += text.charAt(offset) === "\\" ? 2 : 1;
  return offset;
}

/** Every property whose key an earlier one of the same object has. */
function repeatedKeys(root: Node): readonly Property[] {
  const repeated: Property[] = [];
  const nodes = [root];
  for (const node of nodes) {
    const seen = new Set<string>();
    for (const property of node.type === "object" ? propertiesOf(node) : []) {
      if (seen.has(property.key)) repeated.push(property);
      seen.add(property.key);
    }
    for (const child of node.children ?? []) nodes.push(child);
  }
  return repeated.sort((a, b) => a.keyNode.offset - b.keyNode.offset);
}

function notJson(text: string, error: ParseError | undefined): Problem {
  if (text.trim() === "") return { offset: 0, reason: sentence`This is not JSON: the text is empty.` };
  if (error === undefined) return { offset: 0, reason: sentence`This is not JSON.` };
  return {
    offset: error.offset,
    reason: sentence`This is not JSON: ${PARSE_REASONS[printParseErrorCode(error.error)]}.`,
  };
}

const PARSE_REASONS = {
  InvalidSymbol: sentence`this word is none of its values`,
  InvalidNumberFormat: sentence`this number is not well formed`,
  PropertyNameExpected: sentence`a key in double quotes is missing`,
  ValueExpected: sentence`a value is missing`,
  ColonExpected: sentence`a colon is missing`,
  CommaExpected: sentence`a comma is missing`,
  CloseBraceExpected: sentence`a closing brace is missing`,
  CloseBracketExpected: sentence`a closing bracket is missing`,
  EndOfFileExpected: sentence`there is more text after its end`,
  InvalidCommentToken: sentence`it has no comments`,
  UnexpectedEndOfComment: sentence`it has no comments`,
  UnexpectedEndOfString: sentence`this string is not closed`,
  UnexpectedEndOfNumber: sentence`this number is not finished`,
  InvalidUnicode: sentence`this \\u escape is not followed by four hexadecimal digits`,
  InvalidEscapeCharacter: sentence`no such escape exists`,
  InvalidCharacter: sentence`control characters must be written as escapes`,
  "<unknown ParseErrorCode>": sentence`something is wrong here`,
} as const satisfies Record<ReturnType<typeof printParseErrorCode>, Sentence>;

function placeOf(lines: LineIndex, offset: number): Pick<Refusal, "line" | "column"> {
  const { line, column } = lines.positionAt(offset);
  return { line: line + 1, column: column + 1 };
}

function pointerOf(node: Node): string {
  // A key's own path is that of its value.
  const place = node.parent?.type === "property" ? (node.parent.children?.[1] ?? node) : node;
  return getNodePath(place)
    .map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

/** What a value is, in the words of a message: "a list". */
export function kindOf({ type }: Node): Sentence {
  return KINDS[type];
}

const KINDS = {
  object: sentence`an object`,
  array: sentence`a list`,
  property: sentence`a property`,
  string: sentence`a string`,
  number: sentence`a number`,
  boolean: sentence`true or false`,
  null: sentence`null`,
} as const satisfies Record<Node["type"], Sentence>;
