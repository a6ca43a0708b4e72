// What the most able of clients says of itself.
import type { CompletionClientCapabilities } from "vscode-languageserver/node";

export const ABLE_TO_COMPLETE: CompletionClientCapabilities = {
  completionItem: {
    snippetSupport: true,
    insertReplaceSupport: true,
    labelDetailsSupport: true,
    commitCharactersSupport: true,
    tagSupport: { valueSet: [1] },
    insertTextModeSupport: { valueSet: [1, 2] },
    documentationFormat: ["markdown"],
  },
  completionList: { itemDefaults: ["editRange", "data"], applyKindSupport: true },
};
