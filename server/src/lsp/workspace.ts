// The sets that open documents are a part of, with their findings: the one cache, brought up to date when it is asked.
import { CancellationToken, Emitter, type Event } from "vscode-languageserver";
import type { Check } from "../language/diagnostics/check.ts";
import { hasHeader, type Library, type SetFile } from "../language/model/files.ts";
import { looksAlike } from "../language/model/source.ts";
import { rootsOf } from "../language/model/workspace.ts";
import type { FileId } from "../language/text/place.ts";
import { FILE_ENDING } from "../project/walk-folder.ts";
import { unlessCancelled } from "./cancellation.ts";
import { openDisk } from "./disk.ts";
import type { OpenDocument, OpenDocuments } from "./documents.ts";
import { fileIdOf, includedId, includePath, isInside } from "./file-id.ts";
import { linesOf, type FileLines } from "./file-lines.ts";
import type { FileSymbols } from "./file-symbols.ts";
import { fileNow, filesAbout, isOpenSet, setsOf, symbolsOf, type NamedSet } from "./files-now.ts";
import type { ReachableFiles } from "./reachable-files.ts";
import { startRevisions } from "./revisions.ts";
import * as sets from "./sets.ts";
import type { Known } from "./sets.ts";
import { startSurvey, type Exploring } from "./survey.ts";

export interface Workspace {
  /** The sets that the file is a part of; itself where none is known. The first one answers where one is enough. */
  readonly checksWith: (file: SetFile) => readonly [Check, ...Check[]];
  /** The same, once all of their files are read: what opens a file is asked about it before. */
  readonly checksOnceRead: (file: SetFile, token: CancellationToken) => Promise<readonly [Check, ...Check[]]>;
  /**
   * The file as a set, or as a fragment by itself, once all of its files are read: what is sent or written to a file
   * may lack none of them.
   */
  readonly whole: (file: SetFile, token?: CancellationToken) => Promise<Check>;
  /** Those of `checksWith`, then every other set that shares files with them, once all of their files are read. */
  readonly checksAround: (file: SetFile, token?: CancellationToken) => Promise<readonly [Check, ...Check[]]>;
  /** The file as an editor has it open, or else as it is on the disk; undefined where it is not there. */
  readonly fileNow: (id: FileId) => Promise<SetFile | undefined>;
  /** The files of the workspace that are meant, or include one that is: once every file has been looked at. */
  readonly filesAbout: (isMeant: (id: FileId) => boolean) => Promise<readonly SetFile[]>;
  /** What every file of the workspace declares, once all have been looked at. */
  readonly symbols: (token: CancellationToken) => Promise<readonly FileSymbols[]>;
  /** What every set of the workspace is read from, its lone fragments with them, once all are known. */
  readonly roots: (token: CancellationToken) => Promise<readonly FileId[]>;
  /** One of them, checked, and where nobody has it open, kept nowhere. */
  readonly checkOf: (root: FileId) => Promise<Check | undefined>;
  /** What it is read from, as a word: while that stays the same, so does what is found. */
  readonly stateOf: (root: FileId) => string;
  /** Something else may be said of some file, open or not. */
  readonly onDidTouch: Event<void>;
  /** The fragments that a document could include, with their paths as it would write them. */
  readonly includable: (document: OpenDocument) => readonly Includable[];
  /** Every set of the workspace, and those that are open; in the order of their files. */
  readonly sets: () => readonly NamedSet[];
  /** The set of a file that nobody need have open, once all of its files are read; undefined where it is not there. */
  readonly setAt: (id: FileId, token?: CancellationToken) => Promise<Check | undefined>;
  /** There may be other sets now, or others may have other names. */
  readonly onDidChangeSets: Event<void>;
  /** A file of a set with its lines, as its client spells it. */
  readonly fileOf: (id: FileId) => FileLines;
  readonly onDidChange: Event<WorkspaceChange>;
  /** Looks at every file of the folders that the client has open. */
  readonly explore: (
    folders: Promise<readonly Exploring[]>,
    tell: (percentage: number) => void,
  ) => Promise<void>;
  /** Takes over that files on the disk are not what they were. */
  readonly noteChanges: (uris: readonly string[]) => void;
  /** The same of files that have other places now. */
  readonly noteMoves: (moves: readonly Move[]) => void;
}

export interface WorkspaceChange {
  /** Open documents about which there may be something else to say now. */
  readonly documents: readonly OpenDocument[];
  /** The one of them whose own text changed; undefined where it was another file. */
  readonly edited: OpenDocument | undefined;
}

/** Of a file, or of a folder with all that is in it. */
export interface Move {
  readonly from: FileId;
  readonly to: FileId;
}

export interface Includable {
  readonly id: FileId;
  readonly path: string;
}

/** Files that were saved, and the folders that the client has open. */
export interface WorkspaceWorld {
  readonly files: ReachableFiles;
  readonly folders: readonly FileId[];
}

