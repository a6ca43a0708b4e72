// What the editor at the other end can do, as far as answers depend on it.
import {
  CompletionItemTag,
  DiagnosticTag,
  InsertTextMode,
  type ClientCapabilities,
  type InitializeParams,
  type TextDocumentClientCapabilities,
  type WorkspaceClientCapabilities,
} from "vscode-languageserver";
import type { Translation } from "../language/text/sentence.ts";
import { looksOf, type ClientLooks } from "./client-looks.ts";
import { markupForm, type MarkupForm } from "./to-markup.ts";

export interface Client extends ClientLooks {
  /** Whether it asks for findings itself, and again when it is told to; else they are sent to it. */
  readonly findings: "pulled" | "pushed";
  readonly snippets: "understood" | "unknown";
  /** Whether a completion may name the typed part and the whole word. */
  readonly insertReplace: "understood" | "unknown";
  /** Whether a few words may stand beside a completion's label. */
  readonly labelDetails: "understood" | "unknown";
  /** How a completion may be told to be better left. */
  readonly deprecation: "tag" | "flag" | "unknown";
  /** Whether a completion may have its lines moved to where it is put in. */
  readonly adjustedIndentation: "understood" | "unknown";
  /** Whether a sign may choose a completion. */
  readonly commitCharacters: "understood" | "unknown";
  readonly completionText: MarkupForm;
  /** What a list of completions may say once for all of its items. */
  readonly sharedByItems: ReadonlySet<string>;
  /** Whether what an item says may be added to that. */
  readonly mergedWithShared: "understood" | "unknown";
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
  /** Whether an edit may say what it is for, and ask to be confirmed. */
  readonly changeAnnotations: "understood" | "unknown";
  readonly linkedEditing: "understood" | "unknown";
  /** Whether it asks who leads to whom, as it does of functions and their calls. */
  readonly hierarchies: "understood" | "unknown";
  /** Whether a link may say what it leads to. */
  readonly linkTooltips: "understood" | "unknown";
  /** Whether it asks what else changes before it renames a file, and whether it tells of it afterwards. */
  readonly renamingFiles: "understood" | "unknown";
  readonly renamedFiles: "understood" | "unknown";
  /** Whether a finding may lead to the page that explains it. */
  readonly codePages: "understood" | "unknown";
  /** Whether it tells of files that change. */
  readonly watchedFiles: "understood" | "unknown";
  readonly relatedPlaces: "understood" | "unknown";
  /** Whether a finding may say that it is about what nobody needs. */
  readonly fadedFindings: "understood" | "unknown";
  /** Whether an answer about one document may bring findings of others. */
  readonly relatedDocuments: "understood" | "unknown";
  /** Whether it can be told that a document which the server makes is another one now. */
  readonly madeDocuments: "understood" | "unknown";
  /** Whether it reads files that are on no disk of the server's: requests of protocol.ts. */
  readonly servedFiles: "understood" | "unknown";
  /** The URI of the folder in which it has a page for every finding; undefined where it has none of its own. */
  readonly pages: string | undefined;
  /** Whether what an action does may be left open until it is chosen. */
  readonly lateEdits: "understood" | "unknown";
  /** Whether it shows why an action cannot be done. */
  readonly disabledActions: "understood" | "unknown";
  /** Whether an edit may have places to type over. */
  readonly snippetEdits: "understood" | "unknown";
  /** The form of what explains a word; a hint is explained in the same, for the protocol has no form of its own for that. */
  readonly hover: MarkupForm;
  /** The editor's command that opens completion again; undefined where it has none. */
  readonly completeAgain: string | undefined;
  /** Its command that begins to rename what stands at a position of a document; undefined where it has none. */
  readonly renameAt: string | undefined;
  /** The words of its reader's language; what is missing stays English. */
  readonly translation: Translation;
}

/** Reads what the client says of itself; what it does not say, it cannot do. */
export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument = {}, workspace } = capabilities;
  const { hover, documentSymbol, definition, rename } = textDocument;
  const { linkedEditingRange, callHierarchy, documentLink } = textDocument;
  const wishes = wishesOf(initializationOptions);
  return {
    ...completionOf(textDocument.completion),
    ...codeActionsOf(textDocument.codeAction),
    completeAgain: wishes.completeAgain,
    renameAt: wishes.renameAt,
    translation: wishes.translation,
    pages: wishes.pages,
    servedFiles: known(wishes.files === "served"),
    ...findingsOf(capabilities),
    ...workspaceOf(workspace),
    ...looksOf(capabilities, initializationOptions),
    prepareRename: known(rename?.prepareSupport),
    hover: markupForm(hover?.contentFormat),
    outline: documentSymbol?.hierarchicalDocumentSymbolSupport === true ? "tree" : "list",
    definitionLinks: known(definition?.linkSupport),
    linkedEditing: known(linkedEditingRange !== undefined),
    hierarchies: known(callHierarchy !== undefined),
    linkTooltips: known(documentLink?.tooltipSupport),
  };
}

