// What the editor at the other end can do, as far as answers depend on it.
import type {
  InitializeParams,
  TextDocumentClientCapabilities,
  WorkspaceClientCapabilities,
} from "vscode-languageserver";
import type { Translation } from "../language/text/sentence.ts";

export interface Client {
  /** Whether it asks for findings itself; else they are sent to it. */
  readonly findings: "pulled" | "pushed";
  readonly snippets: "understood" | "unknown";
  /** Whether a completion may name the typed part and the whole word. */
  readonly insertReplace: "understood" | "unknown";
  readonly definitionLinks: "understood" | "unknown";
  readonly outline: "tree" | "list";
  /** Whether it may be told to ask for findings again. */
  readonly asksAgain: "understood" | "unknown";
  /** Whether an edit may say for which version of a document it is. */
  readonly versionedEdits: "understood" | "unknown";
  /** Whether an edit may make files. */
  readonly creatingFiles: "understood" | "unknown";
  /** Whether it can be told what stands at a place before it is renamed. */
  readonly prepareRename: "understood" | "unknown";
  /** Whether a finding may lead to the page that explains it. */
  readonly codePages: "understood" | "unknown";
  /** Whether it tells of files that change. */
  readonly watchedFiles: "understood" | "unknown";
  readonly relatedPlaces: "understood" | "unknown";
  readonly hover: "markdown" | "plain text";
  /** The editor's command that opens completion again; undefined where it has none. */
  readonly completeAgain: string | undefined;
  /** The words of its reader's language; what is missing stays English. */
  readonly translation: Translation;
}

/** Reads what the client says of itself; what it does not say, it cannot do. */
export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument = {}, workspace } = capabilities;
  const { findings, completeAgain, translation } = wishesOf(initializationOptions);
  const { diagnostic, publishDiagnostics, hover, documentSymbol, definition, rename } = textDocument;
  return {
    ...completionOf(textDocument.completion?.completionItem),
    completeAgain,
    translation,
    findings: diagnostic && findings !== "pushed" ? "pulled" : "pushed",
    ...workspaceOf(workspace),
    relatedPlaces: known(publishDiagnostics?.relatedInformation),
    codePages: known(publishDiagnostics?.codeDescriptionSupport),
    prepareRename: known(rename?.prepareSupport),
    hover: hover?.contentFormat?.[0] === "plaintext" ? "plain text" : "markdown",
    outline: documentSymbol?.hierarchicalDocumentSymbolSupport === true ? "tree" : "list",
    definitionLinks: known(definition?.linkSupport),
  };
}

function workspaceOf(
  workspace: WorkspaceClientCapabilities | undefined,
): Pick<Client, "asksAgain" | "watchedFiles" | "versionedEdits" | "creatingFiles"> {
  const { documentChanges = false, resourceOperations = [] } = workspace?.workspaceEdit ?? {};
  return {
    versionedEdits: known(documentChanges),
    creatingFiles: known(documentChanges && resourceOperations.includes("create")),
    asksAgain: known(workspace?.diagnostics?.refreshSupport),
    watchedFiles: known(workspace?.didChangeWatchedFiles?.dynamicRegistration),
  };
}

type ItemCapabilities = NonNullable<TextDocumentClientCapabilities["completion"]>["completionItem"];

function completionOf(item: ItemCapabilities): Pick<Client, "snippets" | "insertReplace"> {
  return { snippets: known(item?.snippetSupport), insertReplace: known(item?.insertReplaceSupport) };
}

function known(support: boolean | undefined): "understood" | "unknown" {
  return support === true ? "understood" : "unknown";
}

/**
 * What a client may ask for by its options: to be sent findings although it could ask for them, `completeAgain`, and other
 * words than English ones.
 */
function wishesOf(options: unknown): Wishes {
  const given = new Map(Object.entries(objectOf(options)));
  const word = (name: string): string | undefined => textOf(given.get(name));
  return {
    findings: word("findings"),
    completeAgain: word("completeAgain"),
    translation: wordsOf(given.get("translation")),
  };
}

interface Wishes {
  readonly findings: string | undefined;
  readonly completeAgain: string | undefined;
  readonly translation: Translation;
}

function wordsOf(given: unknown): Translation {
  const words = Object.entries(objectOf(given)).filter(([, said]) => typeof said === "string");
  return Object.fromEntries(words);
}

function objectOf(given: unknown): object {
  return typeof given === "object" && given !== null ? given : {};
}

function textOf(given: unknown): string | undefined {
  return typeof given === "string" ? given : undefined;
}
