// Tells the language server that VS Code knows our own types of tokens: package.json declares them.
import type { StaticFeature } from "vscode-languageclient";

const OWN_TYPES = ["objective", "param"];

/** Beside the types of the protocol, which the client names by itself. */
export const ownTokenTypes: StaticFeature = {
  fillClientCapabilities: ({ textDocument }) => {
    textDocument?.semanticTokens?.tokenTypes.push(...OWN_TYPES);
  },
  initialize: () => undefined,
  getState: () => ({ kind: "static" }),
  clear: () => undefined,
};