type OfFindings = "findings" | "relatedPlaces" | "relatedDocuments" | "codePages" | "fadedFindings";

/** What another file changes would never be seen by a client that only asks while somebody types. */
function findingsOf({
  textDocument: { diagnostic, publishDiagnostics } = {},
  workspace,
}: ClientCapabilities): Pick<Client, OfFindings> {
  const told = { ...publishDiagnostics, ...diagnostic };
  return {
    findings: diagnostic && workspace?.diagnostics?.refreshSupport === true ? "pulled" : "pushed",
    relatedPlaces: known(told.relatedInformation),
    fadedFindings: known(told.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary)),
    relatedDocuments: known(diagnostic?.relatedDocumentSupport),
    codePages: known(told.codeDescriptionSupport),
  };
}

type OfWorkspace =
  | "asksAgain"
  | "watchedFiles"
  | "versionedEdits"
  | "creatingFiles"
  | "changeAnnotations"
  | "renamingFiles"
  | "renamedFiles"
  | "madeDocuments"
  | "snippetEdits";

function workspaceOf(workspace: WorkspaceClientCapabilities | undefined): Pick<Client, OfWorkspace> {
  const { documentChanges = false, resourceOperations = [], ...edits } = workspace?.workspaceEdit ?? {};
  return {
    changeAnnotations: known(documentChanges && edits.changeAnnotationSupport !== undefined),
    snippetEdits: known(documentChanges && edits.snippetEditSupport),
    ...fileOperationsOf(workspace),
    versionedEdits: known(documentChanges),
    creatingFiles: known(documentChanges && resourceOperations.includes("create")),
    asksAgain: known(workspace?.diagnostics?.refreshSupport),
    watchedFiles: known(workspace?.didChangeWatchedFiles?.dynamicRegistration),
    madeDocuments: known(workspace?.textDocumentContent !== undefined),
  };
}

function fileOperationsOf({ fileOperations = {} }: WorkspaceClientCapabilities = {}): Pick<
  Client,
  "renamingFiles" | "renamedFiles"
> {
  return { renamingFiles: known(fileOperations.willRename), renamedFiles: known(fileOperations.didRename) };
}

type CompletionCapabilities = TextDocumentClientCapabilities["completion"];

function completionOf(completion: CompletionCapabilities): OfCompletion {
  const item = completion?.completionItem;
  const list = completion?.completionList;
  return {
    snippets: known(item?.snippetSupport),
    insertReplace: known(item?.insertReplaceSupport),
    labelDetails: known(item?.labelDetailsSupport),
    deprecation: deprecationOf(item),
    adjustedIndentation: known(
      item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.adjustIndentation),
    ),
    commitCharacters: known(item?.commitCharactersSupport),
    completionText: markupForm(item?.documentationFormat),
    sharedByItems: new Set(list?.itemDefaults),
    mergedWithShared: known(list?.applyKindSupport),
  };
}

type OfCompletion = Pick<
  Client,
  | "snippets"
  | "insertReplace"
  | "labelDetails"
  | "deprecation"
  | "adjustedIndentation"
  | "commitCharacters"
  | "completionText"
  | "sharedByItems"
  | "mergedWithShared"
>;

function deprecationOf(item: NonNullable<CompletionCapabilities>["completionItem"]): Client["deprecation"] {
  if (item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true) return "tag";
  return item?.deprecatedSupport === true ? "flag" : "unknown";
}

/** What is done may come late only where the action still says then which one it is, and what comes after it. */
function codeActionsOf(
  actions: TextDocumentClientCapabilities["codeAction"],
): Pick<Client, "lateEdits" | "disabledActions"> {
  const late = actions?.resolveSupport?.properties ?? [];
  const isLate = ["edit", "command"].every((it) => late.includes(it));
  return {
    lateEdits: known(isLate && actions?.dataSupport),
    disabledActions: known(actions?.disabledSupport),
  };
}

function known(support: boolean | undefined): "understood" | "unknown" {
  return support === true ? "understood" : "unknown";
}

/** What a client may say by its options: that it serves files, where its pages are, its own commands, other words than English. */
function wishesOf(options: unknown): Wishes {
  const given = new Map(Object.entries(objectOf(options)));
  const word = (name: string): string | undefined => textOf(given.get(name));
  return {
    files: word("files"),
    pages: word("pages"),
    completeAgain: word("completeAgain"),
    renameAt: word("renameAt"),
    translation: wordsOf(given.get("translation")),
  };
}

interface Wishes {
  readonly files: string | undefined;
  readonly pages: string | undefined;
  readonly completeAgain: string | undefined;
  readonly renameAt: string | undefined;
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
