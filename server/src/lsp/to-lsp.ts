// From the language's words to the protocol's: converts, and puts findings into sentences.
import {
  CompletionItemKind,
  DiagnosticSeverity,
  DiagnosticTag,
  InsertTextFormat,
  MarkupKind,
  SymbolKind,
} from "vscode-languageserver";
import type * as lsp from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { messageOf, relatedMessageOf, urlOf, type Severity } from "../language/diagnostics/codes.ts";
import type { Finding } from "../language/diagnostics/finding.ts";
import type { Completion } from "../language/features/completion.ts";
import type { CompletionItem } from "../language/features/completion/item.ts";
import type { Definition } from "../language/features/definition.ts";
import type { Hover } from "../language/features/hover.ts";
import type { OutlineItem } from "../language/features/outline.ts";
import { groupedBy } from "../language/text/grouped.ts";
import type { FileEdit, Place } from "../language/text/place.ts";
import type { Span, TextEdit } from "../language/text/span.ts";
import type { Client } from "./client.ts";
import type { OpenDocument } from "./documents.ts";
import type { Server } from "./serving.ts";

export function toRange(lines: TextDocument, { start, end }: Span): lsp.Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

export function toLocation(workspace: Files["workspace"], { file, span }: Place): lsp.Location {
  const { uri, lines } = workspace.fileOf(file);
  return { uri, range: toRange(lines, span) };
}

/** What answers need that name places in several files. */
type Files = Pick<Server, "client" | "workspace">;

export function toTextEdit(lines: TextDocument, { span, newText }: TextEdit): lsp.TextEdit {
  return { range: toRange(lines, span), newText };
}

/** Edits of several files as one of the client's workspace: none of a text that has changed since, where it can be told so. */
export function toWorkspaceEdit({ client, workspace }: Files, edits: readonly FileEdit[]): lsp.WorkspaceEdit {
  const changes = [...groupedBy(edits, ({ file }) => file)].map(([file, own]) => {
    const { uri, version, lines } = workspace.fileOf(file);
    return { textDocument: { uri, version }, edits: own.map((edit) => toTextEdit(lines, edit)) };
  });
  if (client.versionedEdits === "understood") return { documentChanges: changes };
  return { changes: Object.fromEntries(changes.map(({ textDocument: { uri }, edits: own }) => [uri, own])) };
}

// ── Findings ──

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, DiagnosticSeverity>;

/** `lines` are those of the finding's own file. */
export function toDiagnostic(
  lines: TextDocument,
  { code, severity, span, arguments: args, related, tags }: Finding,
  { client, workspace, pages }: Pick<Server, "client" | "workspace" | "pages">,
): lsp.Diagnostic {
  return {
    range: toRange(lines, span),
    severity: SEVERITIES[severity],
    code,
    ...(pages !== undefined && client.codePages === "understood"
      ? { codeDescription: { href: urlOf(code, pages) } }
      : {}),
    source: "objectives",
    message: messageOf(code, args),
    ...(tags.includes("unnecessary") ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length > 0 && client.relatedPlaces === "understood"
      ? {
          relatedInformation: related.map((place) => ({
            location: toLocation(workspace, place),
            message: relatedMessageOf(code),
          })),
        }
      : {}),
  };
}

// ── Completion ──

const ITEM_KINDS = {
  objective: CompletionItemKind.Function,
  variable: CompletionItemKind.Variable,
  property: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  declaration: CompletionItemKind.Keyword,
  keyword: CompletionItemKind.Keyword,
  param: CompletionItemKind.Constant,
} as const satisfies Record<CompletionItem["kind"], CompletionItemKind>;

export function toCompletionList(
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

// ── Hover, definition, outline ──

export function toHover(lines: TextDocument, { span, markdown }: Hover, client: Client): lsp.Hover {
  const kind = client.hover === "markdown" ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { range: toRange(lines, span), contents: { kind, value: markdown } };
}

/** `lines` are those of the document that was asked about. */
export function toDefinition(
  lines: TextDocument,
  { origin, places }: Definition,
  { client, workspace }: Files,
): lsp.Location[] | lsp.LocationLink[] {
  if (client.definitionLinks === "unknown")
    return places.map(({ file, name }) => toLocation(workspace, { file, span: name }));
  return places.map(({ file, declaration, name }) => {
    const target = workspace.fileOf(file);
    return {
      originSelectionRange: toRange(lines, origin),
      targetUri: target.uri,
      targetRange: toRange(target.lines, declaration),
      targetSelectionRange: toRange(target.lines, name),
    };
  });
}

const SYMBOL_KINDS = {
  set: SymbolKind.Module,
  include: SymbolKind.File,
  param: SymbolKind.Constant,
  defaults: SymbolKind.Object,
  objective: SymbolKind.Function,
  variable: SymbolKind.Variable,
  scenario: SymbolKind.Event,
} as const satisfies Record<OutlineItem["kind"], SymbolKind>;

export function toDocumentSymbols(
  document: OpenDocument,
  items: readonly OutlineItem[],
  client: Client,
): lsp.DocumentSymbol[] | lsp.SymbolInformation[] {
  return client.outline === "tree"
    ? items.map((item) => toDocumentSymbol(document.lines, item))
    : items.flatMap((item) => toSymbolInformation(document, item, undefined));
}

function toDocumentSymbol(lines: TextDocument, item: OutlineItem): lsp.DocumentSymbol {
  return {
    name: item.name,
    detail: item.detail,
    kind: SYMBOL_KINDS[item.kind],
    range: toRange(lines, item.span),
    selectionRange: toRange(lines, item.selection),
    children: item.children.map((child) => toDocumentSymbol(lines, child)),
  };
}

function toSymbolInformation(
  document: OpenDocument,
  { kind, name, span, children }: OutlineItem,
  containerName: string | undefined,
): lsp.SymbolInformation[] {
  const own = {
    name,
    kind: SYMBOL_KINDS[kind],
    location: { uri: document.uri, range: toRange(document.lines, span) },
    ...(containerName === undefined ? {} : { containerName }),
  };
  return [own, ...children.flatMap((child) => toSymbolInformation(document, child, name))];
}
