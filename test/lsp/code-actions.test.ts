// What can be done about findings, asked over the protocol.
import type {
  ClientCapabilities,
  CodeAction,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { describe, expect, test } from "vitest";
import { memoryFileSystem, sleeping } from "../project/memory-file-system.ts";
import { lspPair, URI, type PairOptions } from "../support/lsp-pair.ts";

const ABLE: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
  textDocument: { publishDiagnostics: { codeDescriptionSupport: true } },
};

const TWICE = `objectives "S"
objective a {
  prompt "Ask for the mood."
  collect mood, mood
}
`;

/** What is offered about the whole text, of the kinds that are wanted. */
async function actionsOf(
  text: string,
  { only, capabilities = ABLE, ...options }: Asking = {},
): Promise<readonly CodeAction[]> {
  const pair = await lspPair(capabilities, options);
  await pair.open(text, options.uri);
  const end = { line: text.split("\n").length, character: 0 };
  const actions = await pair.client.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: options.uri ?? URI },
    range: { start: { line: 0, character: 0 }, end },
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
  await pair.end();
  return actions;
}

interface Asking extends PairOptions {
  readonly only?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly uri?: string;
}

test("a fix, with the finding that it removes", async () => {
  const [action] = await actionsOf(TWICE);
  expect(action).toMatchObject({
    title: "Remove the second 'mood'",
    kind: "quickfix",
    isPreferred: true,
    diagnostics: [{ code: "duplicate-variable" }],
    edit: {
      documentChanges: [
        {
          textDocument: { uri: URI, version: 1 },
          edits: [
            { range: { start: { line: 3, character: 14 }, end: { line: 3, character: 20 } }, newText: "" },
          ],
        },
      ],
    },
  });
});

test("a fix of the text as it is when its files are read, whatever was typed until then", async () => {
  const text = TWICE.replace('"S"\n', '"S"\ninclude "./more.objectives"\n');
  const { files, spin } = sleeping(memoryFileSystem({ "/more.objectives": 'objective b { prompt "p" }\n' }));
  const pair = await lspPair(ABLE, { files });
  await pair.open(text);
  const end = { line: text.split("\n").length, character: 0 };
  const actions = pair.client.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: URI },
    range: { start: { line: 0, character: 0 }, end },
    context: { diagnostics: [] },
  });
  await pair.type("objective a", "// Asks.\nobjective a");
  await pair.ask("objectives/decompile", { json: "[]" }); // behind these, so that they are known
  spin();
  const [action] = await actions;
  expect(action?.edit?.documentChanges).toEqual([
    {
      textDocument: { uri: URI, version: 2 },
      edits: [{ range: { start: { line: 5, character: 14 }, end: { line: 5, character: 20 } }, newText: "" }],
    },
  ]);
  await pair.end();
});

test("everything that needs no thinking, where that is asked for", async () => {
  const [action] = await actionsOf(TWICE, { only: ["source.fixAll"] });
  expect([action?.kind, changesIn(action?.edit)]).toEqual(["source.fixAll.objectives", [""]]);
  expect(await actionsOf(TWICE.replace(", mood", ""), { only: ["source.fixAll.objectives"] })).toEqual([]);
});

test("of kinds that are not wanted nothing", async () => {
  expect(await actionsOf(TWICE, { only: ["refactor"] })).toEqual([]);
});

describe("the project's severity", () => {
  const LONG = `objectives "S"\nobjective a { prompt "${"Ask for the name. ".repeat(60)}" }\n`;
  const project = { uri: "file:///ours/flows/a.objectives", folder: "file:///ours" };
  const levelOf = (actions: readonly CodeAction[]): CodeAction | undefined =>
    actions.find(({ title }) => title === "Switch off 'long-prompt' in objectives.json");

  test("is changed in the nearest objectives.json", async () => {
    const files = memoryFileSystem({ "/ours/objectives.json": '{\n  "version": 1\n}\n' });
    const action = levelOf(await actionsOf(LONG, { ...project, files }));
    expect(editsIn(action?.edit).map(([uri]) => uri)).toEqual(["file:///ours/objectives.json"]);
    expect(changesIn(action?.edit).join("")).toContain('"long-prompt": "off"');
  });

  test("makes an objectives.json in the workspace's folder where there is none", async () => {
    // Clients may end a folder's name with a slash.
    for (const folder of ["file:///ours", "file:///ours/"]) {
      const action = levelOf(await actionsOf(LONG, { ...project, folder }));
      expect(action?.edit?.documentChanges?.[0]).toMatchObject({
        kind: "create",
        uri: "file:///ours/objectives.json",
      });
    }
  });

  test("is no matter of a client that can make no files, nor of an error", async () => {
    expect(levelOf(await actionsOf(LONG, { ...project, capabilities: {} }))).toBeUndefined();
    const titles = (await actionsOf(TWICE, project)).map(({ title }) => title);
    expect(titles.filter((title) => title.includes("objectives.json"))).toEqual([]);
  });
});

test("a name is mended in every set that shares the fragment with it", async () => {
  const setOf = (name: string): string =>
    `objectives "${name}"\ninclude "./close.objectives"\nobjective a { prompt "p" -> "say bye" }\n`;
  const close = 'objective "say bye" { prompt "p" }\n';
  const files = memoryFileSystem({
    "/ours/a.objectives": setOf("A"),
    "/ours/b.objectives": setOf("B"),
    "/ours/close.objectives": close,
  });
  const options = { files, folder: "file:///ours", uri: "file:///ours/close.objectives" };
  const actions = await actionsOf(close, options);
  const rename = actions.find(({ title }) => title === "Rename 'say bye' to 'say_bye' everywhere");
  expect(
    editsIn(rename?.edit)
      .map(([uri]) => uri)
      .toSorted(),
  ).toEqual(["file:///ours/a.objectives", "file:///ours/b.objectives", "file:///ours/close.objectives"]);
});

test("a finding leads to its page, where the client can be led", async () => {
  const pages = "file:///docs/findings";
  const [able] = await actionsOf(TWICE, { pages });
  expect(able?.diagnostics?.[0]?.codeDescription).toEqual({ href: `${pages}/duplicate-variable.md` });
  const [unable] = await actionsOf(TWICE, { pages, capabilities: {} });
  expect(unable?.diagnostics?.[0]?.codeDescription).toBeUndefined();
});

function changesIn(edit: WorkspaceEdit | undefined): readonly string[] {
  return editsIn(edit).flatMap(([, edits]) => edits.flatMap((it) => ("newText" in it ? it.newText : [])));
}

type Edits = TextDocumentEdit["edits"];

/** By their files, in either of the protocol's two ways. */
function editsIn(edit: WorkspaceEdit | undefined): readonly (readonly [uri: string, edits: Edits])[] {
  const documents = (edit?.documentChanges ?? []).flatMap((change) =>
    "edits" in change ? [[change.textDocument.uri, change.edits] as const] : [],
  );
  return [...Object.entries(edit?.changes ?? {}), ...documents];
}
