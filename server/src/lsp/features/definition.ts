// From a name to its declaration.
import type * as lsp from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { definition, type Definition } from "../../language/features/definition.ts";
import type { Feature } from "../feature.ts";
import { atInSets, type Server } from "../serving.ts";
import { toLocation, toRange } from "../to-lsp.ts";

export const definitions: Feature = {
  capability: () => ({ definitionProvider: true }),
  register: (server) =>
    server.connection.onDefinition((params, token) =>
      atInSets(server, params, token, ({ lines }, sets, point) => {
        const it = definition(sets, point);
        return it && toDefinition(lines, it, server);
      }),
    ),
};

/** `lines` are those of the document that was asked about. */
function toDefinition(
  lines: TextDocument,
  { origin, places }: Definition,
  { client, workspace }: Pick<Server, "client" | "workspace">,
): lsp.Location[] | lsp.LocationLink[] {
  if (client.definitionLinks === "unknown") return places.map((place) => toLocation(workspace, place));
  return places.map(({ file, declaration, span }) => {
    const target = workspace.fileOf(file);
    return {
      originSelectionRange: toRange(lines, origin),
      targetUri: target.uri,
      targetRange: toRange(target.lines, declaration),
      targetSelectionRange: toRange(target.lines, span),
    };
  });
}