export function openWorkspace(documents: OpenDocuments, world: WorkspaceWorld): Workspace {
  const known = knownOf(world);
  const changed = new Emitter<WorkspaceChange>();
  const changedSets = new Emitter<void>();
  let exploring = Promise.resolve();
  hear(documents, known, { changed, changedSets });
  return {
    checksWith: (file) => sets.checksWith(known, file),
    checksOnceRead: async (file, token) => {
      // Which sets a fragment is a part of is known when every file has been looked at.
      if (!hasHeader(file.source)) await unlessCancelled(token, exploring);
      return sets.checksOnceRead(known, file, token);
    },
    whole: async ({ id, source }, token = CancellationToken.None) =>
      (await unlessCancelled(token, sets.loadSet(known, id))) ?? sets.checkFile(known, id, source),
    checksAround: async (file, token = CancellationToken.None) => {
      await unlessCancelled(token, exploring);
      return sets.checksAround(known, file, token);
    },
    fileNow: (id) => fileNow(known, id),
    filesAbout: async (isMeant) => {
      await exploring;
      return filesAbout(known, isMeant);
    },
    symbols: async (token) => {
      await unlessCancelled(token, exploring);
      return symbolsOf(known);
    },
    roots: async (token) => {
      await unlessCancelled(token, exploring);
      return rootsOf(known.survey.files());
    },
    checkOf: (root) => sets.checkOf(known, root),
    stateOf: (root) => sets.stateOf(known, root),
    onDidTouch: known.revisions.onDidChange,
    includable: ({ id }) =>
      known.survey.includableFrom(id).flatMap((fragment) => {
        const path = includePath(id, fragment);
        // One that leads out of the workspace is none.
        return path !== undefined && includedId(id, path, known.folders) === fragment
          ? [{ id: fragment, path }]
          : [];
      }),
    sets: () => setsOf(known),
    setAt: (id, token = CancellationToken.None) => unlessCancelled(token, sets.loadSet(known, id)),
    onDidChangeSets: changedSets.event,
    fileOf: (id) => known.open.get(id) ?? linesOf(id, known.library.read(id)),
    onDidChange: changed.event,
    explore: (folders, tell) => {
      const isOpen = (id: FileId): boolean => known.open.has(id);
      exploring = folders.then((wanted) => known.survey.explore(wanted, isOpen, tell));
      return exploring;
    },
    noteChanges: (uris) => {
      const changedFiles = uris.map(fileIdOf).flatMap((id) => filesAt(known, id));
      for (const id of changedFiles) if (!known.open.has(id)) lookAgain(known, id);
    },
    noteMoves: (moves) => {
      const places = moves.flatMap(({ from, to }) =>
        filesAt(known, from).flatMap((file) => [file, to + file.slice(from.length)]),
      );
      for (const id of places) if (!known.open.has(id)) lookAgain(known, id);
    },
  };
}

interface Telling {
  readonly changed: Emitter<WorkspaceChange>;
  readonly changedSets: Emitter<void>;
}

/** Takes over what changes in open documents and on the disk, and tells of it. */
function hear(documents: OpenDocuments, known: Known, { changed, changedSets }: Telling): void {
  const tellAll = (edited?: OpenDocument): void => {
    changed.fire({ documents: [...known.open.values()], edited });
  };
  documents.onDidChangeContent(({ document }) => {
    known.revisions.touch(document.id);
    const before = isOpenSet(known, document.id);
    const isOther = takeOver(known, document) === "changed";
    if (isOther || before !== isOpenSet(known, document.id)) changedSets.fire();
    if (isOther) tellAll(document);
    else changed.fire({ documents: sets.inSetsWith(document, known), edited: document });
  });
  documents.onDidClose(async ({ document }) => {
    await giveUp(known, document);
    known.revisions.touch(document.id);
    changedSets.fire();
    const others = sets.inSetsWith(document, known).filter((it) => it !== document);
    changed.fire({ documents: others, edited: undefined });
  });
  known.disk.onDidRead((id) => {
    known.revisions.touch(id);
    tellAll();
  });
  known.survey.onDidChange(() => {
    known.revisions.tell();
    changedSets.fire();
    tellAll();
  });
}

function knownOf({ files, folders }: WorkspaceWorld): Known {
  const resolve = (from: FileId, path: string): FileId | undefined => includedId(from, path, folders);
  const open = new Map<FileId, OpenDocument>();
  const disk = openDisk(files);
  const library: Library = { resolve, read: (id) => open.get(id)?.source ?? disk.read(id) };
  const survey = startSurvey(files, resolve);
  return { files, folders, open, disk, library, survey, revisions: startRevisions(), checks: new Map() };
}

/** The document as it is now; `changed` where that matters to sets that it is no part of. */
function takeOver({ folders, open, disk, survey }: Known, document: OpenDocument): "changed" | "as before" {
  const before = open.get(document.id);
  if (!before) disk.lookAgainAtAll();
  open.set(document.id, document);
  if (before && looksAlike(document.source, before.source)) return "as before";
  return isInside(document.id, folders) ? survey.note(document.id, document.source) : "as before";
}

/** From here on the document is what the disk holds, once that is known. */
async function giveUp(known: Known, { id }: OpenDocument): Promise<void> {
  const { open, checks, disk } = known;
  open.delete(id);
  for (const [root, { model }] of checks)
    if (!model.files.some((file) => open.has(file.id))) checks.delete(root);
  lookAgain(known, id);
  await disk.load(id);
}

/** The file, or the known ones of a folder: of a folder that is deleted no more than that is told. */
function filesAt({ survey }: Known, id: FileId): readonly FileId[] {
  return id.endsWith(FILE_ENDING) ? [id] : survey.filesIn(id);
}

function lookAgain({ disk, survey, revisions }: Known, id: FileId): void {
  disk.lookAgain(id);
  void survey.visit(id).then(() => revisions.touch(id));
}
