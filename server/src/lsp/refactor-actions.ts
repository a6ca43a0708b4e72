// Code actions that refactor: cheap to offer, and carried out when one is chosen.
import { ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type * as lsp from "vscode-languageserver";
import { REFACTORING_KINDS, refactoringsOf, type RefactoringKind } from "../language/features/refactor.ts";
import { carriedOut, type CarriedOut } from "../language/features/refactor/carried-out.ts";
import type { Asking, Refactoring } from "../language/features/refactor/refactoring.ts";
import { sortFile } from "../language/features/refactor/sort-objectives.ts";
import { sentence } from "../language/text/sentence.ts";
import type { Span } from "../language/text/span.ts";
import { baseName, parentOf } from "../project/paths.ts";
import type { OpenDocument } from "./documents.ts";
import { includedId } from "./file-id.ts";
import { fromRange } from "./from-lsp.ts";
import type { Server } from "./serving.ts";
import { toWorkspaceEdit } from "./to-lsp.ts";
import { toSnippetEdit } from "./to-snippet.ts";

/** Sorts on saving, for instance; in the menu of every line it would be in the way. */
const SORT = "source.sortObjectives";

type Kind = RefactoringKind | typeof SORT;

export const REFACTOR_ACTION_KINDS: readonly Kind[] = [...REFACTORING_KINDS, SORT];

/** Which refactoring of which text an action is: enough to carry it out when it is chosen. */
interface Chosen {
  readonly uri: string;
  readonly version: number;
  readonly span: Span;
  readonly kind: Kind;
  /** Among those of its kind. */
  readonly index: number;
}

export async function refactorActions(
  server: Server,
  document: OpenDocument,
  { range, context: { only } }: lsp.CodeActionParams,
  token: lsp.CancellationToken,
): Promise<lsp.CodeAction[]> {
  const isWanted = (kind: string): boolean =>
    only === undefined ? kind !== SORT : only.some((it) => kind === it || kind.startsWith(`${it}.`));
  const kinds = REFACTOR_ACTION_KINDS.filter(isWanted);
  if (kinds.length === 0) return [];
  const { client } = server;
  const span = fromRange(document.lines, range);
  const asking = await askingAbout(server, document, {
    span,
    beside: client.lateEdits === "unknown" ? "looked at" : "unknown",
    token,
  });
  // Why something cannot be done is for whoever asks for it.
  const showsRefusals = only !== undefined && client.disabledActions === "understood";
  return kinds.flatMap((kind) =>
    refactoringsFor(kind, asking).flatMap((it, index) => {
      const chosen = { uri: document.uri, version: document.version, span, kind, index };
      const action = actionFor(server, asking, it, chosen);
      return action.disabled && !showsRefusals ? [] : [action];
    }),
  );
}

/** The action that was chosen, with what it does; as it is, where it is none of these. */
export async function resolvedRefactoring(
  server: Server,
  action: lsp.CodeAction,
  token: lsp.CancellationToken,
): Promise<lsp.CodeAction> {
  const chosen = chosenOf(action.data);
  if (!chosen) return action; // a fix says all that it does at once
  const { uri, version, span, kind, index } = chosen;
  const document = server.documents.get(uri);
  if (!document || document.version !== version)
    throw new ResponseError(
      LSPErrorCodes.ContentModified,
      server.inWords(sentence`The text has changed since this was offered.`),
    );
  const asking = await askingAbout(server, document, { span, beside: "looked at", token });
  const found = refactoringsFor(kind, asking)[index];
  const done = found && outcomeOf(asking, found);
  if (!done || "refused" in done)
    throw new ResponseError(ErrorCodes.InvalidParams, done ? server.inWords(done.refused) : action.title);
  return { ...action, ...carrying(server, document, done) };
}

/** A client may hand back anything. */
function chosenOf(data: unknown): Chosen | undefined {
  const { uri, version, span, kind, index } = (data ?? {}) as Readonly<Partial<Chosen>>;
  if (typeof uri !== "string" || typeof version !== "number" || typeof index !== "number") return undefined;
  return span && kind && REFACTOR_ACTION_KINDS.includes(kind)
    ? { uri, version, span, kind, index }
    : undefined;
}

interface AskedOf {
  readonly span: Span;
  readonly beside: "looked at" | "unknown";
  readonly token: lsp.CancellationToken;
}

async function askingAbout(
  server: Server,
  document: OpenDocument,
  { span, beside, token }: AskedOf,
): Promise<Asking> {
  const names = await namesBeside(server, document, beside);
  const sets = await server.workspace.checksAround(document, token);
  return { sets, selection: { file: document.id, span }, beside: names };
}

/** The files of the folder in which a new one would be; undefined where none can be made. */
async function namesBeside(
  { client, files }: Server,
  { id }: OpenDocument,
  beside: "looked at" | "unknown",
): Promise<ReadonlySet<string> | undefined> {
  if (client.creatingFiles === "unknown" || id.startsWith("untitled:")) return undefined;
  const own = baseName(id);
  const folder = parentOf(files.pathOf(id) ?? "");
  if (beside === "unknown" || folder === undefined) return new Set([own]);
  const listed = await files.list(folder);
  return new Set([own, ...(listed.ok ? listed.value.map(({ name }) => name) : [])]);
}

function refactoringsFor(kind: Kind, asking: Asking): readonly Refactoring[] {
  if (kind !== SORT) return refactoringsOf(kind, asking);
  return sortFile(asking.sets[0].model, asking.selection.file);
}

function actionFor(server: Server, asking: Asking, refactoring: Refactoring, chosen: Chosen): lsp.CodeAction {
  const { client, inWords } = server;
  const action = { title: inWords(refactoring.title), kind: chosen.kind };
  if ("refused" in refactoring) return { ...action, disabled: { reason: inWords(refactoring.refused) } };
  if (client.lateEdits === "understood") return { ...action, data: chosen };
  const done = carriedOut(asking.sets, refactoring.draft());
  if ("refused" in done) return { ...action, disabled: { reason: inWords(done.refused) } };
  const document = server.documents.get(chosen.uri);
  return document ? { ...action, ...carrying(server, document, done) } : action;
}

function outcomeOf({ sets }: Asking, refactoring: Refactoring): ReturnType<typeof carriedOut> {
  return "refused" in refactoring ? refactoring : carriedOut(sets, refactoring.draft());
}

/** What is to be done, and then: somebody may want to choose another name for what is new. */
function carrying(
  server: Server,
  document: OpenDocument,
  done: CarriedOut,
): Pick<lsp.CodeAction, "edit" | "command"> {
  const { inWords } = server;
  const { renameAt, snippetEdits } = server.client;
  const { named } = done;
  const edit = withNewFile(server, document, done);
  if (named && renameAt !== undefined) {
    const position = { line: named.position.line, character: named.position.column };
    const { uri } = server.workspace.fileOf(named.file);
    return {
      edit,
      command: { title: inWords(sentence`Rename`), command: renameAt, arguments: [uri, position] },
    };
  }
  if (named?.together && snippetEdits === "understood")
    return { edit: toSnippetEdit(server, named.file, named.together) };
  return { edit };
}

function withNewFile(
  server: Server,
  { id }: OpenDocument,
  { edits, newFile }: CarriedOut,
): lsp.WorkspaceEdit {
  const edit = toWorkspaceEdit(server, edits);
  const uri = newFile && includedId(id, newFile.path, server.folders);
  if (uri === undefined) return edit;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: "create", uri, options: { overwrite: false, ignoreIfExists: false } },
      {
        textDocument: { uri, version: null },
        edits: [{ range: { start, end: start }, newText: newFile?.text ?? "" }],
      },
      ...(edit.documentChanges ?? []),
    ],
  };
}
