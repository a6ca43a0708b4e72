// The sets that open documents are a part of, with their findings: the one cache, brought up to date when it is asked.
import { Emitter, type Event } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { check, type Check } from "../language/diagnostics/check.ts";
import { analyze, looksAlike, type Model } from "../language/model/analyze.ts";
import { assemble, hasHeader, refreshed, type Library } from "../language/model/files.ts";
import { textOf, type Source } from "../language/model/source.ts";
import { among } from "../language/model/workspace.ts";
import type { FileId } from "../language/text/place.ts";
import type { FileSystem } from "../project/file-system.ts";
import { openDisk } from "./disk.ts";
import type { OpenDocument, OpenDocuments } from "./documents.ts";
import { fileIdOf, includedId, shownName } from "./file-id.ts";
import { startSurvey, type Survey } from "./survey.ts";

export interface Workspace {
  /** The document as a set, or as a fragment by itself. */
  readonly checkOf: (document: OpenDocument) => Check;
  /** The sets that the document is a part of; itself where none is known. The first one answers questions. */
  readonly checksWith: (document: OpenDocument) => readonly [Check, ...Check[]];
  /** A file of a set with its lines, as its client spells it. */
  readonly fileOf: (id: FileId) => FileLines;
  readonly onDidChange: Event<WorkspaceChange>;
  /** Looks at every file of the folders that the client has open. */
  readonly explore: () => Promise<void>;
  /** Takes over that files on the disk are not what they were. */
  readonly noteChanges: (uris: readonly string[]) => void;
}

export interface WorkspaceChange {
  /** Open documents about which there may be something else to say now. */
  readonly documents: readonly OpenDocument[];
  /** The one of them whose own text changed; undefined where it was another file. */
  readonly edited: OpenDocument | undefined;
}

export interface FileLines {
  readonly uri: string;
  readonly lines: TextDocument;
}

/** Files of the disk, and the folders that the client has open, as it spells them. */
export interface WorkspaceWorld {
  readonly files: Pick<FileSystem, "list" | "kindOf" | "readFile">;
  readonly folders: readonly string[];
}

export function openWorkspace(documents: OpenDocuments, world: WorkspaceWorld): Workspace {
  const folders = world.folders.map(fileIdOf);
  const resolve = (from: FileId, path: string): FileId | undefined => includedId(from, path, folders);
  const open = new Map<FileId, OpenDocument>();
  const disk = openDisk(world.files);
  const survey = startSurvey(world.files, resolve);
  const library: Library = { resolve, read: (id) => open.get(id)?.source ?? disk.read(id) };
  const checks = new Map<FileId, Check>();
  const changed = new Emitter<WorkspaceChange>();
  const tellAll = (edited?: OpenDocument): void => {
    changed.fire({ documents: [...open.values()], edited });
  };

  const checkFile = (id: FileId, source: Source): Check => {
    const before = checks.get(id);
    const root = { id, source };
    const set = before ? refreshed(before.model, root, library) : assemble(root, library);
    const model = among(analyze(set, before?.model), surroundings(id, source, survey, folders));
    const checked = check(model, before);
    checks.set(id, checked);
    return checked;
  };

  documents.onDidChangeContent(({ document }) => {
    const before = open.get(document.id);
    open.set(document.id, document);
    const isAlike = before !== undefined && looksAlike(document.source, before.source);
    if (!isAlike && survey.note(document.id, document.source) === "changed") tellAll(document);
    else changed.fire({ documents: inSetsWith(document, checks, open), edited: document });
  });
  documents.onDidClose(({ document: { id } }) => {
    open.delete(id);
    disk.forget(id);
    for (const [root, { model }] of checks)
      if (!model.files.some((file) => open.has(file.id))) checks.delete(root);
    void survey.visit(id);
  });
  disk.onDidRead(() => tellAll());
  survey.onDidChange(() => tellAll());

  return {
    checkOf: ({ id, source }) => checkFile(id, source),
    checksWith: ({ id, source }) => {
      const sets = hasHeader(source) ? [] : survey.setsWith(id);
      const [first, ...more] = sets.flatMap((set) => {
        const text = library.read(set);
        return typeof text === "string" ? [] : [checkFile(set, text)];
      });
      return first ? [first, ...more] : [checkFile(id, source)];
    },
    fileOf: (id) => open.get(id) ?? linesOf(id, library.read(id)),
    onDidChange: changed.event,
    explore: () => survey.explore(folders, (id) => open.has(id)),
    noteChanges: (uris) => {
      for (const id of uris.map(fileIdOf).filter((it) => !open.has(it))) {
        disk.forget(id);
        void survey.visit(id);
      }
      tellAll();
    },
  };
}

/** The document, and the open ones that are in a set with it. */
function inSetsWith(
  document: OpenDocument,
  checks: ReadonlyMap<FileId, Check>,
  open: ReadonlyMap<FileId, OpenDocument>,
): readonly OpenDocument[] {
  const files = [...checks.values()].map(({ model }) => model.files);
  const sharing = files.filter((set) => set.length > 1 && set.some(({ id }) => id === document.id));
  return [...new Set([document, ...sharing.flat().flatMap(({ id }) => open.get(id) ?? [])])];
}

function surroundings(
  id: FileId,
  source: Source,
  survey: Survey,
  folders: readonly FileId[],
): Model["surroundings"] {
  const isUnused = survey.isWhole() && !hasHeader(source) && survey.setsWith(id).length === 0;
  return {
    namesakes: survey.namesakes(id).map((it) => shownName(it, folders)),
    includedBy: isUnused ? "nobody" : "unknown",
  };
}

function linesOf(id: FileId, source: Source | "missing" | "unread"): FileLines {
  const text = typeof source === "string" ? "" : textOf(source);
  return { uri: id, lines: TextDocument.create(id, "objectives", 0, text) };
}
