// What the editor at the other end can do, as far as answers depend on it: a theme a module, in client/.
import type { InitializeParams } from "vscode-languageserver";
import { completionOf, type ClientCompletion } from "./client/completion.ts";
import { editsOf, type ClientEdits } from "./client/edits.ts";
import { findingsOf, type ClientFindings } from "./client/findings.ts";
import { looksOf, type ClientLooks } from "./client/looks.ts";
import { namesOf, type ClientNames } from "./client/names.ts";
import { optionsOf, type ClientOptions } from "./client/options.ts";

export interface Client
  extends ClientCompletion, ClientEdits, ClientFindings, ClientLooks, ClientNames, ClientOptions {}

/** Reads what the client says of itself; what it does not say, it cannot do. */
export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  return {
    ...completionOf(capabilities),
    ...editsOf(capabilities),
    ...findingsOf(capabilities),
    ...looksOf(capabilities),
    ...namesOf(capabilities),
    ...optionsOf(initializationOptions),
  };
}
