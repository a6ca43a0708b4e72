// What a client can show of how a text looks and folds, and how its settings are known.
import type {
  ClientCapabilities,
  FoldingRangeClientCapabilities,
  WorkspaceClientCapabilities,
} from "vscode-languageserver";
import { known, type Support } from "./support.ts";

export interface ClientLooks {
  /** The types of tokens that it says it knows. */
  readonly tokenTypes: ReadonlySet<string>;
  readonly folds: "lines" | "anything";
  /** Whether it shows what a fold has in place of its text. */
  readonly foldedTexts: Support;
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
}

export function looksOf({ textDocument = {}, workspace = {} }: ClientCapabilities): ClientLooks {
  const { foldingRange = {}, semanticTokens, inlayHint } = textDocument;
  return {
    tokenTypes: new Set(semanticTokens?.tokenTypes),
    ...foldsOf(foldingRange),
    hintTooltips: inlayHint?.resolveSupport?.properties.includes("tooltip") ? "resolved" : "at once",
    asksAgainFor: refreshesOf(workspace),
    settings: workspace.configuration ? "asked" : "told",
    settingChanges: workspace.didChangeConfiguration?.dynamicRegistration ? "registered" : "told",
  };
}

function foldsOf({
  lineFoldingOnly,
  foldingRange,
  rangeLimit = Infinity,
}: FoldingRangeClientCapabilities): Pick<ClientLooks, "folds" | "foldedTexts" | "mostFolds"> {
  return {
    folds: lineFoldingOnly ? "lines" : "anything",
    foldedTexts: known(foldingRange?.collapsedText),
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
