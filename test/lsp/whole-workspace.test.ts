// What is asked of a whole workspace, files that nobody has open included: symbols by name, and files that move.
import { FileChangeType, type SymbolInformation, type WorkspaceEdit } from "vscode-languageserver/node";
import { expect, test } from "vitest";
import { memoryFileSystem, type MemoryFileSystem } from "../project/memory-file-system.ts";
import { lspPair, type LspPair } from "../support/lsp-pair.ts";

const FOLDER = "file:///ours";
const uriOf = (name: string): string => `${FOLDER}/${name}.objectives`;

const MAIN =
  'objectives "Dental"\r\ninclude "./parts/close.objectives"\r\nobjective greet { prompt "p" -> close_it }\r\n';
const CLOSE = 'include "./more.objectives"\n// 👩‍👧\nparam brand = "x"\nobjective close_it { prompt "p" }\n';

function disk(): MemoryFileSystem {
  return memoryFileSystem({
    "/ours/main.objectives": MAIN,
    "/ours/parts/close.objectives": CLOSE,
    "/ours/parts/more.objectives": 'scenario "Closing" { greet close_it }\n',
  });
}

const FILE_RENAMES = { workspace: { fileOperations: { willRename: true, didRename: true } } };

async function symbolsFor(pair: LspPair, query: string): Promise<readonly string[]> {
  const found = await pair.client.sendRequest<SymbolInformation[]>("workspace/symbol", { query });
  return found.map(
    ({ name, containerName, location: { uri, range } }) =>
      `${name} in ${containerName}: ${uri.slice(FOLDER.length + 1)} ${range.start.line}:${range.start.character}-${range.end.character}`,
  );
}

test("symbols of files that nobody has open, and of open ones as they are in their editors", async () => {
  const pair = await lspPair({}, { files: disk(), folder: FOLDER });
  expect(await symbolsFor(pair, "clos")).toEqual([
    "Closing in parts/more.objectives: parts/more.objectives 0:9-18",
    "close_it in parts/close.objectives: parts/close.objectives 3:10-18",
  ]);
  expect(await symbolsFor(pair, "GRT")).toEqual(["greet in Dental: main.objectives 2:10-15"]);
  expect(await symbolsFor(pair, "dental")).toEqual(["Dental in main.objectives: main.objectives 0:11-19"]);
  await pair.open(`\n${MAIN.replace("greet", "hello")}`, uriOf("main"));
  expect(await symbolsFor(pair, "greet")).toEqual([]);
  expect(await symbolsFor(pair, "hello")).toEqual(["hello in Dental: main.objectives 3:10-15"]);
  await pair.end();
});

/** The edits before these renames, each in a line. */
async function editsBefore(pair: LspPair, files: readonly { oldUri: string; newUri: string }[]) {
  const edit = await pair.client.sendRequest<WorkspaceEdit | null>("workspace/willRenameFiles", { files });
  return Object.entries(edit?.changes ?? {}).flatMap(([uri, edits]) =>
    edits.map(({ range, newText }) => `${uri.slice(FOLDER.length + 1)} ${range.start.line} ${newText}`),
  );
}

test("includes follow a file that is renamed, from its own side and from the others'", async () => {
  const pair = await lspPair(FILE_RENAMES, { files: disk(), folder: FOLDER });
  await pair.open(`\n${MAIN}`, uriOf("main"));
  expect(await editsBefore(pair, [{ oldUri: uriOf("parts/close"), newUri: uriOf("end") }])).toEqual([
    'main.objectives 2 "./end.objectives"',
    'parts/close.objectives 0 "./parts/more.objectives"',
  ]);
  await pair.end();
});

