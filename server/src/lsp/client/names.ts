// What a client can show of what is known by name, and of the files that names stand in.
import type { ClientCapabilities } from "vscode-languageserver";
import { markupForm, type MarkupForm } from "../to-markup.ts";
import { known, type Support } from "./support.ts";

export interface ClientNames {
  /** The form of what explains a word; a hint is explained in the same, for the protocol has no form of its own for that. */
  readonly hover: MarkupForm;
  readonly outline: "tree" | "list";
  readonly definitionLinks: Support;
  readonly linkedEditing: Support;
  /** Whether it asks who leads to whom, as it does of functions and their calls. */
  readonly hierarchies: Support;
  /** Whether a link may say what it leads to. */
  readonly linkTooltips: Support;
  /** Whether it tells of files that change. */
  readonly watchedFiles: Support;
  /** Whether it asks what else changes before it renames a file, and whether it tells of it afterwards. */
  readonly renamingFiles: Support;
  readonly renamedFiles: Support;
  /** Whether it can be told that a document which the server makes is another one now. */
  readonly madeDocuments: Support;
}

export function namesOf({ textDocument = {}, workspace = {} }: ClientCapabilities): ClientNames {
  const { hover, documentSymbol, definition, linkedEditingRange, callHierarchy, documentLink } = textDocument;
  return {
    hover: markupForm(hover?.contentFormat),
    outline: documentSymbol?.hierarchicalDocumentSymbolSupport === true ? "tree" : "list",
    definitionLinks: known(definition?.linkSupport),
    linkedEditing: known(linkedEditingRange !== undefined),
    hierarchies: known(callHierarchy !== undefined),
    linkTooltips: known(documentLink?.tooltipSupport),
    watchedFiles: known(workspace.didChangeWatchedFiles?.dynamicRegistration),
    renamingFiles: known(workspace.fileOperations?.willRename),
    renamedFiles: known(workspace.fileOperations?.didRename),
    madeDocuments: known(workspace.textDocumentContent !== undefined),
  };
}
