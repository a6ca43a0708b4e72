// Completion: what is offered, as items of the protocol.
import {
  CompletionItemKind,
  CompletionTriggerKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionContext,
} from "vscode-languageserver";
import type * as lsp from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { completion, type Completion } from "../../language/features/completion.ts";
import type { CompletionItem } from "../../language/features/completion/item.ts";
import type { Client } from "../client.ts";
import type { Feature } from "../feature.ts";
import { at } from "../serving.ts";
import { toRange } from "../to-lsp.ts";

export const completing: Feature = {
  capability: () => ({ completionProvider: { triggerCharacters: [">", "{", " "] } }),
  register: (server) =>
    server.connection.onCompletion((params) =>
      at(server, params, ({ lines }, model, point) => {
        const offered = completion(model, point);
        return isAskedFor(params.context, offered.shownBy)
          ? toCompletionList(lines, offered, server.client)
          : undefined;
      }),
    ),
};

/** A blank or a brace alone opens a list only where little else could follow. */
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
} as const satisfies Record<CompletionItem["kind"], CompletionItemKind>;

function toCompletionList(
  lines: TextDocument,
  { items, extent, typed, word }: Completion,
  client: Client,
): lsp.CompletionList {
  const ranges = { insert: toRange(lines, typed), replace: toRange(lines, word) };
  return {
    isIncomplete: extent === "the likeliest",
    items: items.map((item, index) => toCompletionItem(item, index, ranges, client)),
  };
}

interface Ranges {
  readonly insert: lsp.Range;
  readonly replace: lsp.Range;
}

function toCompletionItem(
  { label, kind, detail, documentation, ...item }: CompletionItem,
  index: number,
  { insert, replace }: Ranges,
  { snippets, insertReplace, completeAgain }: Client,
): lsp.CompletionItem {
  const isSnippet = item.snippet !== undefined && snippets === "understood";
  const newText = isSnippet ? (item.snippet ?? item.newText) : item.newText;
  return {
    label,
    kind: ITEM_KINDS[kind],
    sortText: String(index).padStart(5, "0"), // clients sort by it, as if it were a word
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined
      ? {}
      : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: insertReplace === "understood" ? { newText, insert, replace } : { newText, range: replace },
    ...(item.then === "complete again" && completeAgain !== undefined
      ? { command: { title: "Complete", command: completeAgain } }
      : {}),
  };
}
