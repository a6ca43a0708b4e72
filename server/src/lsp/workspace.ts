// The sets that open documents are a part of, with their findings: the one cache, brought up to date when it is asked.
import { Emitter, type Event } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { check, type Check } from "../language/diagnostics/check.ts";
import { analyze, idOf, type Model } from "../language/model/analyze.ts";
import {
  assemble,
  hasHeader,
  refreshed,
  unreadFiles,
  type Library,
  type SetFile,
} from "../language/model/files.ts";
import { looksAlike, textOf, type Source } from "../language/model/source.ts";
import { among, summaryOf } from "../language/model/workspace.ts";
import type { FileId } from "../language/text/place.ts";
import type { FileSystem } from "../project/file-system.ts";
import { FILE_ENDING } from "../project/walk-folder.ts";
import { openDisk, type Disk } from "./disk.ts";
import type { OpenDocument, OpenDocuments } from "./documents.ts";
import { diskPathOf, fileIdOf, includedId, isInside, shownName } from "./file-id.ts";
import { startSurvey, type Survey } from "./survey.ts";

export interface Workspace {
  /** The sets that the document is a part of; itself where none is known. The first one answers questions. */
  readonly checksWith: (document: OpenDocument) => readonly [Check, ...Check[]];
  /**
   * The document as a set, or as a fragment by itself, once all of its files are read: what is sent or written to a file
   * may lack none of them.
   */
  readonly whole: (document: OpenDocument) => Promise<Check>;
  /** Those of `checksWith`, then every other set that shares files with them, once all of their files are read. */
  readonly checksAround: (document: OpenDocument) => Promise<readonly [Check, ...Check[]]>;
  /** Every set of the workspace, and those that are open; in the order of their files. */
  readonly sets: () => readonly NamedSet[];
  /** The set of a file that nobody need have open, once all of its files are read; undefined where it is not there. */
  readonly setAt: (id: FileId) => Promise<Check | undefined>;
  /** There may be other sets now, or others may have other names. */
  readonly onDidChangeSets: Event<void>;
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

export interface NamedSet {
  readonly id: FileId;
  /** As its client spells it. */
  readonly uri: string;
  /** With its params as they are written; "" where it has none. */
  readonly name: string;
}

export interface FileLines {
  readonly uri: string;
  /** Of a document that the client has open; null for what is on the disk. */
  readonly version: number | null;
  readonly lines: TextDocument;
}

/** Files of the disk, and the folders that the client has open. */
export interface WorkspaceWorld {
  readonly files: Pick<FileSystem, "list" | "kindOf" | "readFile">;
  readonly folders: readonly FileId[];
}

export function openWorkspace(documents: OpenDocuments, world: WorkspaceWorld): Workspace {
  const state = stateOf(world);
  const changed = new Emitter<WorkspaceChange>();
  const changedSets = new Emitter<void>();
  let exploring = Promise.resolve();
  const tellAll = (edited?: OpenDocument): void => {
    changed.fire({ documents: [...state.open.values()], edited });
  };
  documents.onDidChangeContent(({ document }) => {
    const before = isOpenSet(state, document.id);
    const isOther = takeOver(state, document) === "changed";
    if (isOther || before !== isOpenSet(state, document.id)) changedSets.fire();
    if (isOther) tellAll(document);
    else changed.fire({ documents: inSetsWith(document, state), edited: document });
  });
  documents.onDidClose(async ({ document }) => {
    await giveUp(state, document);
    changedSets.fire();
    const others = inSetsWith(document, state).filter((it) => it !== document);
    changed.fire({ documents: others, edited: undefined });
  });
  state.disk.onDidRead(() => tellAll());
  state.survey.onDidChange(() => {
    changedSets.fire();
    tellAll();
  });
  return {
    checksWith: (document) => checksWith(state, document),
    whole: async ({ id, source }) => (await loadSet(state, id)) ?? checkFile(state, id, source),
    checksAround: async (document) => {
      await exploring;
      return checksAround(state, document);
    },
    sets: () => setsOf(state),
    setAt: (id) => loadSet(state, id),
    onDidChangeSets: changedSets.event,
    fileOf: (id) => state.open.get(id) ?? linesOf(id, state.library.read(id)),
    onDidChange: changed.event,
    explore: () => {
      exploring = state.survey.explore(state.folders, (id) => state.open.has(id));
      return exploring;
    },
    noteChanges: (uris) => {
      const changedFiles = uris.map(fileIdOf).flatMap((id) => filesAt(state, id));
      for (const id of changedFiles) lookAgain(state, id);
    },
  };
}

interface State {
  readonly folders: readonly FileId[];
  readonly open: Map<FileId, OpenDocument>;
  readonly disk: Disk;
  readonly survey: Survey;
  /** Open editors before the disk. */
  readonly library: Library;
  /** By the first file of the set. */
  readonly checks: Map<FileId, Check>;
}

function stateOf({ files, folders }: WorkspaceWorld): State {
  const resolve = (from: FileId, path: string): FileId | undefined => includedId(from, path, folders);
  const open = new Map<FileId, OpenDocument>();
  const disk = openDisk(files);
  const library: Library = { resolve, read: (id) => open.get(id)?.source ?? disk.read(id) };
  return { folders, open, disk, library, survey: startSurvey(files, resolve), checks: new Map() };
}

// ── What changes ──

/** The document as it is now; `changed` where that matters to sets that it is no part of. */
function takeOver({ folders, open, disk, survey }: State, document: OpenDocument): "changed" | "as before" {
  const before = open.get(document.id);
  if (!before) disk.lookAgainAtAll();
  open.set(document.id, document);
  if (before && looksAlike(document.source, before.source)) return "as before";
  return isInside(document.id, folders) ? survey.note(document.id, document.source) : "as before";
}

/** From here on the document is what the disk holds, once that is known. */
async function giveUp(state: State, { id }: OpenDocument): Promise<void> {
  const { open, checks, disk } = state;
  open.delete(id);
  for (const [root, { model }] of checks)
    if (!model.files.some((file) => open.has(file.id))) checks.delete(root);
  lookAgain(state, id);
  await disk.load(id);
}

/** The file, or the known ones of a folder: of a folder that is deleted no more than that is told. */
function filesAt({ open, survey }: State, id: FileId): readonly FileId[] {
  const files = id.endsWith(FILE_ENDING) ? [id] : survey.filesIn(id);
  return files.filter((file) => !open.has(file));
}

function lookAgain({ disk, survey }: State, id: FileId): void {
  disk.lookAgain(id);
  void survey.visit(id);
}

// ── Sets ──

/** The sets of the workspace's folders, and open ones wherever they are. */
function setsOf({ survey, open }: State): readonly NamedSet[] {
  const sets = new Map(survey.sets());
  for (const { id, source } of open.values())
    if (hasHeader(source)) sets.set(id, summaryOf(source, () => undefined).title);
  return [...sets]
    .map(([id, name]) => ({ id, uri: open.get(id)?.uri ?? id, name }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function isOpenSet({ open }: State, id: FileId): boolean {
  const document = open.get(id);
  return document !== undefined && hasHeader(document.source);
}

function checkFile(state: State, id: FileId, source: Source): Check {
  const { checks, library } = state;
  const before = checks.get(id);
  const root = { id, source };
  const set = before ? refreshed(before.model, root, library) : assemble(root, library);
  const model = among(analyze(set, before?.model), surroundings(state, root));
  const checked = check(model, before);
  checks.set(id, checked);
  return checked;
}

function checksWith(state: State, document: OpenDocument): readonly [Check, ...Check[]] {
  // Who waited for files asks about a document that may be an older one by now.
  const { id, source } = state.open.get(document.id) ?? document;
  const sets = hasHeader(source) ? [] : state.survey.setsWith(id);
  const checked = sets.flatMap((set) => checkKnown(state, set));
  // Until a changed file is looked at again, the survey may be wrong about it.
  const [first, ...more] = checked.filter(({ model }) => model.files.some((file) => file.id === id));
  return first ? [first, ...more] : [checkFile(state, id, source)];
}

/** The set as far as it is read; nothing where its own file is not. */
function checkKnown(state: State, id: FileId): readonly Check[] {
  const source = state.library.read(id);
  return typeof source === "string" ? [] : [checkFile(state, id, source)];
}

async function checksAround(state: State, document: OpenDocument): Promise<readonly [Check, ...Check[]]> {
  const sets = new Set([document.id]);
  // A Set grows while it is walked.
  for (const set of sets) {
    const files = (await loadSet(state, set))?.model.files ?? [];
    for (const { id } of files) state.survey.setsWith(id).forEach((it) => sets.add(it));
  }
  // Nothing is waited for from here on, so that all of it is of one moment.
  const own = checksWith(state, document);
  for (const id of [document.id, ...own.map(rootOf)]) sets.delete(id);
  return [...own, ...[...sets].flatMap((set) => checkKnown(state, set))];
}

function rootOf({ model }: Check): FileId {
  return idOf(model, { file: 0 });
}

/** The set once all of its files are read; undefined where it is not there. */
async function loadSet(state: State, id: FileId): Promise<Check | undefined> {
  for (;;) {
    const source = state.open.get(id)?.source ?? (await state.disk.load(id));
    if (source === "missing") return undefined;
    const checked = checkFile(state, id, source);
    const unread = unreadFiles(checked.model).filter((it) => diskPathOf(it) !== undefined);
    if (unread.length === 0) return checked;
    await Promise.all(unread.map(state.disk.load));
  }
}

/** The document, and the open ones that are in a set with it. */
function inSetsWith(document: OpenDocument, { checks, open }: State): readonly OpenDocument[] {
  const sharing = [...checks.values()].filter(({ model }) => wants(model, document.id));
  const files = sharing.flatMap(({ model }) => model.files);
  return [...new Set([document, ...files.flatMap(({ id }) => open.get(id) ?? [])])];
}

/** Whether the file is a part of the set, or would be if it were what its include expects. */
function wants({ files, includes }: Model, id: FileId): boolean {
  return files.some((file) => file.id === id) || includes.some((include) => include.id === id);
}

function surroundings({ survey, folders }: State, { id, source }: SetFile): Model["surroundings"] {
  const isUnused = survey.isWhole() && !hasHeader(source) && survey.setsWith(id).length === 0;
  return {
    namesakes: survey.namesakes(id).map((it) => shownName(it, folders)),
    includedBy: isUnused ? "nobody" : "unknown",
  };
}

function linesOf(id: FileId, source: Source | "missing" | "unread"): FileLines {
  const text = typeof source === "string" ? "" : textOf(source);
  return { uri: id, version: null, lines: TextDocument.create(id, "objectives", 0, text) };
}
