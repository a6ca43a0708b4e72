// The sets of a workspace and the flow of each, over a pair of streams: open ones and those that only the disk has.
import { describe, expect, test } from "vitest";
import type { FlowTreeItem } from "../../server/src/protocol.ts";
import { memoryFileSystem } from "../project/memory-file-system.ts";
import { cursor, lspPair, type LspPair } from "../support/lsp-pair.ts";

const FOLDER = "file:///flows";
const uriOf = (name: string): string => `${FOLDER}/${name}`;

const MAIN = `objectives "Main"
include "./closing.objectives"
objective greet { prompt "Greet." -> close -> gone }
`;

const FILES = {
  "/flows/main.objectives": MAIN,
  "/flows/closing.objectives": 'objective close { prompt "Close." }\r\n',
  "/flows/below/other.objectives": 'objectives ""\nobjective alone { prompt "p" }',
  "/flows/node_modules/made.objectives": 'objectives "Made"\n',
};

async function startedPair(files = memoryFileSystem(FILES)): Promise<LspPair> {
  const pair = await lspPair({}, { files, folder: FOLDER });
  await pair.ask("objectives/sets", {});
  while ((await pair.ask("objectives/sets", {})).length < 2) await pair.setsChanged();
  return pair;
}

function inOneLine({ occurrence, name, range: { start } }: FlowTreeItem): string {
  return `${occurrence} ${name} at ${start.line}:${start.character}`;
}

describe("the sets", () => {
  test("are those of the folder, without fragments and what programs made", async () => {
    const pair = await startedPair();
    expect(await pair.ask("objectives/sets", {})).toEqual([
      { uri: uriOf("below/other.objectives"), name: "", file: "below/other.objectives" },
      { uri: uriOf("main.objectives"), name: "Main", file: "main.objectives" },
    ]);
    await pair.end();
  });

  test("are also open ones that lie nowhere, for as long as they say that they are sets", async () => {
    const pair = await lspPair();
    const named = async () => (await pair.ask("objectives/sets", {})).map(({ name }) => name);
    await pair.open('objectives "New"\n');
    expect(await named()).toEqual(["New"]);
    await pair.type("objectives", "objective");
    expect(await pair.setsChanged()).toEqual({ uri: null });
    expect(await named()).toEqual([]);
    await pair.end();
  });
});

describe("the flow of a set", () => {
  test("of a file that nobody has open goes on in the files that it includes", async () => {
    const pair = await startedPair();
    const uri = uriOf("main.objectives");
    const roots = await pair.ask("objectives/flowTree", { uri });
    expect(roots?.map(inOneLine)).toEqual(["first greet at 2:10"]);
    const below = await pair.ask("objectives/flowTree", { uri, parent: "greet" });
    expect(below?.map(inOneLine)).toEqual(["first close at 0:10", "missing gone at 2:46"]);
    expect(below?.map((it) => it.uri)).toEqual([uriOf("closing.objectives"), uri]);
    expect(await pair.ask("objectives/flowTree", { uri, parent: "elsewhere" })).toEqual([]);
    expect(await pair.ask("objectives/flowTree", { uri: uriOf("gone.objectives") })).toBeNull();
    await pair.end();
  });

  test("leads down to an objective, by its node and by a place in a fragment", async () => {
    const pair = await startedPair();
    const set = uriOf("main.objectives");
    const { text, position } = cursor(FILES["/flows/closing.objectives"].replace("Close.", "Cl$0ose."));
    await pair.open(text, uriOf("closing.objectives"));
    const asked = [
      { uri: set, node: "close" },
      { uri: uriOf("closing.objectives"), position },
    ];
    for (const params of asked) {
      const path = await pair.ask("objectives/flowTreePath", params);
      expect([path?.uri, ...(path?.items ?? []).map(({ name }) => name)]).toEqual([set, "greet", "close"]);
    }
    expect(await pair.ask("objectives/flowTreePath", { uri: uriOf("gone.objectives"), position })).toBeNull();
    await pair.end();
  });

  test("tells of an objective what hovering tells", async () => {
    const pair = await startedPair();
    const uri = uriOf("main.objectives");
    expect(await pair.ask("objectives/flowTreeTip", { uri, id: "close" })).toContain("> Close");
    expect(await pair.ask("objectives/flowTreeTip", { uri, id: "elsewhere" })).toBeNull();
    await pair.end();
  });

  test("counts its findings as the project wants them, and tells that they changed", async () => {
    const files = memoryFileSystem(FILES);
    const pair = await startedPair(files);
    const uri = uriOf("main.objectives");
    const errors = async () => (await pair.ask("objectives/flowTree", { uri }))?.map((it) => it.errors);
    expect(await errors()).toEqual([1]);
    files.texts.set("/flows/objectives.json", '{ "version": 1, "rules": { "unknown-objective": "off" } }');
    await pair.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf("objectives.json"), type: 1 }],
    });
    do await pair.setsChanged();
    while ((await errors())?.[0] !== 0);
    await pair.end();
  });

  test("is compiled without being open", async () => {
    const pair = await startedPair();
    const compiled = await pair.ask("objectives/compile", { uri: uriOf("below/other.objectives") });
    expect(compiled?.kind).toBe("document");
    expect(await pair.ask("objectives/compile", { uri: uriOf("gone.objectives") })).toBeNull();
    await pair.end();
  });
});
