// What the platform takes as a set's objectives, and how it stores them.
import type { LinkForm } from "../language/compile/payload.ts";
import { FIELD } from "../language/compile/payload.ts";
import type { Json, JsonObject } from "./json.ts";
import { field, fieldsOf, isList, isObject, objectOf, printJson } from "./json.ts";

/** Which field of required links the server knows; it drops the other in silence. */
export type Form = LinkForm | "both";

export type Ruling<Value> =
  | { readonly ok: true; readonly value: Value }
  /** The platform's `message`. */
  | { readonly ok: false; readonly message: string };

export const ONE_ROOT =
  "Objective chain must have exactly one root (an objective not referenced by any other)";

/**
 * A set's `data` as it is stored: every objective with its eight keys, unknown ones dropped.
 * Objectives equal to one in `stored` stay as they are, so that a patch changes nothing beside what it names.
 */
export function storeObjectives(
  data: Json | undefined,
  form: Form,
  stored: readonly JsonObject[],
): Ruling<readonly JsonObject[]> {
  if (!isList(data)) return refuse("data must be a list of objectives");
  const requiredField = fieldChoice(form, data);
  const known = new Set(stored.map((item) => printJson(item, 0)));
  const items: JsonObject[] = [];
  for (const [index, given] of data.entries()) {
    const item = isObject(given)
      ? storeObjective(given, index, requiredField(given), known)
      : refuse(`data/${index} must be an object`);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return countRoots(items) === 1 ? accept(items) : refuse(ONE_ROOT);
}

/** How many objectives none of the others refers to. */
export function countRoots(items: readonly JsonObject[]): number {
  const referred = new Set(
    items.flatMap((item) => linksOf(item).filter((target) => target !== nameOf(item))),
  );
  return items.filter((item) => !referred.has(nameOf(item))).length;
}

/** The names that a stored objective leads to. */
export function linksOf(item: JsonObject): readonly string[] {
  const conditional = field(item, FIELD.conditional);
  const list = field(item, FIELD.requiredList);
  const single = field(item, FIELD.requiredSingle);
  return [
    ...(isObject(conditional) ? fieldsOf(conditional).map(([target]) => target) : []),
    ...(isList(list) ? list.filter(isText) : []),
    ...(isText(single) && single !== "" ? [single] : []),
  ];
}

export function nameOf(item: JsonObject): string {
  const name = field(item, FIELD.name);
  return isText(name) ? name : "";
}

function storeObjective(
  given: JsonObject,
  index: number,
  required: RequiredField,
  known: ReadonlySet<string>,
): Ruling<JsonObject> {
  if (known.has(printJson(given, 0))) return accept(given);
  const entries: (readonly [string, Json])[] = [];
  for (const key of keysOfStored(required)) {
    const value = storeValue(key, field(given, key) ?? null);
    if (value === undefined) return refuse(`data/${index}/${key} must be ${KIND[key].words}`);
    entries.push([key, value]);
  }
  const item = objectOf(entries);
  return nameOf(item) === "" ? refuse(`${FIELD.name} is required`) : accept(item);
}

type StoredKey = (typeof FIELD)[keyof typeof FIELD];

interface Kind {
  readonly words: string;
  /** What stands where nothing was sent. */
  readonly absent: Json;
  readonly fits: (value: Json) => boolean;
}

const TEXT: Kind = { words: "a string", absent: "", fits: isText };
const TEXTS: Kind = {
  words: "a list of strings",
  absent: [],
  fits: (value) => isList(value) && value.every(isText),
};
const CONDITIONS: Kind = {
  words: "an object of strings",
  absent: {},
  fits: (value) => isObject(value) && fieldsOf(value).every(([, condition]) => isText(condition)),
};

const KIND: Readonly<Record<StoredKey, Kind>> = {
  [FIELD.name]: TEXT,
  [FIELD.prompt]: TEXT,
  [FIELD.confirmation]: TEXT,
  [FIELD.variables]: TEXTS,
  [FIELD.modality]: TEXT,
  [FIELD.conditional]: CONDITIONS,
  [FIELD.requiredList]: TEXTS,
  [FIELD.requiredSingle]: TEXT,
  [FIELD.callback]: TEXT,
};

/** The eight keys in the order of the platform's page. */
function keysOfStored(required: RequiredField): readonly StoredKey[] {
  return [
    FIELD.name,
    FIELD.prompt,
    FIELD.confirmation,
    FIELD.variables,
    FIELD.modality,
    FIELD.conditional,
    required,
    FIELD.callback,
  ];
}

type RequiredField = typeof FIELD.requiredList | typeof FIELD.requiredSingle;

/** Which field of required links each objective is stored with. */
function fieldChoice(form: Form, data: readonly Json[]): (given: JsonObject) => RequiredField {
  switch (form) {
    case "list":
      return () => FIELD.requiredList;
    case "single":
      return () => FIELD.requiredSingle;
    case "both": {
      const usual = usualField(data);
      return (given) => sentField(given) ?? usual;
    }
  }
}

/** The field that an objective was sent with; where it has both, the one that says something. */
function sentField(given: JsonObject): RequiredField | undefined {
  const list = field(given, FIELD.requiredList);
  const single = field(given, FIELD.requiredSingle);
  if (list !== undefined && (single === undefined || single === null || single === ""))
    return FIELD.requiredList;
  return single === undefined ? undefined : FIELD.requiredSingle;
}

/** What an objective without links gets: what the others were sent with, so that one set shows one form. */
function usualField(data: readonly Json[]): RequiredField {
  const sent = data.map((item) => (isObject(item) ? sentField(item) : undefined));
  return sent.find((it) => it !== undefined) ?? FIELD.requiredSingle;
}

function storeValue(key: StoredKey, value: Json): Json | undefined {
  const kind = KIND[key];
  if (value === null) return kind.absent;
  return kind.fits(value) ? value : undefined;
}

function isText(value: Json | undefined): value is string {
  return typeof value === "string";
}

function accept<Value>(value: Value): Ruling<Value> {
  return { ok: true, value };
}

function refuse(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
