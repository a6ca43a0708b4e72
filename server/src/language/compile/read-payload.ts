// The API's JSON, in any of its shapes, as a set: nothing is dropped in silence, and what cannot be read is refused with its place.
import { sentence, type Sentence } from "../text/sentence.ts";
import type { Node } from "jsonc-parser";
import { compactText, kindOf, parseJson, propertiesOf, refusal, stringOf } from "./parse-json.ts";
import type { JsonTree, Refusal } from "./parse-json.ts";
import { BUILT_IN, FIELD } from "./payload.ts";
import type { ObjectiveItem, SetDocument } from "./payload.ts";

/** A key of an objective that the platform does not have: the author's own data. */
export type MetaEntry = readonly [key: string, value: string];

export interface ReadSet {
  readonly document: SetDocument;
  /** For every objective, by its place: its unknown keys; what is not a string as JSON text. */
  readonly extras: readonly (readonly MetaEntry[])[];
  /** What was left out, and where it stood. */
  readonly notes: readonly Refusal[];
  /** Which form the required links were in; undefined where the document has neither field. */
  readonly form: LinkFormsSeen;
}

/** The fields for required links that a document has, empty ones included: a server shows all of its keys. */
export type LinkFormsSeen = "list" | "single" | "both" | undefined;

export interface ReadRefusal {
  readonly refused: readonly Refusal[];
}

/** Reads `{"name"?, "data": […]}`, a bare list, `{"objectives": […]}` or a server's reply, with links in either form. Never throws. */
export function readPayload(source: string): ReadSet | ReadRefusal {
  const tree = parseJson(source);
  if ("refused" in tree) return tree;
  const reading = startReading(tree);
  const { name, list, unknown } = readSet(reading, tree.root);
  const items = list.map((node) => readItem(reading, node));
  if (reading.refused.length > 0) return { refused: reading.refused };
  return {
    document: { name, objectives: items.map((it) => it.objective) },
    extras: items.map((it) => it.meta),
    notes: unknown.map((node) =>
      refusal(tree, node, sentence`This key of the set is not the platform's: it was left out.`),
    ),
    form: linkFormsOf(list),
  };
}

interface Reading {
  readonly text: string;
  readonly refused: readonly Refusal[];
  readonly refuse: (node: Node, reason: Sentence) => void;
}

interface RawSet {
  readonly name: string;
  readonly list: readonly Node[];
  readonly unknown: readonly Node[];
}

type Fields = ReadonlyMap<string, Node>;

/** What the platform adds to a set in its replies. */
const SERVER_FIELDS: ReadonlySet<string> = new Set([
  "uuid",
  "id",
  "objectives_id",
  "status",
  "created_at",
  "updated_at",
]);
const LIST_FIELDS = ["data", "objectives"] as const;
const ITEM_FIELDS: ReadonlySet<string> = new Set(Object.values(FIELD));

function startReading(tree: JsonTree): Reading {
  const refused: Refusal[] = [];
  return {
    text: tree.text,
    refused,
    refuse: (node, reason) => void refused.push(refusal(tree, node, reason)),
  };
}

function readSet(reading: Reading, root: Node): RawSet {
  if (root.type === "array") return { name: "", list: root.children ?? [], unknown: [] };
  if (root.type !== "object")
    return refusedSet(reading, root, sentence`A set is an object or a list, and this is ${kindOf(root)}.`);
  const properties = propertiesOf(root);
  const fields: Fields = new Map(properties.map(({ key, value }) => [key, value]));
  const known = new Set<string>(["name", ...LIST_FIELDS]);
  const unknown = properties.filter(({ key }) => !known.has(key) && !SERVER_FIELDS.has(key));
  return {
    name: readString(reading, fields, "name"),
    list: listOf(reading, root, fields),
    unknown: unknown.map(({ keyNode }) => keyNode),
  };
}

function listOf(reading: Reading, root: Node, fields: Fields): readonly Node[] {
  const [list, second] = LIST_FIELDS.flatMap((key) => fields.get(key) ?? []);
  if (second !== undefined)
    return refusedSet(reading, second, sentence`The set has "data" and "objectives". Keep one of the two.`)
      .list;
  if (list === undefined) return refusedSet(reading, root, missingList(fields)).list;
  if (list.type === "array") return list.children ?? [];
  // The platform's page shows `data` as a single objective.
  if (list.type === "object") return [list];
  return refusedSet(reading, list, sentence`A list of objectives belongs here, and this is ${kindOf(list)}.`)
    .list;
}

function refusedSet(reading: Reading, node: Node, reason: Sentence): RawSet {
  reading.refuse(node, reason);
  return { name: "", list: [], unknown: [] };
}

function missingList(fields: Fields): Sentence {
  if (fields.has(FIELD.name)) return sentence`This is one objective, not a set. Put it into a list.`;
  return sentence`The set has no "data": a list of objectives.`;
}

interface ReadItem {
  readonly objective: ObjectiveItem;
  readonly meta: readonly MetaEntry[];
}

