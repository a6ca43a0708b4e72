// Completion: what is offered, as items of the protocol; what is to be said of one, when it is asked for.
import {
  ApplyKind,
  CompletionItemKind,
  CompletionItemTag,
  CompletionTriggerKind,
  InsertTextFormat,
  InsertTextMode,
  type CancellationToken,
  type CompletionContext,
  type CompletionParams,
} from "vscode-languageserver";
import type * as lsp from "vscode-languageserver";
import { completion, type Completion } from "../../language/features/completion.ts";
import { documentation, type Subject } from "../../language/features/completion/documentation.ts";
import type { CompletionItem, ItemKind } from "../../language/features/completion/item.ts";
import type { Client } from "../client.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fromPosition } from "../from-lsp.ts";
import { aboutOpen, type Server } from "../serving.ts";
import { toRange, toTextEdit } from "../to-lsp.ts";
import { toMarkup } from "../to-markup.ts";

export const completing: Feature = {
  capability: () => ({
    completionProvider: {
      triggerCharacters: [">", "{", " ", '"', "/"],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  }),
  register: (server) => {
    server.connection.onCompletion((params, token) =>
      aboutOpen(server, params.textDocument.uri, (document) => completed(server, document, params, token)),
    );
    server.connection.onCompletionResolve((item) => ({ ...item, ...documented(server, item) }));
  },
};

async function completed(
  server: Server,
  document: OpenDocument,
  { position, context }: CompletionParams,
  token: CancellationToken,
): Promise<lsp.CompletionList | null> {
  const { workspace } = server;
  const checks = await workspace.checksOnceRead(document, token);
  const offered = completion(checks, fromPosition(document, position), {
    fragments: () => workspace.includable(document).map(({ path }) => path),
  });
  return isAskedFor(context, offered.shownBy) ? toCompletionList(server, document, offered) : null;
}

/** A blank, a quote or a brace alone opens a list only where little else could follow. */
function isAskedFor(asking: CompletionContext | undefined, shownBy: "a blank" | "a letter"): boolean {
  if (asking?.triggerKind !== CompletionTriggerKind.TriggerCharacter) return true;
  return shownBy === "a blank";
}

const ITEM_KINDS = {
  objective: CompletionItemKind.Function,
  variable: CompletionItemKind.Variable,
  property: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  declaration: CompletionItemKind.Keyword,
  keyword: CompletionItemKind.Keyword,
  param: CompletionItemKind.Constant,
  text: CompletionItemKind.Text,
  key: CompletionItemKind.Field,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  code: CompletionItemKind.EnumMember,
  suppression: CompletionItemKind.Keyword,
} as const satisfies Record<ItemKind, CompletionItemKind>;

function toCompletionList(server: Server, document: OpenDocument, offered: Completion): lsp.CompletionList {
  const { sharedByItems, mergedWithShared } = server.client;
  const ranges = rangesOf(server, document, offered);
  const isShared = sharedByItems.has("editRange");
  const isMerged = sharedByItems.has("data") && mergedWithShared === "understood";
  const shared = isShared ? { editRange: ranges } : {};
  const named = isMerged ? { data: { uri: document.uri } } : {};
  const listed: Listed = { server, document, ranges: isShared ? undefined : ranges, isMerged };
  return {
    isIncomplete: offered.extent === "the likeliest",
    ...(isShared || isMerged ? { itemDefaults: { ...shared, ...named } } : {}),
    ...(isMerged ? { applyKind: { data: ApplyKind.Merge } } : {}),
    items: usable(offered.items, server.client).map((item, index) => toCompletionItem(item, index, listed)),
  };
}

/** Without snippets, words that differ in nothing else are one. */
function usable(items: readonly CompletionItem[], { snippets }: Client): readonly CompletionItem[] {
  if (snippets === "understood") return items;
  const plain = new Map<string, CompletionItem>();
  for (const item of items) if (!plain.has(item.newText)) plain.set(item.newText, item);
  return [...plain.values()];
}

type Ranges = lsp.Range | { readonly insert: lsp.Range; readonly replace: lsp.Range };

/** The typed part and the whole word, where the client can tell them apart. */
function rangesOf({ client }: Server, { lines }: OpenDocument, { typed, word }: Completion): Ranges {
  const replace = toRange(lines, word);
  return client.insertReplace === "understood" ? { insert: toRange(lines, typed), replace } : replace;
}

/** What the items of a list have in common. */
interface Listed {
  readonly server: Server;
  readonly document: OpenDocument;
  /** Undefined where the list says it once. */
  readonly ranges: Ranges | undefined;
  /** Whether the list says whose items these are. */
  readonly isMerged: boolean;
}

function toCompletionItem(item: CompletionItem, index: number, listed: Listed): lsp.CompletionItem {
  const { kind, label, filter } = item;
  const subject: Subject = { kind, label };
  return {
    ...labelled(item, listed),
    kind: ITEM_KINDS[kind],
    sortText: String(index).padStart(5, "0"), // clients sort by it, as if it were a word
    ...(filter === undefined ? {} : { filterText: filter }),
    ...putIn(item, listed),
    ...chosen(item, listed),
    ...(item.findings === "one more" ? DEPRECATED[listed.server.client.deprecation] : {}),
    data: listed.isMerged ? subject : { uri: listed.document.uri, ...subject },
  };
}

/** What is read in the list. */
function labelled(
  { label, form = "", detail }: CompletionItem,
  { server: { client, inWords } }: Listed,
): Pick<lsp.CompletionItem, "label" | "labelDetails" | "detail" | "filterText"> {
  const words = detail && inWords(detail);
  if (client.labelDetails === "unknown") {
    const text = { label: label + form, ...(words === undefined ? {} : { detail: words }) };
    return form === "" ? text : { ...text, filterText: label };
  }
  const details = {
    ...(form === "" ? {} : { detail: form }),
    ...(words === undefined ? {} : { description: words }),
  };
  return Object.keys(details).length === 0 ? { label } : { label, labelDetails: details };
}

/** What choosing it puts into the text. */
function putIn(
  { label, newText, snippet, edits }: CompletionItem,
  { server: { client, inWords }, document: { lines }, ranges }: Listed,
): Partial<lsp.CompletionItem> {
  const isSnippet = snippet !== undefined && client.snippets === "understood";
  const text = isSnippet ? inWords(snippet) : newText;
  return {
    ...(ranges ? { textEdit: textEdit(text, ranges) } : text === label ? {} : { textEditText: text }),
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(text.includes("\n") && client.adjustedIndentation === "understood"
      ? { insertTextMode: InsertTextMode.adjustIndentation }
      : {}),
    ...(edits ? { additionalTextEdits: edits.map((edit) => toTextEdit(lines, edit)) } : {}),
  };
}

function textEdit(newText: string, ranges: Ranges): lsp.TextEdit | lsp.InsertReplaceEdit {
  return "insert" in ranges ? { newText, ...ranges } : { newText, range: ranges };
}

/** How it is chosen, and what comes after. */
function chosen(
  { chosenBy, then }: CompletionItem,
  { server: { client } }: Listed,
): Partial<lsp.CompletionItem> {
  const isSigned = chosenBy !== undefined && client.commitCharacters === "understood";
  const command = then === "complete again" ? client.completeAgain : undefined;
  return {
    ...(isSigned ? { commitCharacters: [chosenBy] } : {}),
    ...(command === undefined ? {} : { command: { title: "Complete", command } }),
  };
}

const DEPRECATED = {
  tag: { tags: [CompletionItemTag.Deprecated] },
  flag: { deprecated: true },
  unknown: {},
} as const satisfies Record<Client["deprecation"], Partial<lsp.CompletionItem>>;

// ── What is to be said of one ──

function documented(server: Server, { data }: lsp.CompletionItem): Partial<lsp.CompletionItem> {
  const asked = subjectOf(data);
  const document = asked && server.documents.get(asked.uri);
  if (!document) return {};
  const [said] = server.workspace
    .checksWith(document)
    .flatMap(({ model }) => documentation(model, asked) ?? []);
  if (!said) return {};
  return { documentation: toMarkup(server.inWords(said), server.client.completionText) };
}

/** What an item was given to be known again by; a client may hand back anything. */
function subjectOf(data: unknown): (Subject & { readonly uri: string }) | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const { uri, kind, label } = data as Readonly<Record<string, unknown>>;
  if (typeof uri !== "string" || typeof label !== "string" || !isItemKind(kind)) return undefined;
  return { uri, kind, label };
}

function isItemKind(word: unknown): word is ItemKind {
  return typeof word === "string" && Object.hasOwn(ITEM_KINDS, word);
}
