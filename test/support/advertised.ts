// Every request that a server says it answers, with params for a place: what is new in its capabilities joins by itself.
import type { Position, Range, ServerCapabilities } from "vscode-languageserver/node";
import type { Requests } from "../../server/src/protocol.ts";

export interface Where {
  readonly uri: string;
  readonly position: Position;
  readonly range: Range;
  /** Whatever the server answered last: what is resolved is an item of it, or no such item at all. */
  readonly latest: unknown;
}

export interface Asking {
  readonly method: string;
  readonly params: (where: Where) => object;
  /** Whether its answer depends on the texts alone. */
  readonly isStateless: boolean;
}

type Params = Asking["params"];

const options = { tabSize: 2, insertSpaces: true };
const inDocument: Params = ({ uri }) => ({ textDocument: { uri } });
const atPlace: Params = ({ uri, position }) => ({ textDocument: { uri }, position });
const inRange: Params = ({ uri, range }) => ({ textDocument: { uri }, range });
const anItem: Params = ({ latest, range }) => ({
  label: "item",
  title: "item",
  name: "item",
  kind: 12,
  uri: "file:///nowhere.objectives",
  range,
  selectionRange: range,
  ...firstIn(latest),
});
const ofItem: Params = (where) => ({ item: anItem(where) });

/** By the name of a capability; what is in its options is asked for as well, where it is there. */
const BY_CAPABILITY: Readonly<Record<string, Readonly<Record<string, Params>>>> = {
  completionProvider: { "textDocument/completion": atPlace },
  "completionProvider.resolveProvider": { "completionItem/resolve": anItem },
  hoverProvider: { "textDocument/hover": atPlace },
  signatureHelpProvider: { "textDocument/signatureHelp": atPlace },
  declarationProvider: { "textDocument/declaration": atPlace },
  definitionProvider: { "textDocument/definition": atPlace },
  typeDefinitionProvider: { "textDocument/typeDefinition": atPlace },
  implementationProvider: { "textDocument/implementation": atPlace },
  referencesProvider: {
    "textDocument/references": (where) => ({ ...atPlace(where), context: { includeDeclaration: true } }),
  },
  documentHighlightProvider: { "textDocument/documentHighlight": atPlace },
  documentSymbolProvider: { "textDocument/documentSymbol": inDocument },
  codeActionProvider: {
    "textDocument/codeAction": (where) => ({ ...inRange(where), context: { diagnostics: [] } }),
  },
  "codeActionProvider.resolveProvider": { "codeAction/resolve": anItem },
  codeLensProvider: { "textDocument/codeLens": inDocument },
  "codeLensProvider.resolveProvider": { "codeLens/resolve": anItem },
  documentLinkProvider: { "textDocument/documentLink": inDocument },
  "documentLinkProvider.resolveProvider": { "documentLink/resolve": anItem },
  colorProvider: { "textDocument/documentColor": inDocument },
  workspaceSymbolProvider: { "workspace/symbol": ({ uri }) => ({ query: uri.at(-14) ?? "" }) },
  "workspaceSymbolProvider.resolveProvider": { "workspaceSymbol/resolve": anItem },
  documentFormattingProvider: { "textDocument/formatting": (where) => ({ ...inDocument(where), options }) },
  documentRangeFormattingProvider: {
    "textDocument/rangeFormatting": (where) => ({ ...inRange(where), options }),
  },
  "documentRangeFormattingProvider.rangesSupport": {
    "textDocument/rangesFormatting": ({ uri, range }) => ({
      textDocument: { uri },
      ranges: [range],
      options,
    }),
  },
  documentOnTypeFormattingProvider: {
    "textDocument/onTypeFormatting": (where) => ({ ...atPlace(where), ch: "}", options }),
  },
  renameProvider: { "textDocument/rename": (where) => ({ ...atPlace(where), newName: "renamed" }) },
  "renameProvider.prepareProvider": { "textDocument/prepareRename": atPlace },
  foldingRangeProvider: { "textDocument/foldingRange": inDocument },
  selectionRangeProvider: {
    "textDocument/selectionRange": ({ uri, position }) => ({ textDocument: { uri }, positions: [position] }),
  },
  linkedEditingRangeProvider: { "textDocument/linkedEditingRange": atPlace },
  callHierarchyProvider: {
    "textDocument/prepareCallHierarchy": atPlace,
    "callHierarchy/incomingCalls": ofItem,
    "callHierarchy/outgoingCalls": ofItem,
  },
  typeHierarchyProvider: { "textDocument/prepareTypeHierarchy": atPlace },
  monikerProvider: { "textDocument/moniker": atPlace },
  "semanticTokensProvider.full": { "textDocument/semanticTokens/full": inDocument },
  "semanticTokensProvider.full.delta": {
    "textDocument/semanticTokens/full/delta": (where) => ({ ...inDocument(where), previousResultId: "1" }),
  },
  "semanticTokensProvider.range": { "textDocument/semanticTokens/range": inRange },
  inlayHintProvider: { "textDocument/inlayHint": inRange },
  "inlayHintProvider.resolveProvider": { "inlayHint/resolve": anItem },
  inlineValueProvider: { "textDocument/inlineValue": inRange },
  diagnosticProvider: { "textDocument/diagnostic": inDocument },
  "diagnosticProvider.workspaceDiagnostics": { "workspace/diagnostic": () => ({ previousResultIds: [] }) },
  executeCommandProvider: {
    "workspace/executeCommand": () => ({ command: "objectives.none", arguments: [] }),
  },
  "workspace.textDocumentContent": {
    "workspace/textDocumentContent": ({ uri, position }) => ({
      uri: `objectives-${position.line % 2 === 0 ? "compiled" : "mermaid"}:/x?${encodeURIComponent(uri)}`,
    }),
  },
  "workspace.fileOperations.willRename": {
    "workspace/willRenameFiles": ({ uri }) => ({
      files: [{ oldUri: uri, newUri: `${uri}.moved.objectives` }],
    }),
  },
};