const NO_ITEM: ReadItem = {
  objective: {
    name: "",
    prompt: "",
    ...BUILT_IN,
    variables: [],
    conditional: [],
    required: [],
    callback: "",
  },
  meta: [],
};

function readItem(reading: Reading, node: Node): ReadItem {
  if (node.type !== "object") {
    reading.refuse(node, sentence`An objective is an object, and this is ${kindOf(node)}.`);
    return NO_ITEM;
  }
  const properties = propertiesOf(node);
  const fields: Fields = new Map(properties.map(({ key, value }) => [key, value]));
  if (!fields.has(FIELD.name) && LIST_FIELDS.some((key) => fields.has(key))) {
    reading.refuse(
      node,
      sentence`This is a whole set, not an objective: the document lists sets. Take one of them.`,
    );
    return NO_ITEM;
  }
  const unknown = properties.filter(({ key }) => !ITEM_FIELDS.has(key));
  return {
    objective: readObjective(reading, node, fields),
    meta: unknown.map(({ key, value }) => [key, metaText(reading, value)]),
  };
}

function readObjective(reading: Reading, node: Node, fields: Fields): ObjectiveItem {
  return {
    name: readNeeded(reading, node, fields, FIELD.name),
    prompt: readNeeded(reading, node, fields, FIELD.prompt),
    confirmation: readString(reading, fields, FIELD.confirmation) || BUILT_IN.confirmation,
    variables: readStrings(reading, fields, FIELD.variables),
    modality: readString(reading, fields, FIELD.modality) || BUILT_IN.modality,
    conditional: readConditions(reading, fields),
    required: readRequired(reading, fields),
    callback: readString(reading, fields, FIELD.callback),
  };
}

function readNeeded(reading: Reading, node: Node, fields: Fields, key: string): string {
  const value = fields.get(key);
  if (value?.type === "string") return stringOf(value);
  reading.refuse(
    value ?? node,
    value ? wrongType(key, sentence`a string`, value) : sentence`The objective has no "${key}".`,
  );
  return "";
}

/** "" where the field is absent or empty. */
function readString(reading: Reading, fields: Fields, key: string): string {
  const value = fields.get(key);
  if (value === undefined || isEmpty(value)) return "";
  if (value.type !== "string") reading.refuse(value, wrongType(key, sentence`a string`, value));
  return stringOf(value);
}

function readStrings(reading: Reading, fields: Fields, key: string): readonly string[] {
  const value = fields.get(key);
  if (value === undefined || isEmpty(value)) return [];
  if (value.type !== "array") reading.refuse(value, wrongType(key, sentence`a list of strings`, value));
  const items = value.children ?? [];
  for (const item of items.filter(({ type }) => type !== "string"))
    reading.refuse(item, wrongType(key, sentence`strings`, item));
  return items.map(stringOf);
}

function readConditions(reading: Reading, fields: Fields): ObjectiveItem["conditional"] {
  const value = fields.get(FIELD.conditional);
  if (value === undefined || isEmpty(value)) return [];
  if (value.type !== "object")
    reading.refuse(value, wrongType(FIELD.conditional, sentence`an object of conditions`, value));
  const conditions = value.type === "object" ? propertiesOf(value) : [];
  for (const { value: condition } of conditions) {
    if (condition.type !== "string")
      reading.refuse(
        condition,
        wrongType(FIELD.conditional, sentence`conditions that are strings`, condition),
      );
  }
  return conditions.map((it) => [it.key, stringOf(it.value)]);
}

function readRequired(reading: Reading, fields: Fields): readonly string[] {
  const list = readStrings(reading, fields, FIELD.requiredList);
  const target = readString(reading, fields, FIELD.requiredSingle);
  const single = target === "" ? [] : [target];
  if (list.length === 0) return single;
  if (single.length === 0 || (list.length === 1 && list[0] === target)) return list;
  const place = fields.get(FIELD.requiredSingle);
  if (place)
    reading.refuse(
      place,
      sentence`"${FIELD.requiredList}" and "${FIELD.requiredSingle}" name different objectives. Keep one of the two.`,
    );
  return list;
}

function metaText(reading: Reading, value: Node): string {
  return value.type === "string" ? stringOf(value) : compactText(reading.text, value);
}

/** The platform shows an absent field as `{}`, `[]`, `""` or null, whatever its type. */
function isEmpty(value: Node): boolean {
  if (value.type === "null") return true;
  return value.type === "string" ? stringOf(value) === "" : value.children?.length === 0;
}

function linkFormsOf(list: readonly Node[]): LinkFormsSeen {
  const keys = new Set(
    list.flatMap((node) => (node.type === "object" ? propertiesOf(node) : [])).map(({ key }) => key),
  );
  if (keys.has(FIELD.requiredList)) return keys.has(FIELD.requiredSingle) ? "both" : "list";
  return keys.has(FIELD.requiredSingle) ? "single" : undefined;
}

function wrongType(key: string, wanted: Sentence, value: Node): Sentence {
  return sentence`"${key}" takes ${wanted}, and this is ${kindOf(value)}.`;
}
