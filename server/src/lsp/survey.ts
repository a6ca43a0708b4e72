// What every file of the workspace declares and includes, whether it is open or not: found once, then kept by what changes.
import { Emitter, type Event } from "vscode-languageserver";
import {
  includableFrom,
  namesakes,
  setsWith,
  summaryOf,
  type FileSummary,
} from "../language/model/workspace.ts";
import type { Source } from "../language/model/source.ts";
import type { FileId } from "../language/text/place.ts";
import { pathOfUri, uriOfPath } from "../project/file-uri.ts";
import { readSource } from "../project/includes.ts";
import { relativePath } from "../project/paths.ts";
import { isOffTheWay, walkFolder, type IsLeftOut } from "../project/walk-folder.ts";
import { closedFileSymbols, type FileSymbols } from "./file-symbols.ts";
import type { ReachableFiles } from "./reachable-files.ts";

export interface Survey {
  /** The sets that a fragment is a part of. */
  readonly setsWith: (file: FileId) => readonly FileId[];
  /** The fragments that a file could include. */
  readonly includableFrom: (file: FileId) => readonly FileId[];
  /** Other sets with the name of this one. */
  readonly namesakes: (set: FileId) => readonly FileId[];
  /** The files that are meant, and those with an include that leads to such a one; in the order of their names. */
  readonly filesAbout: (isMeant: (file: FileId) => boolean) => readonly FileId[];
  /** What the files declare, as they were when they were looked at. */
  readonly symbols: () => Iterable<FileSymbols>;
  /** The known files of a folder and those below it. */
  readonly filesIn: (folder: FileId) => readonly FileId[];
  /** Whether every file of the workspace has been looked at. */
  readonly isWhole: () => boolean;
  /** Takes over what an open file says now, and answers whether that matters to other files. */
  readonly note: (file: FileId, source: Source) => "changed" | "as before";
  /** Every file that is known, in the order in which they were found. */
  readonly files: () => ReadonlyMap<FileId, FileSummary>;
  /** Looks at every file of these folders; those that an editor has open are its own matter. */
  readonly explore: (
    folders: readonly Exploring[],
    isOpen: (file: FileId) => boolean,
    tell: (percentage: number) => void,
  ) => Promise<void>;
  /** Looks at one file again. */
  readonly visit: (file: FileId) => Promise<void>;
  /** Sets may have other parts or namesakes now. */
  readonly onDidChange: Event<void>;
}

/** A folder, and what of it nobody wants to see. */
export interface Exploring {
  readonly folder: FileId;
  readonly isLeftOut: IsLeftOut;
}

export function startSurvey(
  files: Pick<ReachableFiles, "list" | "readFile" | "pathOf">,
  resolve: (from: FileId, path: string) => FileId | undefined,
): Survey {
  const summaries = new Map<FileId, FileSummary>();
  const symbols = new Map<FileId, FileSymbols>();
  const underWay = new Map<FileId, Promise<Source | "missing">>();
  const changed = new Emitter<void>();
  let sameNames = namesakes(summaries);
  let isWhole = false;
  let explored: readonly Exploring[] = [];

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
    const path = files.pathOf(file);
    if (path === undefined) return "as before";
    const reading = isLeftOut(file, explored) ? Promise.resolve("missing" as const) : readSource(files, path);
    underWay.set(file, reading);
    const source = await reading;
    // A later look at the file knows better.
    if (underWay.get(file) !== reading) return "as before";
    underWay.delete(file);
    if (source === "missing") symbols.delete(file);
    else symbols.set(file, closedFileSymbols(file, source));
    return put(file, source);
  };
  return {
    setsWith: (file) => setsWith(file, summaries),
    includableFrom: (file) => includableFrom(file, summaries),
    namesakes: (set) => (sameNames.get(summaries.get(set)?.name ?? "") ?? []).filter((id) => id !== set),
    filesIn: (folder) => [...summaries.keys()].filter((id) => id.startsWith(`${folder}/`)),
    filesAbout: (isMeant) =>
      [...summaries]
        .flatMap(([id, { includes }]) => (isMeant(id) || includes.some(isMeant) ? [id] : []))
        .sort(),
    symbols: () => symbols.values(),
    files: () => summaries,
    isWhole: () => isWhole,
    note: (file, source) => {
      const change = put(file, source);
      if (change === "changed") sameNames = namesakes(summaries);
      return change;
    },
    explore: async (folders, isOpen, tellProgress) => {
      explored = folders;
      const found = (await Promise.all(folders.map((it) => filesOf(files, it)))).flat();
      for (const [index, file] of found.entries()) {
        if (!isOpen(file)) await look(file);
        tellProgress((100 * (index + 1)) / found.length);
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

async function filesOf(
  files: Pick<ReachableFiles, "list" | "pathOf">,
  { folder, isLeftOut: leavesOut }: Exploring,
): Promise<readonly FileId[]> {
  const path = files.pathOf(folder);
  return path === undefined ? [] : (await walkFolder(files, path, leavesOut)).files.map(uriOfPath);
}

/** Of a file that changes nobody has walked to it. */
function isLeftOut(file: FileId, explored: readonly Exploring[]): boolean {
  return explored.some(({ folder, isLeftOut: leavesOut }) => {
    const path = relativePath(pathOfUri(folder) ?? "", pathOfUri(file) ?? "");
    return path !== undefined && isOffTheWay(path, leavesOut);
  });
}

function isSame(one: FileSummary, other: FileSummary): boolean {
  return (
    one.kind === other.kind &&
    one.name === other.name &&
    one.includes.join("\n") === other.includes.join("\n")
  );
}
