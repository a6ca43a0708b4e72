// All that an editor is told of some texts, by every request that the server says it answers.
import type { ClientCapabilities, Position } from "vscode-languageserver/node";
import type { Translation } from "../../server/src/language/text/sentence.ts";
import { memoryFileSystem } from "../project/memory-file-system.ts";
import { requestsOf, type Asking } from "./advertised.ts";
import { cursor, lspPair } from "./lsp-pair.ts";

type Send = (method: string, params: object) => Promise<unknown>;

/** Every text in the answers to every question at every word, but for what programs alone read. */
export async function shownOf(
  files: Readonly<Record<string, string>>,
  translation: Translation,
): Promise<ReadonlySet<string>> {
  const paths = Object.entries(files).map(([name, text]) => [`/flows/${name}`, text] as const);
  const pair = await lspPair(ABLE, {
    files: memoryFileSystem(Object.fromEntries(paths)),
    folder: "file:///flows",
    initializationOptions: { translation, commands: ["editor.action.showReferences"], renameAt: "rename" },
  });
  const shown = new Set<string>();
  const asked = new Set<string>();
  const send: Send = async (method, params) => {
    const question = method + JSON.stringify(params);
    if (asked.has(question)) return undefined;
    asked.add(question);
    const answer = await pair.client.sendRequest<unknown>(method, params).catch(messageOf);
    for (const text of textsIn(answer)) shown.add(text);
    return answer;
  };
  const askings = requestsOf(pair.initialized.capabilities);
  for (const [path, text] of paths) {
    const uri = `file://${path}`;
    await pair.open(text, uri);
    for (const asking of askings) for (const place of placesOf(text)) await ask(send, asking, uri, place);
  }
  await pair.end();
  return shown;
}

function messageOf(error: unknown): unknown {
  return error instanceof Error ? error.message : error;
}

/** Where words begin. */
function placesOf(text: string): readonly Position[] {
  const starts = Array.from(text.matchAll(/[\p{L}\p{N}_]+|->|"+/gu), ({ index }) => index);
  return [...starts, text.length].map((offset) => cursor(`${text.slice(0, offset)}$0`).position);
}

/** The question, and each that its answer leads to. */
async function ask(send: Send, { method, params }: Asking, uri: string, position: Position): Promise<void> {
  if (/resolve$|Calls$/.test(method)) return;
  const end = { line: position.line, character: position.character + 5 };
  const places = /inlayHint/.test(method) ? WHOLE : { start: position, end };
  const answer = await send(method, params({ uri, position, range: places, latest: undefined }));
  for (const item of itemsOf(answer)) {
    for (const further of FURTHER[method] ?? [])
      await send(further, /Calls$/.test(further) ? { item } : item);
  }
}

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };

const FURTHER: Readonly<Record<string, readonly string[]>> = {
  "textDocument/codeAction": ["codeAction/resolve"],
  "textDocument/codeLens": ["codeLens/resolve"],
  "textDocument/completion": ["completionItem/resolve"],
  "textDocument/inlayHint": ["inlayHint/resolve"],
  "textDocument/prepareCallHierarchy": ["callHierarchy/incomingCalls", "callHierarchy/outgoingCalls"],
};

function itemsOf(answer: unknown): readonly object[] {
  const list: unknown = Array.isArray(answer) ? answer : Reflect.get(Object(answer) as object, "items");
  return Array.isArray(list) ? list.filter((it): it is object => typeof it === "object" && it !== null) : [];
}

/** Places, edits, kinds, names of commands, whole documents, and data that comes back with a question. */
const FOR_PROGRAMS =
  /^(uri|\w*Uri|data|changes|documentChanges|text|\w+Text|textEdit|kind|severity|role|layout|occurrence|children|id|\w+Id|arguments|json|href)$/;

function textsIn(answer: unknown): readonly string[] {
  if (typeof answer === "string") return /^(\{|flowchart)/.test(answer) ? [] : [wordsOf(answer)];
  if (typeof answer !== "object" || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]: [string, unknown]) => {
    // What completion puts in has words in the places that are to be filled in.
    if (key === "textEdit") return textsIn(Reflect.get(Object(value) as object, "newText"));
    const isName = FOR_PROGRAMS.test(key) || (key === "command" && typeof value === "string");
    return isName ? [] : textsIn(value);
  });
}

/** Of Markdown without the addresses that links lead to, of a picture what is read in it. */
function wordsOf(text: string): string {
  if (!text.startsWith("<svg")) return text.replaceAll(/\(<[^>]*>\)/g, "");
  return Array.from(
    text.matchAll(/(?:aria-label|title)="([^"]*)"|>([^<]+)</g),
    ([, label, inside]) => label ?? inside,
  ).join(" ");
}

/** What can be shown to it, and is not asked of it otherwise. */
const ABLE: ClientCapabilities = {
  workspace: {
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
    textDocumentContent: {},
    symbol: {},
  },
  textDocument: {
    diagnostic: { relatedInformation: true },
    publishDiagnostics: { relatedInformation: true },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: {
      completionItem: { snippetSupport: true, labelDetailsSupport: true, documentationFormat: ["markdown"] },
    },
    hover: { contentFormat: ["markdown"] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "refactor", "source"] } },
      resolveSupport: { properties: ["edit", "command"] },
      dataSupport: true,
      disabledSupport: true,
    },
    callHierarchy: {},
    inlayHint: { resolveSupport: { properties: ["tooltip"] } },
    codeLens: {},
    documentLink: { tooltipSupport: true },
  },
};
