// The emulator's files read from the disk; whatever it writes stays in memory and ends with the call.
import type { StoreFiles } from "../emulator/files.ts";
import type { FileSystem } from "../project/file-system.ts";

/** So a plan against the emulator leaves no trace, and needs no lock: nobody else sees what it writes. */
export function unwrittenFiles(files: Pick<FileSystem, "readFile">): StoreFiles {
  const written = new Map<string, string>();
  const read = async (path: string): Promise<string> => {
    const own = written.get(path);
    if (own !== undefined) return own;
    const reading = await files.readFile(path);
    if (reading.ok) return reading.value;
    throw Object.assign(new Error(path), { code: reading.failure.kind === "missing" ? "ENOENT" : "EIO" });
  };
  const write = async (path: string, text: string): Promise<void> => void written.set(path, text);
  return {
    read: async (path) => new TextEncoder().encode(await read(path)),
    create: async (path, text) => (await write(path, text), "made"),
    write,
    rename: async (from, to) => {
      await write(to, await read(from));
      written.delete(from);
    },
    remove: async (path) => void written.delete(path),
    makeFolder: async () => "there",
  };
}
