// Files as an assistant sees them: what lies outside of its reach is not there, and nothing is ever written.
import {
  refusedFile,
  type FileReader,
  type FileResult,
  type FileSystem,
  type FolderEntry,
} from "../project/file-system.ts";
import { joinPath } from "../project/paths.ts";
import { isOurs, isWithin, type Reach } from "./reach.ts";

export interface Disk {
  readonly files: FileReader;
  /** A path with every link followed; undefined where nothing stands. */
  readonly realPath: (path: string) => Promise<string | undefined>;
}

/** The disk within a reach. Links are followed first, and what they lead to is what is read. */
export function confinedFiles(disk: Disk, { roots, texts }: Pick<Reach, "roots" | "texts">): FileSystem {
  const reached = async (path: string): Promise<string | undefined> => {
    const real = await disk.realPath(path);
    return real !== undefined && isWithin(roots, real) ? real : undefined;
  };
  const textAt = (path: string): string | undefined => (isWithin(roots, path) ? texts.get(path) : undefined);
  return {
    readFile: async (path) => {
      const text = textAt(path);
      if (text !== undefined) return { ok: true, value: text };
      const real = await reached(path);
      return real !== undefined && isOurs(real)
        ? named(path, await disk.files.readFile(real))
        : missing(path);
    },
    kindOf: async (path) => {
      if (textAt(path) !== undefined) return "file";
      const real = await reached(path);
      return real === undefined ? "missing" : disk.files.kindOf(real);
    },
    list: async (folder) => {
      const real = await reached(folder);
      if (real === undefined) return missing(folder);
      const listing = named(folder, await disk.files.list(real));
      return listing.ok ? { ok: true, value: await withoutWaysOut(folder, listing.value, reached) } : listing;
    },
    ...UNWRITABLE,
  };
}

/** A link may lead anywhere, also under a name that promises a set. */
async function withoutWaysOut(
  folder: string,
  entries: readonly FolderEntry[],
  reached: (path: string) => Promise<string | undefined>,
): Promise<readonly FolderEntry[]> {
  const ends = await Promise.all(entries.map(({ name }) => reached(joinPath(folder, name))));
  return entries.filter(({ kind }, index) => {
    const end = ends[index];
    return end !== undefined && (kind !== "file" || isOurs(end));
  });
}

const UNWRITABLE = {
  writeFileAtomic: async (path: string) => refusedFile("read-only", path),
  createFile: async (path: string) => refusedFile("read-only", path),
  removeFile: async (path: string) => refusedFile("read-only", path),
  makeFolder: async (path: string) => refusedFile("read-only", path),
} as const satisfies Partial<FileSystem>;

function missing(path: string): FileResult<never> {
  return refusedFile("missing", path);
}

/** A failure names the path that was asked for, not where its links lead. */
function named<Value>(path: string, result: FileResult<Value>): FileResult<Value> {
  return result.ok ? result : { ok: false, failure: { ...result.failure, path } };
}
