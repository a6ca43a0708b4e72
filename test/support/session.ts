// A client that does anything in any order, and knows what should be there afterwards: for what must hold of every session.
import fc from "fast-check";
import {
  CancellationTokenSource,
  Message,
  type ClientCapabilities,
  type InitializeResult,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientRequests, TargetUpload } from "../../server/src/protocol.ts";
import { memoryFileSystem, type MemoryFileSystem } from "../project/memory-file-system.ts";
import { ABLE_TO_COMPLETE } from "./able.ts";
import { requestsOf, type Asking, type Where } from "./advertised.ts";
import { lspPair, type LspPair } from "./lsp-pair.ts";

export const FOLDER = "/flows";
const NAMES = ["main", "other", "closing", "opening", "deep/part"];
export const FILES = NAMES.map((name) => `${FOLDER}/${name}.objectives`);

/** What a client does next; numbers choose among what there is at that moment. */
export type Step =
  | { readonly does: "open"; readonly file: number; readonly text: number }
  | {
      readonly does: "edit";
      readonly file: number;
      readonly from: number;
      readonly length: number;
      readonly text: string;
    }
  | { readonly does: "replace"; readonly file: number; readonly text: number }
  | { readonly does: "close"; readonly file: number }
  | { readonly does: "write"; readonly file: number; readonly text: number }
  | { readonly does: "delete"; readonly file: number }
  | { readonly does: "move"; readonly file: number; readonly to: number }
  | { readonly does: "upload"; readonly file: number; readonly text: number }
  | { readonly does: "configure"; readonly level: string | undefined }
  | {
      readonly does: "ask";
      readonly file: number;
      readonly request: number;
      readonly place: number;
      readonly cancels: boolean;
    }
  | { readonly does: "wait" };

const TEXTS = [
  'objectives "Main"\ninclude "./closing.objectives"\nobjective greet { prompt "Greet ${who}." collect mood -> close }\nparam who = "you"\n',
  'objectives "Main"\r\n\r\nobjective greet {\r\n\tprompt "👋 Greet."\r\n\t-> wait when "busy"\r\n\t-> greet\r\n}\r\nobjective wait { prompt "Wait." }\r\n',
  'objective close { prompt "Close." -> gone }\n',
  'include "./deep/part.objectives"\nobjective open { prompt "Open." }\nscenario "s" { open -> close }\n',
  '\uFEFFobjective a {\n  prompt """\n    Say 🎈.\n    """\n  callback "https://a.example.com"\n}\n// end',
  'objectives "Broken\nobjective { prompt "\n-> -> x {\n',
  "",
];
const PIECES = [
  "",
  "x",
  "\n",
  "\r\n",
  '"',
  "{",
  "}",
  "-> close",
  "👋",
  'objective new { prompt "N." }\n',
  '"""',
  "\u0000",
  "// c\n",
  "\ud800",
];

const file = fc.nat(FILES.length - 1);
const text = fc.nat(TEXTS.length - 1);

export const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant("open" as const), file, text }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("edit" as const),
      file,
      from: fc.nat(400),
      length: fc.oneof(fc.nat(3), fc.nat(200)),
      text: fc.constantFrom(...PIECES),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("replace" as const), file, text }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("close" as const), file }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("write" as const), file, text }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("delete" as const), file }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("move" as const), file, to: file }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("upload" as const), file, text }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant("configure" as const),
      level: fc.constantFrom(undefined, "off", "hint", "loud"),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant("ask" as const),
      file,
      request: fc.nat(1000),
      place: fc.nat(500),
      cancels: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ does: "wait" as const }) },
);

/** All that a client can say of itself, so that all is offered to it. */
const ABLE: ClientCapabilities = {
  window: { workDoneProgress: true },
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      changeAnnotationSupport: {},
      snippetEditSupport: true,
    },
    didChangeWatchedFiles: { dynamicRegistration: true },
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    foldingRange: { refreshSupport: true },
    textDocumentContent: {},
    fileOperations: { willRename: true, didRename: true },
    symbol: { resolveSupport: { properties: ["location.range"] } },
  },
  textDocument: {
    diagnostic: { relatedDocumentSupport: true, relatedInformation: true },
    rename: { prepareSupport: true },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: ABLE_TO_COMPLETE,
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } },
      resolveSupport: { properties: ["edit", "command"] },
      dataSupport: true,
      disabledSupport: true,
    },
    foldingRange: { dynamicRegistration: false },
    callHierarchy: {},
    linkedEditingRange: {},
    selectionRange: {},
    inlayHint: { resolveSupport: { properties: ["tooltip"] } },
    codeLens: { resolveSupport: { properties: ["command"] } },
    documentLink: { tooltipSupport: true },
    documentHighlight: {},
    references: {},
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: [
        "class",
        "variable",
        "property",
        "keyword",
        "string",
        "comment",
        "number",
        "function",
        "parameter",
      ],
      tokenModifiers: ["declaration", "definition", "readonly", "modification"],
      formats: ["relative"],
    },
  },
};

