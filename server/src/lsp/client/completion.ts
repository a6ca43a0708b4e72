// What a client can show and put in of a completion.
import {
  CompletionItemTag,
  InsertTextMode,
  type ClientCapabilities,
  type CompletionClientCapabilities,
} from "vscode-languageserver";
import { markupForm, type MarkupForm } from "../to-markup.ts";
import { known, type Support } from "./support.ts";

export interface ClientCompletion {
  readonly snippets: Support;
  /** Whether a completion may name the typed part and the whole word. */
  readonly insertReplace: Support;
  /** Whether a few words may stand beside a completion's label. */
  readonly labelDetails: Support;
  /** How a completion may be told to be better left. */
  readonly deprecation: "tag" | "flag" | "unknown";
  /** Whether a completion may have its lines moved to where it is put in. */
  readonly adjustedIndentation: Support;
  /** Whether a sign may choose a completion. */
  readonly commitCharacters: Support;
  readonly completionText: MarkupForm;
  /** What a list of completions may say once for all of its items. */
  readonly sharedByItems: ReadonlySet<string>;
  /** Whether what an item says may be added to that. */
  readonly mergedWithShared: Support;
}

export function completionOf({ textDocument: { completion } = {} }: ClientCapabilities): ClientCompletion {
  const { completionItem: item, completionList: list } = completion ?? {};
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

function deprecationOf(
  item: CompletionClientCapabilities["completionItem"],
): ClientCompletion["deprecation"] {
  if (item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true) return "tag";
  return item?.deprecatedSupport === true ? "flag" : "unknown";
}
