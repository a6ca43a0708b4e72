// JSON files of ours read by shapes: what fits is a typed value, and all that does not is named with its place.
import { joined, sentence, type Sentence } from "../language/text/sentence.ts";
import type { Node } from "jsonc-parser";
import type { JsonTree, Property, Refusal } from "../language/compile/parse-json.ts";
import { kindOf, parseJson, propertiesOf, refusal, stringOf } from "../language/compile/parse-json.ts";
import { nearest } from "../language/text/nearest.ts";

/** Reads a node, or reports why it does not fit and gives nothing. */
export type Shape<Value> = (reading: Reading, node: Node) => Value | undefined;

/** What a shape reads from and reports to. */
export interface Reading {
  readonly tree: JsonTree;
  report(node: Node, reason: Sentence): void;
}

export type ShapeResult<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: Problems };

/** Never empty, in the order of the text. */
export type Problems = readonly Refusal[];

/** A key of an object: its shape, and what is said where it is left out, if that is wrong. */
export interface Field<Value> {
  readonly shape: Shape<Value>;
  readonly missing: ((key: string) => Sentence) | undefined;
}

type Fields = Readonly<Record<string, Field<unknown>>>;
type FieldValues<Of extends Fields> = {
  readonly [Key in keyof Of]: Of[Key] extends Field<infer Value> ? Value : never;
};

/** The version that our files carry today. */
export const FILE_VERSION = 1;

/** Reads a file of ours: JSON with `"version": 1`. Of a newer one nothing but its version is judged. */
export function readVersioned<Value>(text: string, shape: Shape<Value>): ShapeResult<Value> {
  const tree = parseJson(text);
  if ("refused" in tree) return { ok: false, problems: tree.refused };
  const version = newerVersion(tree.root);
  return version === undefined
    ? readTree(tree, shape)
    : { ok: false, problems: [refusal(tree, version, NEWER)] };
}

/** A string. */
export const text: Shape<string> = (reading, node) => {
  if (node.type === "string") return stringOf(node);
  return refuse(reading, node, sentence`A string belongs here, and this is ${kindOf(node)}.`);
};

/** `true` or `false`. */
export const truth: Shape<boolean> = (reading, node) => {
  if (node.type === "boolean") return node.value === true;
  return refuse(reading, node, sentence`true or false belongs here, and this is ${kindOf(node)}.`);
};

/** One of a few words. */
export function word<const Word extends string>(words: readonly Word[]): Shape<Word> {
  return (reading, node) => {
    const found = words.find((it) => node.type === "string" && it === stringOf(node));
    return found ?? refuse(reading, node, sentence`One of ${listed(words)} belongs here.`);
  };
}

/** A list whose items have one shape. */
export function listOf<Value>(item: Shape<Value>): Shape<readonly Value[]> {
  return (reading, node) => {
    if (node.type !== "array")
      return refuse(reading, node, sentence`A list belongs here, and this is ${kindOf(node)}.`);
    return (node.children ?? []).flatMap((child) => item(reading, child) ?? []);
  };
}

/** An object whose values have one shape, with any keys but those of which `wrong` says something. */
export function mapOf<Value>(
  value: Shape<Value>,
  wrong?: (key: string) => Sentence | undefined,
): Shape<ReadonlyMap<string, Value>> {
  return (reading, node) => {
    if (!isObject(reading, node)) return undefined;
    return new Map(
      propertiesOf(node).flatMap((property) => {
        const reason = wrong?.(property.key);
        if (reason !== undefined) reading.report(property.keyNode, reason);
        const read = value(reading, property.value);
        return read === undefined ? [] : [[property.key, read] as const];
      }),
    );
  };
}

/** The shape, or `null`, which reads as undefined. */
export function orNull<Value>(shape: Shape<Value>): Shape<Value | undefined> {
  return (reading, node) => (node.type === "null" ? undefined : shape(reading, node));
}

/** A key that must be there. */
export function required<Value>(shape: Shape<Value>): Field<Value> {
  return { shape, missing: (key) => sentence`"${key}" is missing.` };
}

/** A key that may be left out; then it reads as undefined. */
export function optional<Value>(shape: Shape<Value>): Field<Value | undefined> {
  return { shape, missing: undefined };
}

/** `"version": 1`, which our files begin with. */
export const version: Field<number> = {
  shape: (reading, node) =>
    node.value === FILE_VERSION
      ? FILE_VERSION
      : refuse(reading, node, sentence`The version must be ${FILE_VERSION}.`),
  missing: (key) => sentence`"${key}" is missing: write "${key}": ${FILE_VERSION}.`,
};

/** An object with these keys and no others. */
export function objectOf<Of extends Fields>(fields: Of): Shape<FieldValues<Of>> {
  return (reading, node) => {
    if (!isObject(reading, node)) return undefined;
    const properties = new Map(propertiesOf(node).map((it) => [it.key, it]));
    for (const property of properties.values()) reportUnknown(reading, property, fields);
    const values = Object.entries(fields).map(([key, field]) => [
      key,
      readField(reading, node, { key, field, property: properties.get(key) }),
    ]);
    // Every key of `fields` has its value, read by its own shape; a problem keeps the whole from being used.
    return Object.fromEntries(values) as FieldValues<Of>;
  };
}

/** Problems of one of our JSON files, one a line: `path:line:column pointer reason`. */
export function describeProblems(path: string, problems: Problems): Sentence {
  return joined(
    problems.map(({ pointer, line, column, reason }) => {
      const place = `${path}:${line}:${column}${pointer === "" ? "" : ` ${pointer}`}`;
      return sentence`${place} ${reason}`;
    }),
    "\n",
  );
}

function readTree<Value>(tree: JsonTree, shape: Shape<Value>): ShapeResult<Value> {
  const problems: Refusal[] = [];
  const report = (node: Node, reason: Sentence): void => void problems.push(refusal(tree, node, reason));
  const value = shape({ tree, report }, tree.root);
  if (value !== undefined && problems.length === 0) return { ok: true, value };
  return { ok: false, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

function newerVersion(root: Node): Node | undefined {
  if (root.type !== "object") return undefined;
  const found = propertiesOf(root).find(({ key }) => key === "version")?.value;
  return typeof found?.value === "number" && found.value > FILE_VERSION ? found : undefined;
}

const NEWER = sentence`This file was written for a newer version than this program knows (${FILE_VERSION}). Update the program.`;

interface FieldPlace {
  readonly key: string;
  readonly field: Field<unknown>;
  readonly property: Property | undefined;
}

function readField(reading: Reading, parent: Node, { key, field, property }: FieldPlace): unknown {
  if (property !== undefined) return field.shape(reading, property.value);
  if (field.missing !== undefined) reading.report(parent, field.missing(key));
  return undefined;
}

function reportUnknown(reading: Reading, { key, keyNode }: Property, fields: Fields): void {
  if (Object.hasOwn(fields, key)) return;
  const known = Object.keys(fields);
  const meant = nearest(key, known);
  const advice =
    meant === undefined ? sentence`Known here: ${listed(known)}.` : sentence`Did you mean "${meant}"?`;
  reading.report(keyNode, sentence`${JSON.stringify(key)} is not known here. ${advice}`);
}

function isObject(reading: Reading, node: Node): boolean {
  if (node.type === "object") return true;
  reading.report(node, sentence`An object belongs here, and this is ${kindOf(node)}.`);
  return false;
}

function listed(words: readonly string[]): string {
  return words.map((it) => JSON.stringify(it)).join(", ");
}

function refuse(reading: Reading, node: Node, reason: Sentence): undefined {
  reading.report(node, reason);
  return undefined;
}
