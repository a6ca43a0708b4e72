// What a client says by its options, for which the protocol has no capability: docs/contract.md lists them.
import type { InitializeParams } from "vscode-languageserver";
import type { Translation } from "../../language/text/sentence.ts";
import { known, type Support } from "./support.ts";

export interface ClientOptions {
  /** Whether it reads files that are on no disk of the server's: requests of protocol.ts. */
  readonly servedFiles: Support;
  /** Whether it says what targets got of sets last: a request of protocol.ts. */
  readonly uploads: "told" | "unknown";
  /** The URI of the folder in which it has a page for every finding; undefined where it has none of its own. */
  readonly pages: string | undefined;
  /** The editor's command that opens completion again; undefined where it has none. */
  readonly completeAgain: string | undefined;
  /** Its command that begins to rename what stands at a position of a document; undefined where it has none. */
  readonly renameAt: string | undefined;
  /** Whether it has our grammar of patterns, so that it needs only what names and values are. */
  readonly patterns: "ours" | "none";
  /** Its commands that lenses may run. */
  readonly commands: ReadonlySet<string>;
  /** The words of its reader's language; what is missing stays English. */
  readonly translation: Translation;
}

export function optionsOf(given: InitializeParams["initializationOptions"]): ClientOptions {
  const options = new Map(Object.entries(objectIn(given)));
  const option = (name: string): unknown => options.get(name);
  return {
    servedFiles: known(option("files") === "served"),
    uploads: option("uploads") === "told" ? "told" : "unknown",
    pages: textIn(option("pages")),
    completeAgain: textIn(option("completeAgain")),
    renameAt: textIn(option("renameAt")),
    patterns: option("patterns") === "ours" ? "ours" : "none",
    commands: new Set(textsIn(option("commands"))),
    translation: wordsIn(option("translation")),
  };
}

function objectIn(given: unknown): object {
  return typeof given === "object" && given !== null ? given : {};
}

function textIn(given: unknown): string | undefined {
  return typeof given === "string" ? given : undefined;
}

function textsIn(given: unknown): readonly string[] {
  return Array.isArray(given) ? given.filter((it) => typeof it === "string") : [];
}

function wordsIn(given: unknown): Translation {
  const words = Object.entries(objectIn(given)).filter(([, said]) => typeof said === "string");
  return Object.fromEntries(words);
}
