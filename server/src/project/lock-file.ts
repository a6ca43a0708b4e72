// Where the lock is kept, how it is read, and how one entry of it is changed without losing anyone else's.
import { contentHash } from "./content-hash.ts";
import type { FileFailure, FileSystem } from "./file-system.ts";
import { describeFileFailure } from "./file-system.ts";
import type { Problems } from "./json-shape.ts";
import { describeProblems } from "./json-shape.ts";
import type { Lock, LockPlace, SetLock } from "./lock.ts";
import { EMPTY_LOCK, readLock, setLockAt, withSetLock, writeLock } from "./lock.ts";
import { joinPath } from "./paths.ts";

export const LOCK_NAME = "objectives.lock.json";

/** What this machine alone needs, and nobody commits. */
export const LOCAL_FOLDER = ".objectives";
const LOCAL_NAME = "lock.json";

/** The lock of one origin, as uploading uses it. */
export interface LockStore {
  readonly path: string;
  /** What is on disk now; empty where there is no file. */
  read(): Promise<LockReading>;
  /** Changes one entry, by what is on disk now. */
  change(place: LockPlace, change: (set: SetLock) => SetLock): Promise<LockWriting>;
}

export type LockReading =
  { readonly ok: true; readonly lock: Lock } | { readonly ok: false; readonly failure: LockFailure };

export type LockWriting =
  { readonly ok: true; readonly set: SetLock } | { readonly ok: false; readonly failure: LockFailure };

/** Nothing was touched. */
export type LockFailure =
  | { readonly kind: "unreadable"; readonly failure: FileFailure }
  | { readonly kind: "unwritable"; readonly failure: FileFailure }
  | { readonly kind: "invalid"; readonly path: string; readonly problems: Problems }
  | { readonly kind: "altered"; readonly path: string; readonly place: LockPlace };

/** The lock of an origin: made to be committed, but for what is on this machine. */
export function lockStore(fileSystem: FileSystem, root: string, place: "loopback" | "remote"): LockStore {
  const folder = place === "loopback" ? joinPath(root, LOCAL_FOLDER) : root;
  const path = joinPath(folder, place === "loopback" ? LOCAL_NAME : LOCK_NAME);
  const prepare = (): Promise<FileFailure | undefined> =>
    place === "loopback" ? prepareLocalFolder(fileSystem, folder) : Promise.resolve(undefined);
  return {
    path,
    read: () => readLockFile(fileSystem, path),
    change: (where, change) => changeLockFile(fileSystem, { path, prepare }, where, change),
  };
}

/** What is wrong with the lock, and what to do. */
export function describeLockFailure(failure: LockFailure): string {
  switch (failure.kind) {
    case "unreadable":
    case "unwritable":
      return describeFileFailure(failure.failure);
    case "invalid":
      return `${describeProblems(failure.path, failure.problems)}\n${adviceFor(failure.path)}`;
    case "altered":
      return `${failure.path}: what it keeps for ${failure.place.file} does not fit its own hash, so it was changed by hand or by a merge. ${adviceFor(failure.path)}`;
  }
}

function adviceFor(path: string): string {
  const isLocal = path.endsWith(`/${LOCAL_FOLDER}/${LOCAL_NAME}`);
  return isLocal
    ? "The file was not touched. Delete it to start anew: it holds nothing but what is on this machine."
    : "The file was not touched. If it is damaged, restore it from version control.";
}

interface LockFile {
  readonly path: string;
  /** Makes its folder where it needs one. */
  prepare(): Promise<FileFailure | undefined>;
}

async function readLockFile(fileSystem: FileSystem, path: string): Promise<LockReading> {
  const file = await fileSystem.readFile(path);
  if (!file.ok) {
    if (file.failure.kind === "missing") return { ok: true, lock: EMPTY_LOCK };
    return { ok: false, failure: { kind: "unreadable", failure: file.failure } };
  }
  const reading = readLock(file.value);
  if (!reading.ok) return { ok: false, failure: { kind: "invalid", path, problems: reading.problems } };
  const altered = await findAltered(reading.value);
  if (altered !== undefined) return { ok: false, failure: { kind: "altered", path, place: altered } };
  return { ok: true, lock: reading.value };
}

/** The first entry whose base is not what its hash says: a merge of two people's files can make one. */
async function findAltered({ entries }: Lock): Promise<LockPlace | undefined> {
  for (const { place, set } of entries) {
    for (const { document, hash } of [...(set.base ? [set.base] : []), ...set.history]) {
      if ((await contentHash(document)) !== hash) return place;
    }
  }
  return undefined;
}

async function changeLockFile(
  fileSystem: FileSystem,
  { path, prepare }: LockFile,
  place: LockPlace,
  change: (set: SetLock) => SetLock,
): Promise<LockWriting> {
  const reading = await readLockFile(fileSystem, path);
  if (!reading.ok) return reading;
  const unprepared = await prepare();
  if (unprepared !== undefined) return { ok: false, failure: { kind: "unwritable", failure: unprepared } };
  const set = change(setLockAt(reading.lock, place));
  const text = writeLock(withSetLock(reading.lock, place, set));
  const writing = await fileSystem.writeFileAtomic(path, text);
  if (writing.ok) return { ok: true, set };
  return { ok: false, failure: { kind: "unwritable", failure: writing.failure } };
}

/** Made with a `.gitignore` of its own, so that no emulator's id is ever committed. */
async function prepareLocalFolder(fileSystem: FileSystem, folder: string): Promise<FileFailure | undefined> {
  const making = await fileSystem.makeFolder(folder);
  if (!making.ok) return making.failure;
  const ignore = joinPath(folder, ".gitignore");
  if ((await fileSystem.kindOf(ignore)) !== "missing") return undefined;
  const writing = await fileSystem.writeFileAtomic(ignore, "*\n");
  return writing.ok ? undefined : writing.failure;
}