/** What the server asks of a client, and what it gets. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  "client/registerCapability": null,
  "client/unregisterCapability": null,
  "window/workDoneProgress/create": null,
  "workspace/configuration": [{}, {}],
  "workspace/codeLens/refresh": null,
  "workspace/diagnostic/refresh": null,
  "workspace/foldingRange/refresh": null,
  "workspace/inlayHint/refresh": null,
  "workspace/semanticTokens/refresh": null,
  "workspace/textDocumentContent/refresh": null,
};

export interface Session {
  readonly take: (step: Step) => Promise<void>;
  /** Resolves once every request is answered. */
  readonly quiet: () => Promise<void>;
  /** How each request ended: `answered`, or the code of its error; requests that were answered twice are named. */
  readonly outcomes: () => ReadonlyMap<string, number>;
  readonly open: () => ReadonlyMap<string, TextDocument>;
  /** What it has said of uploads of what is open. */
  readonly uploads: Uploads;
  readonly files: MemoryFileSystem;
  readonly asked: () => ReadonlySet<string>;
  readonly pair: LspPair;
}

export async function startSession(files: MemoryFileSystem = memoryFileSystem({})): Promise<Session> {
  const answers = new Map<unknown, number>();
  const uploads: Uploads = new Map();
  const pair = await connected({ files, uploads }, (message) => {
    if (Message.isResponse(message)) answers.set(message.id, (answers.get(message.id) ?? 0) + 1);
  });
  const open = new Map<string, TextDocument>();
  const outcomes = new Map<string, number>();
  const asked = new Set<string>();
  const waiting = new Set<Promise<void>>();
  const askings = requestsOf(pair.initialized.capabilities);
  let latest: unknown;

  const count = (outcome: string): void => void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const ask = (step: Extract<Step, { does: "ask" }>): void => {
    const asking = askings[step.request % askings.length];
    if (asking) waitFor(asking, whereOf(open, step, latest), step.cancels ? "taken back" : "waited for");
  };
  const waitFor = ({ method, params }: Asking, where: Where, how: "taken back" | "waited for"): void => {
    const source = new CancellationTokenSource();
    asked.add(method);
    const request = pair.client
      .sendRequest<unknown>(method, params(where), source.token)
      .then(
        (answer) => {
          latest = answer;
          count("answered");
        },
        (error: { code: number; message: string }) =>
          count(isKnown(error.code) ? `${error.code}` : `${method}: ${error.code} ${error.message}`),
      )
      .finally(() => waiting.delete(request));
    waiting.add(request);
    if (how === "taken back") source.cancel();
  };
  return {
    take: async (step) => {
      if (step.does === "ask") ask(step);
      else if (step.does === "wait") await Promise.all(waiting);
      else await change({ client: pair.client, open, uploads, files }, step);
    },
    quiet: async () => {
      await Promise.all(waiting);
      for (const [id, times] of answers)
        if (times !== 1) count(`request ${String(id)} answered ${times} times`);
    },
    outcomes: () => outcomes,
    open: () => open,
    uploads,
    files,
    asked: () => asked,
    pair,
  };
}

/** By URI, what the client says of the sets that were uploaded. */
type Uploads = Map<string, TargetUpload>;

async function connected(
  { files, uploads }: { readonly files: MemoryFileSystem; readonly uploads: Uploads },
  hearing: (message: Message) => void,
): Promise<LspPair> {
  return lspPair(ABLE, {
    files,
    folder: `file://${FOLDER}`,
    hearing,
    initializationOptions: { uploads: "told" },
    answering: (client) => {
      for (const [method, answer] of Object.entries(ANSWERS)) client.onRequest(method, () => answer);
      client.onRequest(
        "objectives/lastUpload",
        ({ uri }: ClientRequests["objectives/lastUpload"]["params"]) => uploads.get(uri) ?? null,
      );
    },
  });
}

/** RequestCancelled, ContentModified, ServerCancelled, RequestFailed, InvalidParams: what a client can make sense of. */
function isKnown(code: number): boolean {
  return [-32800, -32801, -32802, -32803, -32602].includes(code);
}

export function uriOf(path: string): string {
  return `file://${path}`;
}

function whereOf(
  open: ReadonlyMap<string, TextDocument>,
  step: Extract<Step, { does: "ask" }>,
  latest: unknown,
): Where {
  const path = FILES[step.file] ?? "";
  const document = open.get(path);
  const start = document?.positionAt(step.place) ?? { line: step.place, character: step.place };
  return {
    uri: uriOf(path),
    position: start,
    range: { start, end: { line: start.line + 2, character: 0 } },
    latest,
  };
}

type Change = Exclude<Step, { does: "ask" } | { does: "wait" }>;

/** What a client has and knows. */
interface Holding {
  readonly client: ProtocolConnection;
  readonly open: Map<string, TextDocument>;
  readonly uploads: Uploads;
  readonly files: MemoryFileSystem;
}

