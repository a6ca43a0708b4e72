// Our declarations as kinds of symbols that the protocol has a word and an icon for.
import { SymbolKind } from "vscode-languageserver";
import type { OutlineItem } from "../language/features/outline.ts";

export const SYMBOL_KINDS = {
  set: SymbolKind.Module,
  include: SymbolKind.File,
  param: SymbolKind.Constant,
  defaults: SymbolKind.Object,
  objective: SymbolKind.Function,
  variable: SymbolKind.Variable,
  scenario: SymbolKind.Event,
  step: SymbolKind.Field,
} as const satisfies Record<OutlineItem["kind"], SymbolKind>;
