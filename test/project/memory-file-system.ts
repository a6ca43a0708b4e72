// Files in memory that fail, or end the process, where a test says.
import {
  refusedFile,
  type FileFailureKind,
  type FileResult,
  type FileSystem,
  type FolderEntry,
} from "../../server/src/project/file-system.ts";
import { baseName, parentOf } from "../../server/src/project/paths.ts";

export type FileAction = "readFile" | "writeFileAtomic" | "createFile" | "removeFile" | "makeFolder" | "list";

/** Asked before each action: what it answers is what the action fails with. */
export type FileFault = (action: FileAction, path: string) => FileFailureKind | undefined;

export interface MemoryFileSystem extends FileSystem {
  /** Texts by path. */
  readonly texts: Map<string, string>;
}

export const noFileFault: FileFault = () => undefined;

/** Fails that action on every path that ends so. */
export function failingFile(action: FileAction, ending: string, kind: FileFailureKind): FileFault {
  return (it, path) => (it === action && path.endsWith(ending) ? kind : undefined);
}

export function memoryFileSystem(
  texts: Readonly<Record<string, string>>,
  fault: FileFault = noFileFault,
): MemoryFileSystem {
  const files = new Map(Object.entries(texts));
  const isFolder = (path: string): boolean =>
    [...files.keys()].some((file) => file.startsWith(path.endsWith("/") ? path : `${path}/`));
  async function act<Value>(
    action: FileAction,
    path: string,
    run: () => FileResult<Value>,
  ): Promise<FileResult<Value>> {
    await Promise.resolve();
    const kind = fault(action, path);
    return kind === undefined ? run() : refusedFile(kind, path);
  }
  return {
    texts: files,
    readFile: (path) =>
      act<string>("readFile", path, () => {
        const text = files.get(path);
        if (text !== undefined) return { ok: true, value: text };
        return refusedFile(isFolder(path) ? "folder" : "missing", path);
      }),
    writeFileAtomic: (path, text) =>
      act("writeFileAtomic", path, () => {
        files.set(path, text);
        return { ok: true, value: "written" };
      }),
    createFile: (path, text) =>
      act<"made" | "there">("createFile", path, () => {
        if (files.has(path)) return { ok: true, value: "there" };
        files.set(path, text);
        return { ok: true, value: "made" };
      }),
    removeFile: (path) =>
      act("removeFile", path, () => {
        files.delete(path);
        return { ok: true, value: "removed" };
      }),
    makeFolder: (path) => act("makeFolder", path, () => ({ ok: true, value: "made" })),
    kindOf: async (path) => (files.has(path) ? "file" : isFolder(path) ? "folder" : "missing"),
    list: (folder) => act("list", folder, () => ({ ok: true, value: entriesOf([...files.keys()], folder) })),
  };
}

function entriesOf(files: readonly string[], folder: string): readonly FolderEntry[] {
  const entries = new Map<string, FolderEntry>();
  for (const file of files) {
    for (let path: string | undefined = file; path !== undefined; path = parentOf(path)) {
      if (parentOf(path) !== folder) continue;
      entries.set(path, { name: baseName(path), kind: path === file ? "file" : "folder" });
    }
  }
  return [...entries.values()];
}

/** The files of a folder, by their names in it. */
export function filesIn(folder: string, texts: Readonly<Record<string, string>>): MemoryFileSystem {
  return memoryFileSystem(
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text])),
  );
}

/** The same files on a disk that reads nothing until it spins. */
export function sleeping(files: MemoryFileSystem): {
  readonly files: MemoryFileSystem;
  readonly spin: () => void;
} {
  const spinning = Promise.withResolvers<undefined>();
  const readFile = async (path: string) => spinning.promise.then(() => files.readFile(path));
  return { files: { ...files, readFile }, spin: () => spinning.resolve(undefined) };
}
