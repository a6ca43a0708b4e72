// What the editor at the other end can show of how a text looks and folds, and what it has of its own.
import type {
  ClientCapabilities,
  FoldingRangeClientCapabilities,
  WorkspaceClientCapabilities,
} from "vscode-languageserver";

export interface ClientLooks {
  /** The types of tokens that it says it knows. */
  readonly tokenTypes: ReadonlySet<string>;
  /** Whether it has our grammar of patterns, so that it needs only what names and values are. */
  readonly patterns: "ours" | "none";
  readonly folds: "lines" | "anything";
  /** Whether it shows what a fold has in place of its text. */
  readonly foldedTexts: "understood" | "unknown";
  /** How many folds it wants at most. */
  readonly mostFolds: number;
  /** Whether what explains a hint may be asked for when it is looked at. */
  readonly hintTooltips: "resolved" | "at once";
  /** What it may be told to ask for again. */
  readonly asksAgainFor: ReadonlySet<"tokens" | "hints" | "lenses">;
  /** Whether settings are asked for, or told by it. */
  readonly settings: "asked" | "told";
  /** Whether it can be asked to tell of settings that change. */
  readonly settingChanges: "registered" | "told";
  /** Its commands that lenses may run. */
  readonly commands: ReadonlySet<string>;
}

/** Reads what the client says of itself; `patterns` and `commands` are no part of the protocol, so its options say them. */
export function looksOf(
  { textDocument = {}, workspace = {} }: ClientCapabilities,
  options: unknown,
): ClientLooks {
  const { foldingRange = {}, semanticTokens, inlayHint } = textDocument;
  return {
    tokenTypes: new Set(semanticTokens?.tokenTypes),
    patterns: optionOf(options, "patterns") === "ours" ? "ours" : "none",
    ...foldsOf(foldingRange),
    hintTooltips: inlayHint?.resolveSupport?.properties.includes("tooltip") ? "resolved" : "at once",
    asksAgainFor: refreshesOf(workspace),
    settings: workspace.configuration ? "asked" : "told",
    settingChanges: workspace.didChangeConfiguration?.dynamicRegistration ? "registered" : "told",
    commands: new Set(wordsOf(optionOf(options, "commands"))),
  };
}

function foldsOf({
  lineFoldingOnly,
  foldingRange,
  rangeLimit = Infinity,
}: FoldingRangeClientCapabilities): Pick<ClientLooks, "folds" | "foldedTexts" | "mostFolds"> {
  return {
    folds: lineFoldingOnly ? "lines" : "anything",
    foldedTexts: foldingRange?.collapsedText ? "understood" : "unknown",
    mostFolds: rangeLimit,
  };
}

function refreshesOf(workspace: WorkspaceClientCapabilities): ClientLooks["asksAgainFor"] {
  const understood = {
    tokens: workspace.semanticTokens?.refreshSupport,
    hints: workspace.inlayHint?.refreshSupport,
    lenses: workspace.codeLens?.refreshSupport,
  };
  const kinds = ["tokens", "hints", "lenses"] as const;
  return new Set(kinds.filter((kind) => understood[kind]));
}

function optionOf(options: unknown, name: string): unknown {
  const given = typeof options === "object" && options !== null ? options : {};
  return Object.entries(given).find(([key]) => key === name)?.[1];
}

function wordsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((it) => typeof it === "string") : [];
}
