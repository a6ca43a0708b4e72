// The sets that are known, each as it is found now: of open texts before the disk.
import type { CancellationToken } from "vscode-languageserver";
import { check, type Check } from "../language/diagnostics/check.ts";
import { analyze, rootOf, type Model } from "../language/model/analyze.ts";
import {
  assemble,
  hasHeader,
  refreshed,
  unreadFiles,
  type Library,
  type SetFile,
} from "../language/model/files.ts";
import type { Source } from "../language/model/source.ts";
import { among, filesFrom } from "../language/model/workspace.ts";
import type { FileId } from "../language/text/place.ts";
import { readSetBy, readSource } from "../project/includes.ts";
import { stopIfCancelled, unlessCancelled } from "./cancellation.ts";
import type { Disk } from "./disk.ts";
import type { OpenDocument } from "./documents.ts";
import { shownName } from "./file-id.ts";
import { fileNow } from "./files-now.ts";
import type { ReachableFiles } from "./reachable-files.ts";
import type { Revisions } from "./revisions.ts";
import type { Survey } from "./survey.ts";

/** What is known of the files of a workspace. */
export interface Known {
  readonly files: ReachableFiles;
  readonly folders: readonly FileId[];
  readonly open: Map<FileId, OpenDocument>;
  readonly disk: Disk;
  readonly survey: Survey;
  readonly revisions: Revisions;
  /** Open editors before the disk. */
  readonly library: Library;
  /** By the first file of the set. */
  readonly checks: Map<FileId, Check>;
}

/** The set that begins with the file; the same one again while nothing about it changes. */
export function checkFile(known: Known, id: FileId, source: Source): Check {
  const { checks, library } = known;
  const before = checks.get(id);
  const root = { id, source };
  const set = before ? refreshed(before.model, root, library) : assemble(root, library);
  const standing = set === before?.model ? before.model : analyze(set, before?.model);
  const model = among(standing, surroundings(known, root));
  if (before && model === before.model) return before;
  const checked = check(model, before);
  checks.set(id, checked);
  return checked;
}

export function checksWith(known: Known, document: SetFile): readonly [Check, ...Check[]] {
  // Who waited for files asks about a document that may be an older one by now.
  const { id, source } = known.open.get(document.id) ?? document;
  const sets = hasHeader(source) ? [] : known.survey.setsWith(id);
  const checked = sets.flatMap((set) => checkKnown(known, set));
  // Until a changed file is looked at again, the survey may be wrong about it.
  const [first, ...more] = checked.filter(({ model }) => model.files.some((file) => file.id === id));
  return first ? [first, ...more] : [checkFile(known, id, source)];
}

/** The same, once every file of these sets is read. */
export async function checksOnceRead(
  known: Known,
  document: SetFile,
  token: CancellationToken,
): Promise<readonly [Check, ...Check[]]> {
  const checks = checksWith(known, document);
  const unread = unreadSets(known, document, checks);
  if (unread.length === 0) return checks;
  await unlessCancelled(token, Promise.all(unread.map((set) => loadSet(known, set))));
  return checksWith(known, document);
}

/** Of the sets that the document is a part of, those that are not read, or not as a whole. */
function unreadSets(
  { survey, library }: Known,
  { id }: SetFile,
  checks: readonly Check[],
): readonly FileId[] {
  const begun = checks.filter(({ model }) => unreadFiles(model).length > 0);
  return [
    ...begun.map(({ model }) => rootOf(model)),
    ...survey.setsWith(id).filter((set) => library.read(set) === "unread"),
  ];
}

/** The set as far as it is read; nothing where its own file is not. */
function checkKnown(known: Known, id: FileId): readonly Check[] {
  const source = known.library.read(id);
  return typeof source === "string" ? [] : [checkFile(known, id, source)];
}

export async function checksAround(
  known: Known,
  document: SetFile,
  token: CancellationToken,
): Promise<readonly [Check, ...Check[]]> {
  const sets = new Set([document.id]);
  // A Set grows while it is walked.
  for (const set of sets) {
    const files = (await loadSet(known, set))?.model.files ?? [];
    stopIfCancelled(token);
    for (const { id } of files) known.survey.setsWith(id).forEach((it) => sets.add(it));
  }
  // Nothing is waited for from here on, so that all of it is of one moment.
  const own = checksWith(known, document);
  for (const id of [document.id, ...own.map(({ model }) => rootOf(model))]) sets.delete(id);
  return [...own, ...[...sets].flatMap((set) => checkKnown(known, set))];
}

/** The set once all of its files are read; undefined where it is not there. */
export async function loadSet(known: Known, id: FileId): Promise<Check | undefined> {
  for (;;) {
    const file = await fileNow(known, id);
    if (!file) return undefined;
    const checked = checkFile(known, id, file.source);
    const unread = unreadFiles(checked.model).filter((it) => known.files.pathOf(it) !== undefined);
    if (unread.length === 0) return checked;
    await Promise.all(unread.map(known.disk.load));
  }
}

/** A set, checked; one of whose files nobody has open, and nobody has asked for, is kept nowhere. */
export async function checkOf(known: Known, root: FileId): Promise<Check | undefined> {
  const { files, open, checks, library } = known;
  if (checks.has(root) || open.has(root)) return loadSet(known, root);
  const read = async (id: FileId): Promise<Source | "missing"> =>
    open.get(id)?.source ?? readSource(files, files.pathOf(id) ?? "");
  const source = await read(root);
  if (source === "missing") return undefined;
  const set = await readSetBy(read, library.resolve, { id: root, source });
  return check(among(analyze(set), surroundings(known, { id: root, source })));
}

/** What a set is read from, as a word. */
export function stateOf({ survey, revisions, folders }: Known, root: FileId): string {
  const files = filesFrom(root, survey.files()).map((id) => [id, revisions.of(id)]);
  const namesakes = survey.namesakes(root).map((it) => shownName(it, folders));
  return JSON.stringify([files, namesakes, survey.isWhole()]);
}

/** The document, and the open ones that are in a set with it. */
export function inSetsWith(document: OpenDocument, { checks, open }: Known): readonly OpenDocument[] {
  const sharing = [...checks.values()].filter(({ model }) => wants(model, document.id));
  const files = sharing.flatMap(({ model }) => model.files);
  return [...new Set([document, ...files.flatMap(({ id }) => open.get(id) ?? [])])];
}

/** Whether the file is a part of the set, or would be if it were what its include expects. */
function wants({ files, includes }: Model, id: FileId): boolean {
  return files.some((file) => file.id === id) || includes.some((include) => include.id === id);
}

function surroundings({ survey, folders }: Known, { id, source }: SetFile): Model["surroundings"] {
  const isUnused = survey.isWhole() && !hasHeader(source) && survey.setsWith(id).length === 0;
  return {
    namesakes: survey.namesakes(id).map((it) => shownName(it, folders)),
    includedBy: isUnused ? "nobody" : "unknown",
  };
}
