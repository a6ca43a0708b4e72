// Sets, objectives, params and scenarios of the whole workspace by name, in files that nobody has open, too.
import type * as lsp from "vscode-languageserver";
import { sentence } from "../../language/text/sentence.ts";
import { fitting } from "../../language/text/fuzzy.ts";
import type { Feature } from "../feature.ts";
import { shownName } from "../file-id.ts";
import type { FileSymbols } from "../file-symbols.ts";
import { shown } from "../progress.ts";
import type { Server } from "../serving.ts";
import { SYMBOL_KINDS } from "../symbol-kinds.ts";

export const workspaceSymbols: Feature = {
  capability: () => ({ workspaceSymbolProvider: { workDoneProgress: true } }),
  register: (server) =>
    server.connection.onWorkspaceSymbol(async ({ query }, token, reporter) => {
      const files = await shown(server, reporter, sentence`Looking at the sets of the workspace`, () =>
        server.workspace.symbols(token),
      );
      const found = fitting(
        query.trim(),
        files.flatMap((file) => file.symbols.map((it) => ({ ...it, in: file }))),
      );
      return found.slice(0, MOST).map(({ in: file, ...symbol }) => toSymbolInformation(symbol, file, server));
    }),
};

/** A client asks again with every letter, so more than one can look through help nobody. */
const MOST = 200;

function toSymbolInformation(
  { kind, name, span }: FileSymbols["symbols"][number],
  { file, uri, symbols, rangeOf }: FileSymbols,
  { folders }: Server,
): lsp.SymbolInformation {
  const set = kind === "set" ? undefined : symbols.find((it) => it.kind === "set");
  return {
    name,
    kind: SYMBOL_KINDS[kind],
    location: { uri, range: rangeOf(span) },
    containerName: set?.name ?? shownName(file, folders),
  };
}