async function change({ client, open, uploads, files }: Holding, step: Change): Promise<void> {
  if (step.does === "configure") return configure(client, files, step.level);
  const path = FILES[step.file] ?? "";
  const [uri, document] = [uriOf(path), open.get(path)];
  switch (step.does) {
    case "open":
      if (document) return;
      open.set(path, await opened(client, TextDocument.create(uri, "objectives", 1, TEXTS[step.text] ?? "")));
      return;
    case "edit":
      if (document) await edit(client, document, step);
      return;
    case "replace":
      if (document) await update(client, document, [{ text: TEXTS[step.text] ?? "" }]);
      return;
    case "close":
      if (!open.delete(path)) return;
      uploads.delete(uri);
      return client.sendNotification("textDocument/didClose", { textDocument: { uri } });
    case "write":
      files.texts.set(path, TEXTS[step.text] ?? "");
      return client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 2 }] });
    case "delete":
      files.texts.delete(path);
      return client.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri, type: 3 }] });
    case "move":
      return move(client, open, files, { from: path, to: FILES[step.to] ?? "" });
    case "upload":
      if (!document) return;
      uploads.set(uri, uploaded(step.text));
      return client.sendNotification("objectives/uploadsChanged");
  }
}

export async function opened(client: ProtocolConnection, document: TextDocument): Promise<TextDocument> {
  const { uri, languageId, version } = document;
  const textDocument = { uri, languageId, version, text: document.getText() };
  await client.sendNotification("textDocument/didOpen", { textDocument });
  return document;
}

async function edit(
  client: ProtocolConnection,
  document: TextDocument,
  { from, length, text: newText }: Extract<Step, { does: "edit" }>,
): Promise<void> {
  // Beyond the end of the text now and then, as a client that is behind may have it.
  const range = { start: document.positionAt(from), end: document.positionAt(from + length) };
  const far = { start: range.start, end: { line: range.end.line + length, character: 9999 } };
  await update(client, document, [{ range: length % 7 === 6 ? far : range, text: newText }]);
}

async function update(
  client: ProtocolConnection,
  document: TextDocument,
  contentChanges: Parameters<typeof TextDocument.update>[1],
): Promise<void> {
  const version = document.version + 1;
  TextDocument.update(document, contentChanges, version);
  await client.sendNotification("textDocument/didChange", {
    textDocument: { uri: document.uri, version },
    contentChanges,
  });
}

/** A file that nobody has open goes to where none is. */
async function move(
  client: ProtocolConnection,
  open: ReadonlyMap<string, TextDocument>,
  { texts }: MemoryFileSystem,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const text = texts.get(from);
  if (text === undefined || texts.has(to) || open.has(from) || open.has(to)) return;
  texts.delete(from);
  texts.set(to, text);
  const renamed = { oldUri: uriOf(from), newUri: uriOf(to) };
  await client.sendNotification("workspace/didRenameFiles", { files: [renamed] });
}

/** What a target has got of a set: nothing, a document, or what nobody knows. */
function uploaded(text: number): TargetUpload {
  const hash = text % 3 === 0 ? null : "of another document";
  return { target: "tavus", params: { who: "me" }, isThere: text % 2 === 0, hash };
}

async function configure(
  client: ProtocolConnection,
  files: MemoryFileSystem,
  level: string | undefined,
): Promise<void> {
  const path = `${FOLDER}/objectives.json`;
  if (level === undefined) files.texts.delete(path);
  else files.texts.set(path, JSON.stringify({ version: 1, rules: { "unknown-objective": level } }));
  await client.sendNotification("workspace/didChangeConfiguration", { settings: {} });
  await client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(path), type: 2 }],
  });
}

/** A server that has seen nothing but the files and texts as they are. */
export async function freshSession({ files, open, uploads }: Session): Promise<LspPair> {
  const pair = await connected({ files, uploads }, () => undefined);
  for (const document of open().values()) await opened(pair.client, document);
  return pair;
}

/** What a server answers about the documents, whoever asked what before. */
export async function answersOf(
  { client, initialized }: { readonly client: ProtocolConnection; readonly initialized: InitializeResult },
  documents: Iterable<TextDocument>,
): Promise<Readonly<Record<string, unknown>>> {
  const answers: Record<string, unknown> = {};
  for (const document of documents) {
    for (const { method, params, isStateless } of requestsOf(initialized.capabilities)) {
      if (!isStateless) continue;
      for (const place of [0, document.getText().length >> 1]) {
        const position = document.positionAt(place);
        const where = {
          uri: document.uri,
          position,
          range: { start: position, end: position },
          latest: undefined,
        };
        answers[`${method} ${document.uri} ${place}`] = await client
          .sendRequest<unknown>(method, params(where))
          .then(namelessTokens)
          .catch((error: { code: number; message: string }) => `${error.code} ${error.message}`);
      }
    }
  }
  return answers;
}

/** Tokens are called by how many were asked for before; what they are is no matter of that. */
function namelessTokens(answer: unknown): unknown {
  return typeof answer === "object" && answer !== null && "data" in answer ? answer.data : answer;
}
