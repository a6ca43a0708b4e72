// Where the lock is kept, how it is read, and how one entry of it is changed without losing anyone else's.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import { contentHash } from "./content-hash.ts";
import type { Holder, LockWorld } from "./file-lock.ts";
import { awaitLock, describeHolder, LOCK_PATIENCE } from "./file-lock.ts";
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
export const LOCAL_NAME = "lock.json";

/** The lock of one origin, as uploading uses it. */
export interface LockStore {
  readonly path: string;
  /** What is on disk now; empty where there is no file. */
  read(): Promise<LockReading>;
  /** Changes one entry, by what is on disk now; whoever else changes the file waits meanwhile. */
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
  /** Another process did not finish with the file in time. */
  | { readonly kind: "held"; readonly path: string; readonly holder: Holder }
  | { readonly kind: "invalid"; readonly path: string; readonly problems: Problems }
  | { readonly kind: "altered"; readonly path: string; readonly place: LockPlace };

/** What the lock needs of the outside. */
export interface LockStoreWorld extends LockWorld {
  readonly files: FileSystem;
}

/** The lock of an origin: made to be committed, but for what is on this machine. */
export function lockStore(world: LockStoreWorld, root: string, place: "loopback" | "remote"): LockStore {
  const folder = place === "loopback" ? joinPath(root, LOCAL_FOLDER) : root;
  const path = joinPath(folder, place === "loopback" ? LOCAL_NAME : LOCK_NAME);
  const prepare = (): Promise<FileFailure | undefined> =>
    place === "loopback" ? prepareLocalFolder(world.files, folder) : Promise.resolve(undefined);
  return {
    path,
    read: () => readLockFile(world.files, path),
    change: (where, change) => changeLockFile(world, { path, prepare }, where, change),
  };
}

/** What is wrong with the lock, and what to do. */
export function describeLockFailure(failure: LockFailure): Sentence {
  switch (failure.kind) {
    case "unreadable":
    case "unwritable":
      return describeFileFailure(failure.failure);
    case "held":
      return sentence`${failure.path} is being changed by ${describeHolder(failure.holder)} and was waited for ${LOCK_PATIENCE / 1000} seconds. The file was not touched. Try again; if nothing is changing it, delete ${guardOf(failure.path)}.`;
    case "invalid":
      return sentence`${describeProblems(failure.path, failure.problems)} ${adviceFor(failure.path)}`;
    case "altered":
      return sentence`${failure.path}: what it keeps for ${failure.place.file} does not fit its own hash, so it was changed by hand or by a merge. ${adviceFor(failure.path)}`;
  }
}

function adviceFor(path: string): Sentence {
  const isLocal = path.endsWith(`/${LOCAL_FOLDER}/${LOCAL_NAME}`);
  return isLocal
    ? sentence`The file was not touched. Delete it to start anew: it holds nothing but what is on this machine.`
    : sentence`The file was not touched. If it is damaged, restore it from version control.`;
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

/** What another process has written since it was last read is not lost: nobody writes between reading and writing. */
async function changeLockFile(
  world: LockStoreWorld,
  { path, prepare }: LockFile,
  place: LockPlace,
  change: (set: SetLock) => SetLock,
): Promise<LockWriting> {
  const unprepared = await prepare();
  if (unprepared !== undefined) return { ok: false, failure: { kind: "unwritable", failure: unprepared } };
  const locking = await awaitLock(guardOf(path), world);
  switch (locking.kind) {
    case "failed":
      return { ok: false, failure: { kind: "unwritable", failure: locking.failure } };
    case "held":
      return { ok: false, failure: { kind: "held", path, holder: locking.holder } };
    case "taken":
      try {
        return await changeEntry(world.files, path, place, change);
      } finally {
        // Where it cannot be removed the change still stands, and whoever comes next says what to delete.
        await locking.release();
      }
  }
}

async function changeEntry(
  files: FileSystem,
  path: string,
  place: LockPlace,
  change: (set: SetLock) => SetLock,
): Promise<LockWriting> {
  const reading = await readLockFile(files, path);
  if (!reading.ok) return reading;
  const set = change(setLockAt(reading.lock, place));
  const writing = await files.writeFileAtomic(path, writeLock(withSetLock(reading.lock, place, set)));
  if (writing.ok) return { ok: true, set };
  return { ok: false, failure: { kind: "unwritable", failure: writing.failure } };
}

/** The file that says who is changing the lock. */
function guardOf(path: string): string {
  return `${path}.lock`;
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
