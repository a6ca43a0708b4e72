// What the project of a file says: the nearest objectives.json above it, read when it is asked for and again when one may have changed.
import { Emitter, type Event } from "vscode-languageserver";
import type { FileId } from "../language/text/place.ts";
import type { Sentence } from "../language/text/sentence.ts";
import {
  CONFIG_NAME,
  describeConfigFailure,
  NO_CONFIG,
  openConfig,
  type Config,
  type ConfigReading,
} from "../project/config.ts";
import { joinPath, parentOf } from "../project/paths.ts";
import type { ReachableFiles } from "./reachable-files.ts";

export interface Projects {
  /** What counts for a file, once it is read; an empty one where nothing is there to say so. */
  readonly load: (file: FileId) => Promise<Config>;
  /** The same as far as it is known; what nobody has read yet is read, and then told. */
  readonly read: (file: FileId) => Config;
  /** Reads everything that is known again. Until then it is what it was, so that nothing flickers. */
  readonly lookAgain: () => Promise<void>;
  /** Other things may count for some files now. */
  readonly onDidChange: Event<void>;
}

export function openProjects(
  files: Pick<ReachableFiles, "readFile" | "pathOf">,
  warn: (said: Sentence) => void,
): Projects {
  const folderOf = (file: FileId): string | undefined => parentOf(files.pathOf(file) ?? "");
  const known = new Map<string, Config>();
  const readings = new Map<string, Promise<Config>>();
  const changed = new Emitter<void>();

  const start = async (folder: string): Promise<Config> => {
    const reading = await openConfig(files, joinPath(folder, CONFIG_NAME));
    if (reading.ok) return reading.config;
    const above = parentOf(folder);
    if (isMissing(reading.failure)) return above === undefined ? NO_CONFIG : configOf(above);
    warn(describeConfigFailure(reading.failure));
    return NO_CONFIG;
  };
  const configOf = (folder: string): Promise<Config> => {
    const reading = readings.get(folder) ?? start(folder);
    readings.set(folder, reading);
    return reading;
  };
  /** What is read meanwhile for a second time is taken over by who does that. */
  const learn = async (folders: readonly string[]): Promise<void> => {
    const read = folders.map((folder) => ({ folder, reading: configOf(folder) }));
    const configs = await Promise.all(read.map(({ reading }) => reading));
    const newer = read.flatMap(({ folder, reading }, index) => {
      const [before, now] = [known.get(folder) ?? NO_CONFIG, configs[index] ?? NO_CONFIG];
      if (readings.get(folder) !== reading) return [];
      known.set(folder, now);
      return isSame(before, now) ? [] : [folder];
    });
    if (newer.length > 0) changed.fire();
  };
  return {
    load: async (file) => {
      const folder = folderOf(file);
      if (folder === undefined) return NO_CONFIG;
      await learn([folder]);
      return known.get(folder) ?? NO_CONFIG;
    },
    read: (file) => {
      const folder = folderOf(file);
      if (folder === undefined) return NO_CONFIG;
      if (!known.has(folder)) void learn([folder]);
      return known.get(folder) ?? NO_CONFIG;
    },
    lookAgain: () => {
      readings.clear();
      return learn([...known.keys()]);
    },
    onDidChange: changed.event,
  };
}

/** Nothing of the name is there, or nothing that is a file. */
function isMissing(failure: Extract<ConfigReading, { ok: false }>["failure"]): boolean {
  if (failure.kind === "invalid") return false;
  const { kind } = failure.failure;
  return kind === "missing" || kind === "folder" || kind === "not a folder";
}

function isSame(one: Config, other: Config): boolean {
  return one === other || asText(one) === asText(other);
}

function asText(config: Config): string {
  return JSON.stringify(config, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}
