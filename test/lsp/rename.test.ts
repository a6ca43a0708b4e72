// Renaming over the protocol, in every set that shares a file.
import type { ClientCapabilities, Range, WorkspaceEdit } from "vscode-languageserver/node";
import { expect, test } from "vitest";
import { memoryFileSystem } from "../project/memory-file-system.ts";
import { lspPair, type LspPair } from "../support/lsp-pair.ts";

const uriOf = (name: string): string => `file:///ours/${name}`;
const SHARED = 'objective close { prompt "p" }\n';
const set = (name: string): string =>
  `objectives "${name}"\ninclude "./shared.objectives"\nobjective greet { prompt "p" -> close }\n`;

async function opened(capabilities: ClientCapabilities = {}): Promise<LspPair> {
  const files = memoryFileSystem({
    "/ours/one.objectives": set("One"),
    "/ours/two.objectives": set("Two"),
    "/ours/three.objectives": 'objectives "Three"\nobjective close { prompt "p" }\n',
    "/ours/shared.objectives": SHARED,
  });
  const pair = await lspPair(
    { textDocument: { rename: { prepareSupport: true } }, ...capabilities },
    { files, folder: "file:///ours" },
  );
  await pair.open(set("One"), uriOf("one.objectives"));
  return pair;
}

const column = set("One").split("\n")[2]?.indexOf("close") ?? 0;
const at = { textDocument: { uri: uriOf("one.objectives") }, position: { line: 2, character: column } };

test("what stands there can be renamed", async () => {
  const pair = await opened();
  const prepared = await pair.client.sendRequest<{ range: Range; placeholder: string }>(
    "textDocument/prepareRename",
    at,
  );
  expect([prepared.placeholder, prepared.range.start.character]).toEqual(["close", column]);
  const nothing = { ...at, position: { line: 2, character: 2 } };
  await expect(pair.client.sendRequest("textDocument/prepareRename", nothing)).rejects.toThrow(
    "Nothing here has a name",
  );
  await pair.end();
});

test("a name of a fragment, in the sets that nobody has open too", async () => {
  const pair = await opened();
  const edit = await pair.client.sendRequest<WorkspaceEdit>("textDocument/rename", {
    ...at,
    newName: "stop",
  });
  const places = Object.entries(edit.changes ?? {}).map(
    ([uri, edits]) =>
      `${uri} ${edits.map(({ range: { start } }) => `${start.line}:${start.character}`).join(" ")}`,
  );
  expect(places.toSorted()).toEqual([
    `${uriOf("one.objectives")} 2:${column}`,
    `${uriOf("shared.objectives")} 0:10`,
    `${uriOf("two.objectives")} 2:${column}`,
  ]);
  await pair.end();
});

test("edits are for the versions that were seen, where the client understands that", async () => {
  const pair = await opened({ workspace: { workspaceEdit: { documentChanges: true } } });
  const edit = await pair.client.sendRequest<WorkspaceEdit>("textDocument/rename", {
    ...at,
    newName: "stop",
  });
  expect(edit.changes).toBeUndefined();
  expect(edit.documentChanges?.map((change) => "textDocument" in change && change.textDocument)).toEqual([
    { uri: uriOf("one.objectives"), version: 1 },
    { uri: uriOf("shared.objectives"), version: null },
    { uri: uriOf("two.objectives"), version: null },
  ]);
  await pair.end();
});

test("edits say how far they reach, and none is left to be ticked, where the client understands that", async () => {
  const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
  const pair = await opened({ workspace: { workspaceEdit } });
  const edit = await pair.client.sendRequest<WorkspaceEdit>("textDocument/rename", {
    ...at,
    newName: "stop",
  });
  const reaches = edit.documentChanges?.flatMap((change) =>
    "textDocument" in change
      ? change.edits.map((it) => `${change.textDocument.uri} ${"annotationId" in it ? it.annotationId : "?"}`)
      : [],
  );
  expect(reaches).toEqual([
    `${uriOf("one.objectives")} this file`,
    `${uriOf("shared.objectives")} its sets`,
    `${uriOf("two.objectives")} other sets`,
  ]);
  expect(edit.changeAnnotations).toEqual({
    "this file": { label: "In this file", needsConfirmation: false },
    "its sets": { label: "In other files of the set", needsConfirmation: false },
    "other sets": { label: "In other sets that share files with it", needsConfirmation: false },
  });
  await pair.end();
});

test("what cannot be is refused in words", async () => {
  const pair = await opened();
  await expect(pair.client.sendRequest("textDocument/rename", { ...at, newName: "greet" })).rejects.toThrow(
    "An objective 'greet' is there already: choose another name.",
  );
  await pair.end();
});
