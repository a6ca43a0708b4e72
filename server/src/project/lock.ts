// objectives.lock.json as a value: which set of which origin a file is, and what was last applied to it.
import { sentence } from "../language/text/sentence.ts";
import type { Node } from "jsonc-parser";
import { laidOutJson } from "../language/compile/json.ts";
import { normalise } from "../language/compile/normalise.ts";
import { LINK_FORMS, type LinkForm, type SetDocument } from "../language/compile/payload.ts";
import { readPayload } from "../language/compile/read-payload.ts";
import { writePayload } from "../language/compile/write-payload.ts";
import { groupedBy } from "../language/text/grouped.ts";
import type { Shape, ShapeResult } from "./json-shape.ts";
import {
  FILE_VERSION,
  listOf,
  mapOf,
  objectOf,
  optional,
  orNull,
  readVersioned,
  required,
  text,
  truth,
  version,
  word,
} from "./json-shape.ts";

export interface Lock {
  /** The file's `$schema`, which belongs to its reader. */
  readonly schema: string | undefined;
  readonly entries: readonly LockEntry[];
}

export interface LockEntry {
  readonly place: LockPlace;
  readonly set: SetLock;
}

/** What an entry is kept under. */
export interface LockPlace {
  readonly origin: string;
  readonly target: string;
  /** As seen from the project's folder. */
  readonly file: string;
}

export interface SetLock {
  /** The platform's id; undefined while there is none. */
  readonly id: string | undefined;
  /** Which form of required links held at the last upload. */
  readonly requiredField: LinkForm | undefined;
  /** Whether the origin takes `test` in a patch; undefined where it was never tried. */
  readonly testOp: boolean | undefined;
  readonly base: AppliedBase | undefined;
  readonly personas: readonly string[];
  /** Earlier bases, the latest first. */
  readonly history: readonly AppliedBase[];
  /** A POST that was about to be sent, and of which nobody knows yet how it ended. */
  readonly pending: Pending | undefined;
}

/** A set as it was last applied or pulled. */
export interface AppliedBase {
  readonly document: SetDocument;
  readonly hash: string;
  /** ISO 8601. */
  readonly appliedAt: string;
}

export interface Pending {
  readonly name: string;
  readonly hash: string;
}

/** Bases that are kept for going back. */
const HISTORY_LENGTH = 5;

export const EMPTY_LOCK: Lock = { schema: undefined, entries: [] };

export const EMPTY_SET_LOCK: SetLock = {
  id: undefined,
  requiredField: undefined,
  testOp: undefined,
  base: undefined,
  personas: [],
  history: [],
  pending: undefined,
};

/** What is kept for a file; empty where nothing is. */
export function setLockAt({ entries }: Lock, place: LockPlace): SetLock {
  return entries.find((it) => isSamePlace(it.place, place))?.set ?? EMPTY_SET_LOCK;
}

/** The lock with another entry at that place; all others stay. */
export function withSetLock(lock: Lock, place: LockPlace, set: SetLock): Lock {
  const others = lock.entries.filter((it) => !isSamePlace(it.place, place));
  return { ...lock, entries: [...others, { place, set }] };
}

/** Which form the target was last seen to take, whatever the file. */
export function rememberedForm({ entries }: Lock, origin: string, target: string): LinkForm | undefined {
  return entries
    .filter(({ place }) => place.origin === origin && place.target === target)
    .map(({ set }) => set.requiredField)
    .find((it) => it !== undefined);
}

/** Whether the origin is known not to take `test` in a patch. */
export function refusesTestOp({ entries }: Lock, origin: string): boolean {
  return entries.some(({ place, set }) => place.origin === origin && set.testOp === false);
}

/** The entry with a new base; the old one goes into its history, unless it says the same. */
export function withBase(set: SetLock, base: AppliedBase): SetLock {
  const { base: before, history } = set;
  const kept = before === undefined || before.hash === base.hash ? history : [before, ...history];
  return { ...set, base, history: kept.slice(0, HISTORY_LENGTH) };
}

/** Reads the text of a lock file. The hashes are taken as they stand. */
export function readLock(source: string): ShapeResult<Lock> {
  const reading = readVersioned(source, lockShape);
  if (!reading.ok) return reading;
  const { $schema, origins } = reading.value;
  return { ok: true, value: { schema: $schema, entries: entriesOf(origins) } };
}

/** The text of a lock file: sorted by origin, target and file, so that two people's changes seldom meet. */
export function writeLock(lock: Lock): string {
  const compact = jsonObject([
    ...(lock.schema === undefined ? [] : [["$schema", JSON.stringify(lock.schema)] as const]),
    ["version", String(FILE_VERSION)],
    ["origins", originsText(lock.entries)],
  ]);
  return `${laidOutJson(compact)}\n`;
}

type Origins = ReadonlyMap<string, { readonly targets: Targets }>;
type Targets = ReadonlyMap<string, { readonly sets: ReadonlyMap<string, SetLock> }>;
type Member = readonly [key: string, value: string];

