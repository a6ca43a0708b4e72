// Which project a file belongs to: the nearest objectives.json above it says.
import type { Config, ConfigFailure } from "./config.ts";
import { CONFIG_NAME, NO_CONFIG, openConfig } from "./config.ts";
import type { FileSystem } from "./file-system.ts";
import { LOCK_NAME } from "./lock-file.ts";
import { joinPath, relativePath, upwards } from "./paths.ts";

export interface Project {
  /** Its folder: what paths in objectives.json and in the lock are seen from. */
  readonly root: string;
  /** Where includes of its sets may lead; undefined without an objectives.json: then no further than the set's own folder. */
  readonly includeRoot: string | undefined;
  readonly config: Config;
}

export type ProjectReading =
  { readonly ok: true; readonly project: Project } | { readonly ok: false; readonly failure: ConfigFailure };

/**
 * The project of everything in `folder`: the folder of the nearest objectives.json above, else of the nearest
 * objectives.lock.json, else `workspace` where it holds the folder, else the folder itself.
 */
export async function findProject(
  fileSystem: FileSystem,
  folder: string,
  workspace: string,
): Promise<ProjectReading> {
  const configured = await nearestWith(fileSystem, folder, CONFIG_NAME);
  if (configured !== undefined) {
    const reading = await openConfig(fileSystem, joinPath(configured, CONFIG_NAME));
    return reading.ok
      ? { ok: true, project: { root: configured, includeRoot: configured, config: reading.config } }
      : reading;
  }
  const locked = await nearestWith(fileSystem, folder, LOCK_NAME);
  const fallback = relativePath(workspace, folder) === undefined ? folder : workspace;
  return { ok: true, project: { root: locked ?? fallback, includeRoot: undefined, config: NO_CONFIG } };
}

/** The nearest of a folder and those above it that has a file of this name. */
export async function nearestWith(
  fileSystem: Pick<FileSystem, "kindOf">,
  folder: string,
  name: string,
): Promise<string | undefined> {
  for (const candidate of upwards(folder)) {
    if ((await fileSystem.kindOf(joinPath(candidate, name))) === "file") return candidate;
  }
  return undefined;
}
