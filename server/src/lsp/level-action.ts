// The code action that changes how much a finding matters in its project: it edits objectives.json.
import { CodeActionKind } from "vscode-languageserver";
import type * as lsp from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding } from "../language/diagnostics/finding.ts";
import { differences } from "../language/text/differences.ts";
import { sentence } from "../language/text/sentence.ts";
import type { FileId } from "../language/text/place.ts";
import { CONFIG_NAME } from "../project/config.ts";
import { uriOfPath } from "../project/file-uri.ts";
import { nearestWith } from "../project/find-project.ts";
import { joinPath, parentOf } from "../project/paths.ts";
import { withRuleLevel } from "../project/rule-edit.ts";
import type { OpenDocument } from "./documents.ts";
import { folderOf } from "./file-id.ts";
import type { Server } from "./serving.ts";
import { toDiagnostic } from "./to-diagnostic.ts";
import { toTextEdit } from "./to-lsp.ts";

/**
 * Switches a finding off for the project; undefined for an error, which stands in the way of uploading whatever a
 * project says of it, and where the document is no file.
 */
export async function levelAction(
  server: Server,
  { id, lines }: OpenDocument,
  finding: Finding,
): Promise<lsp.CodeAction | undefined> {
  const folder = parentOf(server.files.pathOf(id) ?? "");
  if (finding.severity === "error" || folder === undefined) return undefined;
  const configured = await nearestWith(server.files, folder, CONFIG_NAME);
  const path = joinPath(configured ?? rootOf(server, id) ?? folder, CONFIG_NAME);
  const reading = await server.files.readFile(path);
  const before = reading.ok ? reading.value : undefined;
  const after = withRuleLevel(before, finding.code, "off");
  const edit = before === undefined ? creation(server, path, after) : change(path, before, after);
  return (
    edit && {
      title: server.inWords(sentence`Switch off '${finding.code}' in ${CONFIG_NAME}`),
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(lines, finding, server)],
      edit,
    }
  );
}

/** The folder of the workspace that the file is in: where a new objectives.json belongs. */
function rootOf({ folders, files }: Server, id: FileId): string | undefined {
  const folder = folderOf(id, folders);
  return folder === undefined ? undefined : files.pathOf(folder);
}

function change(path: string, before: string, after: string): lsp.WorkspaceEdit | undefined {
  const lines = TextDocument.create("", "json", 0, before);
  const edits = differences(before, after);
  if (edits.length === 0) return undefined;
  return { changes: { [uriOfPath(path)]: edits.map((edit) => toTextEdit(lines, edit)) } };
}

/** Only where the client can make files by an edit. */
function creation({ client }: Server, path: string, text: string): lsp.WorkspaceEdit | undefined {
  if (client.creatingFiles === "unknown") return undefined;
  const uri = uriOfPath(path);
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: "create", uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
    ],
  };
}
