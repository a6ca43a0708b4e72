// What every file of the workspace declares and includes, whether it is open or not: found once, then kept by what changes.
import { Emitter, type Event } from "vscode-languageserver";
import { namesakes, setsWith, summaryOf, type FileSummary } from "../language/model/workspace.ts";
import type { Source } from "../language/model/source.ts";
import type { FileId } from "../language/text/place.ts";
import type { FileSystem } from "../project/file-system.ts";
import { readSource } from "../project/includes.ts";
import { walkFolder } from "../project/walk-folder.ts";
import { diskPathOf, idOfDiskPath } from "./file-id.ts";

export interface Survey {
  /** Every set that is known, with its name as it is written. */
  readonly sets: () => readonly (readonly [set: FileId, title: string])[];
  /** The sets that a fragment is a part of. */
  readonly setsWith: (file: FileId) => readonly FileId[];
  /** Other sets with the name of this one. */
  readonly namesakes: (set: FileId) => readonly FileId[];
  /** The known files of a folder and those below it. */
  readonly filesIn: (folder: FileId) => readonly FileId[];
  /** Whether every file of the workspace has been looked at. */
  readonly isWhole: () => boolean;
  /** Takes over what an open file says now, and answers whether that matters to other files. */
  readonly note: (file: FileId, source: Source) => "changed" | "as before";
  /** Looks at every file of these folders; those that an editor has open are its own matter. */
  readonly explore: (folders: readonly FileId[], isOpen: (file: FileId) => boolean) => Promise<void>;
  /** Looks at one file again. */
  readonly visit: (file: FileId) => Promise<void>;
  /** Sets may have other parts or namesakes now. */
  readonly onDidChange: Event<void>;
}

export function startSurvey(
  files: Pick<FileSystem, "list" | "readFile">,
  resolve: (from: FileId, path: string) => FileId | undefined,
): Survey {
  const summaries = new Map<FileId, FileSummary>();
  const changed = new Emitter<void>();
  let sameNames = namesakes(summaries);
  let isWhole = false;

  const put = (file: FileId, source: Source | "missing"): "changed" | "as before" => {
    const before = summaries.get(file);
    if (source === "missing") return summaries.delete(file) ? "changed" : "as before";
    const summary = summaryOf(source, (path) => resolve(file, path));
    summaries.set(file, summary);
    return before && isSame(before, summary) ? "as before" : "changed";
  };
  const tell = (): void => {
    sameNames = namesakes(summaries);
    changed.fire();
  };
  const look = async (file: FileId): Promise<"changed" | "as before"> => {
    const path = diskPathOf(file);
    return path === undefined ? "as before" : put(file, await readSource(files, path));
  };
  return {
    sets: () => [...summaries].flatMap(([id, { kind, title }]) => (kind === "set" ? [[id, title]] : [])),
    setsWith: (file) => setsWith(file, summaries),
    namesakes: (set) => (sameNames.get(summaries.get(set)?.name ?? "") ?? []).filter((id) => id !== set),
    filesIn: (folder) => [...summaries.keys()].filter((id) => id.startsWith(`${folder}/`)),
    isWhole: () => isWhole,
    note: (file, source) => {
      const change = put(file, source);
      if (change === "changed") sameNames = namesakes(summaries);
      return change;
    },
    explore: async (folders, isOpen) => {
      for (const folder of folders) {
        const path = diskPathOf(folder);
        const found = path === undefined ? [] : (await walkFolder(files, path)).files;
        for (const file of found.map(idOfDiskPath)) if (!isOpen(file)) await look(file);
      }
      isWhole = folders.length > 0;
      if (isWhole) tell();
    },
    visit: async (file) => {
      if ((await look(file)) === "changed") tell();
    },
    onDidChange: changed.event,
  };
}

function isSame(one: FileSummary, other: FileSummary): boolean {
  return (
    one.kind === other.kind &&
    one.title === other.title &&
    one.includes.join("\n") === other.includes.join("\n")
  );
}
