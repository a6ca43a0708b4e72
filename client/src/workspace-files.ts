// Files as VS Code has them: of a repository on the web, of another machine, of whatever an extension makes a workspace of.
import * as vscode from "vscode";
import { decode } from "../../server/src/project/decode.ts";
import {
  attemptedOn,
  FILE_LIMIT,
  refusedFile,
  type FileFailureKind,
  type FileResult,
  type FileSystem,
  type FolderEntry,
  type PathKind,
} from "../../server/src/project/file-system.ts";
import { uriAt } from "./file-path.ts";

export function workspaceFiles(): FileSystem {
  return {
    readFile: (path) => attempt(path, () => readText(path)),
    writeFileAtomic: (path, text) =>
      attempt(path, async () => {
        await write(path, text);
        return done("written");
      }),
    createFile: (path, text) =>
      attempt(path, async () => {
        // No file system of VS Code's makes a file only where there is none: who comes between is not noticed.
        if ((await kindOf(path)) !== "missing") return done("there");
        await write(path, text);
        return done("made");
      }),
    removeFile: (path) =>
      attempt(path, async () => {
        if ((await kindOf(path)) !== "missing") await vscode.workspace.fs.delete(uriAt(path));
        return done("removed");
      }),
    makeFolder: (path) =>
      attempt(path, async () => {
        await vscode.workspace.fs.createDirectory(uriAt(path));
        return done("made");
      }),
    kindOf,
    list: (folder) =>
      attempt(folder, async () => {
        const entries = await vscode.workspace.fs.readDirectory(uriAt(folder));
        return done(entries.map(([name, type]): FolderEntry => ({ name, kind: entryKind(type) })));
      }),
  };
}

async function readText(path: string): Promise<FileResult<string>> {
  const uri = uriAt(path);
  const { type, size } = await vscode.workspace.fs.stat(uri);
  if ((type & vscode.FileType.Directory) !== 0) return refusedFile("folder", path);
  if (size > FILE_LIMIT) return refusedFile("too large", path);
  const decoded = decode([await vscode.workspace.fs.readFile(uri)]);
  return "unfit" in decoded ? refusedFile(decoded.unfit, path) : done(decoded.text);
}

async function write(path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriAt(path), new TextEncoder().encode(text));
}

async function kindOf(path: string): Promise<PathKind> {
  return vscode.workspace.fs.stat(uriAt(path)).then(
    ({ type }) => plainKind(type),
    () => "missing",
  );
}

/** A link says what it leads to, too. A folder behind one is nobody's to walk into. */
function entryKind(type: vscode.FileType): FolderEntry["kind"] {
  const isLink = (type & vscode.FileType.SymbolicLink) !== 0;
  const kind = plainKind(type);
  return isLink && kind === "folder" ? "other" : kind;
}

function plainKind(type: vscode.FileType): Exclude<PathKind, "missing"> {
  if ((type & vscode.FileType.File) !== 0) return "file";
  return (type & vscode.FileType.Directory) !== 0 ? "folder" : "other";
}

function attempt<Value>(path: string, act: () => Promise<FileResult<Value>>): Promise<FileResult<Value>> {
  return attemptedOn(path, act, (error) => {
    const code = error instanceof vscode.FileSystemError ? error.code : "";
    return { kind: FAILURE_KINDS[code] ?? "other", code };
  });
}

const FAILURE_KINDS: Readonly<Record<string, FileFailureKind | undefined>> = {
  FileNotFound: "missing",
  FileIsADirectory: "folder",
  FileNotADirectory: "not a folder",
  FileExists: "not a folder",
  NoPermissions: "denied",
};

function done<const Value>(value: Value): FileResult<Value> {
  return { ok: true, value };
}
