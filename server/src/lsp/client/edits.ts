// What a client can carry out of an edit, and how it lets people choose one.
import type { ClientCapabilities, CodeActionClientCapabilities } from "vscode-languageserver";
import { known, type Support } from "./support.ts";

export interface ClientEdits {
  /** Whether an edit may say for which version of a document it is. */
  readonly versionedEdits: Support;
  /** Whether an edit may make files. */
  readonly creatingFiles: Support;
  /** Whether an edit may have places to type over. */
  readonly snippetEdits: Support;
  /** Whether an edit may say what it is for, and ask to be confirmed. */
  readonly changeAnnotations: Support;
  /** Whether what an action does may be left open until it is chosen. */
  readonly lateEdits: Support;
  /** Whether it shows why an action cannot be done. */
  readonly disabledActions: Support;
  /** Whether it can be told what stands at a place before it is renamed. */
  readonly prepareRename: Support;
}

export function editsOf({ textDocument = {}, workspace = {} }: ClientCapabilities): ClientEdits {
  const { documentChanges = false, resourceOperations = [], ...edits } = workspace.workspaceEdit ?? {};
  return {
    versionedEdits: known(documentChanges),
    creatingFiles: known(documentChanges && resourceOperations.includes("create")),
    snippetEdits: known(documentChanges && edits.snippetEditSupport),
    changeAnnotations: known(documentChanges && edits.changeAnnotationSupport !== undefined),
    lateEdits: lateEditsOf(textDocument.codeAction),
    disabledActions: known(textDocument.codeAction?.disabledSupport),
    prepareRename: known(textDocument.rename?.prepareSupport),
  };
}

/** What is done may come late only where the action still says then which one it is, and what comes after it. */
function lateEditsOf(actions: CodeActionClientCapabilities | undefined): Support {
  const late = actions?.resolveSupport?.properties ?? [];
  return known(["edit", "command"].every((it) => late.includes(it)) && actions?.dataSupport);
}
