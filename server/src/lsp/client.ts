// What the editor at the other end can do, as far as answers depend on it.
import type { InitializeParams } from "vscode-languageserver";

export interface Client {
  /** Whether it asks for findings itself; else they are sent to it. */
  readonly findings: "pulled" | "pushed";
  readonly snippets: "understood" | "unknown";
  /** Whether a completion may name the typed part and the whole word. */
  readonly insertReplace: "understood" | "unknown";
  readonly definitionLinks: "understood" | "unknown";
  readonly outline: "tree" | "list";
  readonly relatedPlaces: "understood" | "unknown";
  readonly hover: "markdown" | "plain text";
  /** The editor's command that opens completion again; undefined where it has none. */
  readonly completeAgain: string | undefined;
}

/** Reads what the client says of itself; what it does not say, it cannot do. */
export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument } = capabilities;
  const item = textDocument?.completion?.completionItem;
  const formats = textDocument?.hover?.contentFormat;
  return {
    findings: textDocument?.diagnostic ? "pulled" : "pushed",
    snippets: known(item?.snippetSupport),
    insertReplace: known(item?.insertReplaceSupport),
    definitionLinks: known(textDocument?.definition?.linkSupport),
    outline: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true ? "tree" : "list",
    relatedPlaces: known(textDocument?.publishDiagnostics?.relatedInformation),
    hover: formats?.[0] === "plaintext" ? "plain text" : "markdown",
    completeAgain: completeAgainOf(initializationOptions),
  };
}

function known(support: boolean | undefined): "understood" | "unknown" {
  return support === true ? "understood" : "unknown";
}

function completeAgainOf(options: unknown): string | undefined {
  if (typeof options !== "object" || options === null || !("completeAgain" in options)) return undefined;
  return typeof options.completeAgain === "string" ? options.completeAgain : undefined;
}
