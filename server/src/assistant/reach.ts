// What an assistant may reach: folders that it may read in, and addresses that it may ask. People say both, never it.
import { relativePath } from "../project/paths.ts";
import { FILE_ENDING } from "../project/walk-folder.ts";

export interface Reach {
  /** Absolute folders with every link followed; paths are seen from the first. */
  readonly roots: readonly [string, ...string[]];
  /** Texts that stand for the files at these absolute paths, such as those that an editor has not saved yet. */
  readonly texts: ReadonlyMap<string, string>;
  /** The target that people chose; undefined leaves it to the project. */
  readonly target: string | undefined;
  /** Addresses that people let a plan ask, beside the emulator. */
  readonly origins: readonly string[];
  /** Where keys are looked for, and values of params. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Whether an absolute path without dots is one of these folders, or in one of them. */
export function isWithin(roots: readonly string[], path: string): boolean {
  return roots.some((root) => relativePath(root, path) !== undefined);
}

/** Sets, fragments, and JSON: what else lies in the folders is nobody's business here. */
export function isOurs(path: string): boolean {
  return path.endsWith(FILE_ENDING) || path.endsWith(".json");
}
