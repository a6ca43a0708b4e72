// The emulator's files by Node: what it says is saved is on the disk.
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { createFile } from "../project/node-file-system.ts";
import type { StoreFiles } from "./files.ts";

export const nodeFiles: StoreFiles = {
  read: (path) => readFile(path),
  create: createFile,
  write: writeToDisk,
  rename,
  remove: (path) => rm(path, { force: true }),
  makeFolder: async (path) => ((await mkdir(path, { recursive: true })) === undefined ? "there" : "made"),
};

async function writeToDisk(path: string, text: string): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
