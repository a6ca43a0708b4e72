// What there is to say about every file of the workspace, found anew only where something may have changed.
import type { CancellationToken, Diagnostic } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Check } from "../language/diagnostics/check.ts";
import { groupedBy } from "../language/text/grouped.ts";
import type { FileId } from "../language/text/place.ts";
import { stopIfCancelled } from "./cancellation.ts";
import type { Server } from "./serving.ts";
import { toDiagnostic } from "./to-diagnostic.ts";
import type { FileLines } from "./file-lines.ts";

export interface FileFindings {
  readonly file: FileId;
  readonly items: Diagnostic[];
}

export interface WorkspaceFindings {
  /** Every file in turn, those of a set as soon as it is checked; a fragment once all of its sets are. */
  readonly files: (
    token: CancellationToken,
    tell: (percentage: number) => void,
  ) => AsyncIterable<FileFindings>;
}

/** What was found in the files of a set, while what it is read from is as it was. */
interface Found {
  readonly state: string;
  readonly byFile: ReadonlyMap<FileId, Diagnostic[]>;
}

/** No set is kept: findings are small, and a workspace may have thousands of sets. */
export function workspaceFindings(server: Server): WorkspaceFindings {
  const found = new Map<FileId, Found>();
  let levelChanges = 0;
  server.rules.onDidChange(() => (levelChanges += 1));
  const bringUpToDate = async (root: FileId): Promise<Found> => {
    const state = `${server.workspace.stateOf(root)} ${levelChanges}`;
    const before = found.get(root);
    if (before?.state === state) return before;
    const now = { state, byFile: await findingsFrom(server, root) };
    found.set(root, now);
    return now;
  };
  return {
    async *files(token, tell) {
      const roots = await server.workspace.roots(token);
      forgetOthers(found, roots);
      const isRoot = new Set(roots);
      const fragments: FileFindings[] = [];
      for (const [index, root] of roots.entries()) {
        const { byFile } = await bringUpToDate(root);
        stopIfCancelled(token);
        for (const [file, items] of byFile) {
          if (isRoot.has(file)) yield { file, items };
          else fragments.push({ file, items });
        }
        tell((100 * (index + 1)) / roots.length);
      }
      yield* [...groupedBy(fragments, ({ file }) => file)].map(([file, of]) => ({
        file,
        items: together(of),
      }));
    },
  };
}

async function findingsFrom(server: Server, root: FileId): Promise<ReadonlyMap<FileId, Diagnostic[]>> {
  const checked = await server.workspace.checkOf(root);
  if (!checked) return new Map();
  await Promise.all(checked.model.files.map(server.rules.ready));
  const saying = { ...server, workspace: { fileOf: linesIn(server, checked) } };
  const files = checked.model.files.map((file) => {
    const own = server.rules.applied(file, checked).filter((finding) => finding.file === file.id);
    const items = own.map((it) => toDiagnostic(saying.workspace.fileOf(file.id).lines, it, saying));
    return [file.id, items] as const;
  });
  return new Map(files);
}

/** The files of a check with their lines, which are counted only where something is said of them. */
function linesIn({ documents }: Server, { model }: Check): (id: FileId) => FileLines {
  const known = new Map<FileId, FileLines>();
  return (id) => {
    const source = model.files.find((file) => file.id === id)?.source;
    const text = source ? source.text : "";
    const made = { uri: id, version: null, lines: TextDocument.create(id, "objectives", 0, text) };
    const lines = known.get(id) ?? documents.all().find((it) => it.id === id) ?? made;
    known.set(id, lines);
    return lines;
  };
}

function forgetOthers(found: Map<FileId, Found>, roots: readonly FileId[]): void {
  const left = new Set(roots);
  for (const root of found.keys()) if (!left.has(root)) found.delete(root);
}

/** What several sets say of one fragment: said once where they say the same, in the order of the places. */
function together([only, ...more]: readonly FileFindings[]): Diagnostic[] {
  const first = only?.items ?? [];
  if (more.length === 0) return first;
  const all = [...first, ...more.flatMap(({ items }) => items)];
  return [...new Map(all.map((item) => [keyOf(item), item])).values()].sort(byPlace);
}

function keyOf({ code, range, severity, message }: Diagnostic): string {
  return JSON.stringify([code, range, severity, message]);
}

function byPlace({ range: one }: Diagnostic, { range: other }: Diagnostic): number {
  return one.start.line - other.start.line || one.start.character - other.start.character;
}