test("which file was opened or written first makes no difference to what is answered", async () => {
  const files = disk();
  const pair = await lspPair(FILE_RENAMES, { files, folder: FOLDER });
  const renames = [{ oldUri: uriOf("parts/close"), newUri: uriOf("end") }];
  const [before, symbols] = [await editsBefore(pair, renames), await symbolsFor(pair, "")];
  const main = files.texts.get("/ours/main.objectives") ?? "";
  const told = (type: FileChangeType): Promise<void> =>
    pair.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf("main"), type }],
    });
  files.texts.delete("/ours/main.objectives");
  await told(FileChangeType.Deleted);
  expect(await symbolsFor(pair, "greet")).toEqual([]);
  files.texts.set("/ours/main.objectives", main);
  await told(FileChangeType.Created);
  expect(await editsBefore(pair, renames)).toEqual(before);
  expect(await symbolsFor(pair, "")).toEqual(symbols);
  await pair.end();
});

test("a folder takes its files along, and a file that has nothing to do with it needs no edit", async () => {
  const pair = await lspPair(FILE_RENAMES, { files: disk(), folder: FOLDER });
  const folder = [{ oldUri: `${FOLDER}/parts`, newUri: `${FOLDER}/b%20its` }];
  expect(await editsBefore(pair, folder)).toEqual(['main.objectives 1 "./b its/close.objectives"']);
  const other = [{ oldUri: `${FOLDER}/part`, newUri: `${FOLDER}/other` }];
  expect(await pair.client.sendRequest("workspace/willRenameFiles", { files: other })).toBeNull();
  await pair.end();
});

test("once files have moved, they are known where they are", async () => {
  const files = disk();
  const pair = await lspPair(FILE_RENAMES, { files, folder: FOLDER });
  await symbolsFor(pair, "");
  files.texts.set("/ours/b/more.objectives", files.texts.get("/ours/parts/more.objectives") ?? "");
  files.texts.delete("/ours/parts/more.objectives");
  await pair.client.sendNotification("workspace/didRenameFiles", {
    files: [{ oldUri: `${FOLDER}/parts`, newUri: `${FOLDER}/b` }],
  });
  await expect
    .poll(() => symbolsFor(pair, "Closing"))
    .toEqual(["Closing in b/more.objectives: b/more.objectives 0:9-18"]);
  await pair.end();
});

test("a file that was moved before anybody looked at it is known where it is", async () => {
  const files = disk();
  const pair = await lspPair(FILE_RENAMES, { files, folder: FOLDER });
  expect(await symbolsFor(pair, "latest")).toEqual([]);
  files.texts.set("/ours/new.objectives", 'objective latest { prompt "p" }\n');
  await pair.client.sendNotification("workspace/didRenameFiles", {
    files: [{ oldUri: uriOf("old"), newUri: uriOf("new") }],
  });
  await expect
    .poll(() => symbolsFor(pair, "latest"))
    .toEqual(["latest in new.objectives: new.objectives 0:10-16"]);
  await pair.end();
});

test("what was read of a file first, and is known last, is not what it says", async () => {
  const files = disk();
  const [asked, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const path = "/ours/new.objectives";
  let reads = 0;
  const readFile: MemoryFileSystem["readFile"] = async (wanted) => {
    const result = await files.readFile(wanted);
    if (wanted !== path || reads++ > 0) return result;
    asked.resolve();
    await held.promise;
    return result;
  };
  const pair = await lspPair(FILE_RENAMES, { files: { ...files, readFile }, folder: FOLDER });
  await symbolsFor(pair, "");
  for (const name of ["former", "latter"]) {
    files.texts.set(path, `objective ${name} { prompt "p" }`);
    await pair.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf("new"), type: FileChangeType.Changed }],
    });
    await asked.promise;
  }
  await expect.poll(() => symbolsFor(pair, "latter")).toHaveLength(1);
  held.resolve();
  await symbolsFor(pair, "");
  expect(await symbolsFor(pair, "former")).toEqual([]);
  await pair.end();
});

test("only a client that renames files is told that it may ask", async () => {
  const [able, plain] = [await lspPair(FILE_RENAMES), await lspPair()];
  expect(Object.keys(able.initialized.capabilities.workspace?.fileOperations ?? {})).toEqual([
    "willRename",
    "didRename",
  ]);
  expect(plain.initialized.capabilities.workspace?.fileOperations).toBeUndefined();
  await able.end();
  await plain.end();
});