/** A set as the platform has it; kept in the list form, which holds every set. */
const documentShape: Shape<SetDocument> = (reading, node: Node) => {
  const source = reading.tree.text.slice(node.offset, node.offset + node.length);
  const payload = readPayload(source);
  if ("document" in payload) return payload.document;
  const [first] = payload.refused;
  reading.report(
    node,
    first === undefined
      ? sentence`This is not an objective set.`
      : sentence`This is not an objective set: ${first.pointer} ${first.reason}`,
  );
  return undefined;
};

const appliedObject = objectOf({
  base: required(documentShape),
  hash: required(text),
  appliedAt: required(text),
});

const appliedShape: Shape<AppliedBase> = (reading, node) => {
  const applied = appliedObject(reading, node);
  return applied && { document: applied.base, hash: applied.hash, appliedAt: applied.appliedAt };
};

const setObject = objectOf({
  objectives_id: optional(orNull(text)),
  requiredField: optional(orNull(word(LINK_FORMS))),
  testOp: optional(orNull(truth)),
  base: optional(orNull(documentShape)),
  hash: optional(orNull(text)),
  appliedAt: optional(orNull(text)),
  personas: optional(listOf(text)),
  history: optional(listOf(appliedShape)),
  pending: optional(orNull(objectOf({ name: required(text), hash: required(text) }))),
});

const setShape: Shape<SetLock> = (reading, node) => {
  const set = setObject(reading, node);
  if (set === undefined) return undefined;
  const { objectives_id: id, base, hash, appliedAt, personas, history, ...rest } = set;
  const isWhole = base === undefined || (hash !== undefined && appliedAt !== undefined);
  if (!isWhole) reading.report(node, sentence`A "base" needs its "hash" and "appliedAt".`);
  return {
    ...rest,
    id,
    base: base && { document: base, hash: hash ?? "", appliedAt: appliedAt ?? "" },
    personas: personas ?? [],
    history: history ?? [],
  };
};

const lockShape = objectOf({
  $schema: optional(text),
  version,
  origins: required(
    mapOf(objectOf({ targets: required(mapOf(objectOf({ sets: required(mapOf(setShape)) }))) })),
  ),
});

function entriesOf(origins: Origins): readonly LockEntry[] {
  return [...origins].flatMap(([origin, { targets }]) =>
    [...targets].flatMap(([target, { sets }]) =>
      [...sets].map(([file, set]) => ({ place: { origin, target, file }, set })),
    ),
  );
}

function isSamePlace(a: LockPlace, b: LockPlace): boolean {
  return a.origin === b.origin && a.target === b.target && a.file === b.file;
}

function originsText(entries: readonly LockEntry[]): string {
  return grouped(
    entries,
    ({ place }) => place.origin,
    (ofOrigin) => jsonObject([["targets", targetsText(ofOrigin)]]),
  );
}

function targetsText(entries: readonly LockEntry[]): string {
  return grouped(
    entries,
    ({ place }) => place.target,
    (ofTarget) => jsonObject([["sets", grouped(ofTarget, ({ place }) => place.file, setsText)]]),
  );
}

/** An object with a member for each key, in the order of their code units. */
function grouped(
  entries: readonly LockEntry[],
  keyOf: (entry: LockEntry) => string,
  write: (group: readonly LockEntry[]) => string,
): string {
  const groups = [...groupedBy(entries, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return jsonObject(groups.map(([key, group]) => [key, write(group)]));
}

/** One file's entry: a place has no more than one. */
function setsText(entries: readonly LockEntry[]): string {
  return entries.map(({ set }) => setText(set)).join("");
}

function setText(set: SetLock): string {
  return jsonObject([
    ["objectives_id", JSON.stringify(set.id ?? null)],
    ["requiredField", JSON.stringify(set.requiredField ?? null)],
    ["testOp", JSON.stringify(set.testOp ?? null)],
    ...(set.base === undefined ? [["base", "null"] as const] : appliedMembers(set.base)),
    ["personas", JSON.stringify(set.personas)],
    ["history", `[${set.history.map((it) => jsonObject(appliedMembers(it))).join(",")}]`],
    ["pending", JSON.stringify(set.pending ?? null)],
  ]);
}

function appliedMembers({ document, hash, appliedAt }: AppliedBase): readonly Member[] {
  return [
    ["base", documentText(document)],
    ["hash", JSON.stringify(hash)],
    ["appliedAt", JSON.stringify(appliedAt)],
  ];
}

function documentText(document: SetDocument): string {
  const payload = writePayload(normalise(document), "list");
  // Whatever was applied has been JSON once, and the list form holds all that JSON does.
  if (typeof payload !== "string") throw new Error("A set that was applied cannot be written.");
  return payload.trimEnd();
}

function jsonObject(members: readonly Member[]): string {
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(",")}}`;
}
