// The files of this machine, by Node.
import type { FileHandle } from "node:fs/promises";
import { mkdir, open, rm } from "node:fs/promises";
import { resolve, sep } from "node:path";
import writeFileAtomically from "write-file-atomic";
import { errorCode, type FileResult, type FileSystem } from "./file-system.ts";
import { attempt, nodeFileReader } from "./node-file-reader.ts";

/** The machine's file system. */
export function nodeFileSystem(): FileSystem {
  return {
    ...nodeFileReader(),
    writeFileAtomic: (path, text) =>
      attempt(path, async () => {
        await writeFileAtomically(path, text);
        return done("written");
      }),
    createFile: (path, text) => attempt(path, async () => done(await createFile(path, text))),
    removeFile: (path) =>
      attempt(path, async () => {
        await rm(path, { force: true });
        return done("removed");
      }),
    makeFolder: (path) =>
      attempt(path, async () => {
        await mkdir(path, { recursive: true });
        return done("made");
      }),
  };
}

/** Makes a file, unless one is there, and leaves none that is half written. Rejects with Node's error. */
export async function createFile(path: string, text: string): Promise<"made" | "there"> {
  const file = await openNew(path);
  if (file === undefined) return "there";
  try {
    await file.writeFile(text);
    return "made";
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function openNew(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, "wx");
  } catch (error) {
    if (errorCode(error) === "EEXIST") return undefined;
    throw error;
  }
}

/** A path as people give it, made absolute and written with `/`. */
export function portablePath(given: string, workingFolder: string): string {
  return resolve(workingFolder, given).split(sep).join("/");
}

function done<const Word>(value: Word): FileResult<Word> {
  return { ok: true, value };
}
