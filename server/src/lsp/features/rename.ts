// Renaming, in every set that shares a file with what is renamed.
import { ErrorCodes, ResponseError } from "vscode-languageserver";
import { rename, renamableAt } from "../../language/features/rename.ts";
import type { Feature } from "../feature.ts";
import { fromPosition } from "../from-lsp.ts";
import { aboutOpen, modelWith, type Server } from "../serving.ts";
import { toRange, toWorkspaceEdit } from "../to-lsp.ts";

export const renaming: Feature = {
  capability: ({ prepareRename }) => ({
    renameProvider: prepareRename === "understood" ? { prepareProvider: true } : true,
  }),
  register: registerRename,
};

function registerRename(server: Server): void {
  const { connection, workspace } = server;
  connection.onPrepareRename(({ textDocument, position }) =>
    aboutOpen(server, textDocument.uri, (document) => {
      const found = renamableAt(modelWith(server, document), fromPosition(document, position));
      return found ? { range: toRange(document.lines, found.span), placeholder: found.name } : null;
    }),
  );
  connection.onRenameRequest(({ textDocument, position, newName }, token) =>
    aboutOpen(server, textDocument.uri, async (document) => {
      const [{ model }, ...others] = await workspace.checksAround(document, token);
      const models = [model, ...others.map((it) => it.model)] as const;
      const result = rename(models, fromPosition(document, position), newName);
      if ("refused" in result)
        throw new ResponseError(ErrorCodes.InvalidParams, server.inWords(result.refused));
      return toWorkspaceEdit(server, result.edits);
    }),
  );
}