/** What is no provider, and nothing to ask for. */
const NO_QUESTIONS = /^(positionEncoding|textDocumentSync|notebookDocumentSync|experimental|workspace)$/;

const JSON_OF_A_SET = '[{"objective_name":"greet","objective_prompt":"Hello."}]';

const OUR_OWN: Readonly<Record<keyof Requests, Params>> = {
  "objectives/graph": ({ uri }) => ({ uri }),
  "objectives/reveal": ({ uri }) => ({ uri, id: "greet" }),
  "objectives/nodeAt": ({ uri, position }) => ({ uri, position }),
  "objectives/exportGraph": ({ uri, position }) => ({
    uri,
    format: (["svg", "mermaid", "json"] as const)[position.line % 3],
    theme: "light",
  }),
  "objectives/compile": ({ uri }) => ({ uri, params: { who: "me" } }),
  "objectives/sourceAt": ({ uri, position }) => ({ uri, json: JSON_OF_A_SET, position }),
  "objectives/pull": ({ uri }) => ({ uri, json: JSON_OF_A_SET }),
  "objectives/paste": ({ uri, range, position }) => ({
    uri,
    range,
    text: position.line % 2 === 0 ? JSON_OF_A_SET : "Ask how they are.",
  }),
  "objectives/include": ({ uri }) => ({ uri, files: ["file:///nowhere.objectives"] }),
  "objectives/sets": () => ({}),
  "objectives/flowTree": ({ uri, position }) => ({
    uri,
    ...(position.line % 2 === 0 ? {} : { parent: "greet" }),
  }),
  "objectives/flowTreePath": ({ uri, position }) =>
    position.line % 2 === 0 ? { uri, position } : { uri, node: "greet" },
  "objectives/flowTreeTip": ({ uri }) => ({ uri, id: "greet" }),
  "objectives/uploadState": ({ uri }) => ({ uri }),
  "objectives/decompile": ({ position }) => ({ json: position.line % 2 === 0 ? JSON_OF_A_SET : "{" }),
};

/** Answers that are about answers before. */
const HAS_MEMORY = /resolve$|\/delta$|Calls$|^objectives\/graph$/;

export function requestsOf(capabilities: ServerCapabilities): readonly Asking[] {
  const named = Object.entries(BY_CAPABILITY).flatMap(([name, asks]) =>
    isOffered(capabilities, name) ? Object.entries(asks) : [],
  );
  return [...named, ...Object.entries(OUR_OWN)].map(([method, params]) => ({
    method,
    params,
    isStateless: !HAS_MEMORY.test(method),
  }));
}

/** Capabilities that this table knows no questions for. */
export function unknownIn(capabilities: ServerCapabilities): readonly string[] {
  const known = new Set(Object.keys(BY_CAPABILITY).map((name) => name.split(".")[0]));
  return Object.keys(capabilities).filter((name) => !known.has(name) && !NO_QUESTIONS.test(name));
}

function isOffered(capabilities: ServerCapabilities, name: string): boolean {
  let value: unknown = capabilities;
  for (const part of name.split(".")) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined;
  }
  return value !== undefined && value !== false;
}

function firstIn(answer: unknown): object {
  const list: unknown = Array.isArray(answer) ? answer : Reflect.get(Object(answer) as object, "items");
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return typeof first === "object" && first !== null ? first : {};
}
