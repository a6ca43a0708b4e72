// Files that are renamed or moved: before that, includes learn the new paths; afterwards, the survey learns of it.
import type { FileOperationRegistrationOptions, FileRename } from "vscode-languageserver";
import type * as lsp from "vscode-languageserver";
import { includeEdits } from "../../language/features/moved-files.ts";
import type { FileId } from "../../language/text/place.ts";
import { FILE_ENDING } from "../../project/walk-folder.ts";
import type { Feature } from "../feature.ts";
import { fileIdOf, includedId, includePath } from "../file-id.ts";
import type { Server } from "../serving.ts";
import { toWorkspaceEdit } from "../to-lsp.ts";
import type { Move } from "../workspace.ts";

export const movedFiles: Feature = {
  capability: ({ renamingFiles, renamedFiles }) => {
    const fileOperations = {
      ...(renamingFiles === "understood" ? { willRename: OURS } : {}),
      ...(renamedFiles === "understood" ? { didRename: OURS } : {}),
    };
    return Object.keys(fileOperations).length === 0 ? {} : { workspace: { fileOperations } };
  },
  register: (server) => {
    const { connection, workspace } = server;
    connection.workspace.onWillRenameFiles(({ files }) => edited(server, files));
    connection.workspace.onDidRenameFiles(({ files }) => workspace.noteMoves(movesOf(files)));
  },
};

/** Our files, and folders, which may hold some. */
const OURS: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: `**/*${FILE_ENDING}`, matches: "file" } },
    { pattern: { glob: "**", matches: "folder" } },
  ],
};

async function edited(server: Server, renames: readonly FileRename[]): Promise<lsp.WorkspaceEdit | null> {
  const movedTo = movedBy(movesOf(renames));
  const { workspace, folders } = server;
  const files = await workspace.filesAbout((file) => movedTo(file) !== file);
  const edits = includeEdits(files, movedTo, {
    resolve: (from, path) => includedId(from, path, folders),
    pathTo: includePath,
  });
  return edits.length === 0 ? null : toWorkspaceEdit(server, edits);
}

function movesOf(renames: readonly FileRename[]): readonly Move[] {
  return renames.map(({ oldUri, newUri }) => ({ from: fileIdOf(oldUri), to: fileIdOf(newUri) }));
}

/** Where a file will be: it may be renamed itself, or be in a folder that is. */
function movedBy(moves: readonly Move[]): (file: FileId) => FileId {
  return (file) => {
    const move = moves.find(({ from }) => file === from || file.startsWith(`${from}/`));
    return move ? move.to + file.slice(move.from.length) : file;
  };
}
