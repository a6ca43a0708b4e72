// Files of the workspace as they are now: as editors have them open, or else as they are on the disk.
import { hasHeader, type SetFile } from "../language/model/files.ts";
import { summaryOf } from "../language/model/workspace.ts";
import type { FileId } from "../language/text/place.ts";
import type { Disk } from "./disk.ts";
import type { OpenDocument } from "./documents.ts";
import { openFileSymbols, type FileSymbols } from "./file-symbols.ts";
import type { Survey } from "./survey.ts";

export interface Files {
  readonly open: ReadonlyMap<FileId, OpenDocument>;
  readonly disk: Disk;
  readonly survey: Survey;
}

/** Undefined where it is not there. */
export async function fileNow({ open, disk }: Files, id: FileId): Promise<SetFile | undefined> {
  const document = open.get(id);
  if (document) return document;
  const source = await disk.load(id);
  return source === "missing" ? undefined : { id, source };
}

/** The files that are meant, or include one that is. */
export async function filesAbout(
  files: Files,
  isMeant: (id: FileId) => boolean,
): Promise<readonly SetFile[]> {
  const found = await Promise.all(files.survey.filesAbout(isMeant).map((id) => fileNow(files, id)));
  return found.filter((file) => file !== undefined);
}

/** What the files declare, open ones first: each in the order of their names, whichever was found first. */
export function symbolsOf({ open, survey }: Files): readonly FileSymbols[] {
  const closed = [...survey.symbols()].filter(({ file }) => !open.has(file));
  return [Array.from(open.values(), openFileSymbols), closed].flatMap((it) => it.toSorted(byName));
}

function byName({ file: one }: FileSymbols, { file: other }: FileSymbols): number {
  return one < other ? -1 : 1;
}

export interface NamedSet {
  readonly id: FileId;
  /** As its client spells it. */
  readonly uri: string;
  /** With its params as they are written; "" where it has none. */
  readonly name: string;
}

/** The sets of the workspace's folders, and open ones wherever they are. */
export function setsOf({ survey, open }: Files): readonly NamedSet[] {
  const surveyed = [...survey.files()].filter(([, { kind }]) => kind === "set");
  const names = new Map(surveyed.map(([id, { name }]) => [id, name]));
  for (const { id, source } of open.values())
    if (hasHeader(source)) names.set(id, summaryOf(source, () => undefined).name);
  return [...names]
    .map(([id, name]) => ({ id, uri: open.get(id)?.uri ?? id, name }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

export function isOpenSet({ open }: Files, id: FileId): boolean {
  const document = open.get(id);
  return document !== undefined && hasHeader(document.source);
}
