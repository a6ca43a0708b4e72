// Documents that the server makes of a set, in any editor that shows such: given, and told of when they are others.
import type { ClientCapabilities, TextDocumentContentResult } from "vscode-languageserver/node";
import { expect, test } from "vitest";
import { memoryFileSystem } from "../project/memory-file-system.ts";
import { lspPair, type LspPair, type PairOptions } from "../support/lsp-pair.ts";

const SHOWING: ClientCapabilities = { workspace: { textDocumentContent: {} } };
const FOLDER = "file:///my%20flows";
const SET = `${FOLDER}/set.objectives`;
const TEXT =
  'objectives "S"\nparam brand\nobjective greet { prompt "Greet from ${brand}." -> close }\nobjective close { prompt "Close." }\n';
const CONFIG = {
  version: 1,
  defaultTarget: "staging",
  targets: {
    staging: { url: "https://staging.example.com", params: { brand: "Staging" } },
    tavus: { params: { brand: "Smile" } },
  },
};

function madeUri(scheme: string, { set = SET, target = "" } = {}): string {
  return `${scheme}:/my%20flows/set.compiled.json?${encodeURIComponent(set)}${target === "" ? "" : `#${target}`}`;
}

async function pairWith(options: PairOptions = {}): Promise<LspPair> {
  const files = memoryFileSystem({
    "/my flows/set.objectives": TEXT,
    "/my flows/objectives.json": JSON.stringify(CONFIG),
  });
  return lspPair(SHOWING, { files, folder: FOLDER, ...options });
}

async function textOf(pair: LspPair, uri: string): Promise<string> {
  const request = pair.client.sendRequest<TextDocumentContentResult>("workspace/textDocumentContent", {
    uri,
  });
  return request.then(
    ({ text }) => text,
    ({ code, message }: { code: number; message: string }) => `${code} ${message}`,
  );
}

/** The compiled JSON of the set: its prompts. */
async function promptsIn(pair: LspPair, uri = madeUri("objectives-compiled")): Promise<readonly string[]> {
  const { data } = JSON.parse(await textOf(pair, uri)) as { data: { objective_prompt: string }[] };
  return data.map((it) => it.objective_prompt);
}

test("is offered to editors that show such documents alone", async () => {
  const schemes = async (capabilities: ClientCapabilities) => {
    const { initialized, end } = await lspPair(capabilities);
    await end();
    return initialized.capabilities.workspace?.textDocumentContent;
  };
  expect(await schemes(SHOWING)).toEqual({ schemes: ["objectives-compiled", "objectives-mermaid"] });
  expect(await schemes({})).toBeUndefined();
});

test("the compiled JSON has the params of the project's target, or of the one that is named", async () => {
  const pair = await pairWith();
  expect(await promptsIn(pair)).toEqual(["Greet from Staging.", "Close."]);
  expect(await promptsIn(pair, madeUri("objectives-compiled", { target: "tavus" }))).toEqual([
    "Greet from Smile.",
    "Close.",
  ]);
  await pair.open(TEXT.replace("Close.", "Bye."), SET);
  expect(await promptsIn(pair)).toEqual(["Greet from Staging.", "Bye."]);
  await pair.end();
});

test("the flow in Mermaid is that of the text in the editor", async () => {
  const pair = await pairWith();
  expect(await textOf(pair, madeUri("objectives-mermaid"))).toMatch(/^flowchart[^]*"close"/);
  await pair.open(TEXT.replaceAll("close", "farewell"), SET);
  expect(await textOf(pair, madeUri("objectives-mermaid"))).toMatch(/^flowchart[^]*"farewell"/);
  await pair.end();
});

test("the editor is told when a document is another one, once, and not while the set says none", async () => {
  const told: string[] = [];
  let hear = (): void => undefined;
  const pair = await pairWith({
    answering: (client) =>
      client.onRequest("workspace/textDocumentContent/refresh", ({ uri }: { uri: string }) => {
        told.push(uri);
        hear();
        return null;
      }),
  });
  const heard = (): Promise<void> => new Promise((resolve) => (hear = resolve));
  const [compiled, mermaid] = [madeUri("objectives-compiled"), madeUri("objectives-mermaid")];
  const change = async (text: string, version: number): Promise<void> =>
    pair.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: SET, version },
      contentChanges: [{ text }],
    });
  await pair.open(TEXT, SET);
  await promptsIn(pair, compiled);
  await textOf(pair, mermaid);

  // Broken, so that it says no one document; whole again, so that it says another.
  await change(TEXT.replace('"Close."', '"Close.'), 2);
  expect(await textOf(pair, madeUri("objectives-compiled", { target: "tavus" }))).toMatch(
    /^-32803 The set says no one/,
  );
  await change(TEXT.replace('"Close."', '"Bye."'), 3);
  await heard();
  expect(told).toEqual([compiled]);
  expect(await promptsIn(pair, compiled)).toEqual(["Greet from Staging.", "Bye."]);

  // Nobody has asked for the flow of this text, so that nobody is told twice.
  await change(TEXT.replaceAll("close", "farewell"), 4);
  while (told.length < 3) await heard();
  expect(told.slice(1).toSorted()).toEqual([compiled, mermaid]);
  await pair.end();
});

test.for([
  [
    "of what is nowhere",
    madeUri("objectives-compiled", { set: "file:///nowhere.objectives" }),
    "There is no set at",
  ],
  ["of another scheme", madeUri("objectives-yaml"), "There is no set at"],
  ["without a set", "objectives-compiled:", "There is no set at"],
  ["with broken escapes", "objectives-compiled:/x?%E0%A4%A", "There is no set at"],
  ["for a target that is none", madeUri("objectives-compiled", { target: "stagging" }), "stagging"],
  [
    "of a fragment",
    madeUri("objectives-compiled", { set: `${FOLDER}/part.objectives` }),
    "A fragment is no set",
  ],
] as const)("%s there is none, and it is said why", async ([, uri, why]) => {
  const pair = await pairWith();
  await pair.open('objective a { prompt "p" }', `${FOLDER}/part.objectives`);
  expect(await textOf(pair, uri)).toMatch(new RegExp(`^-32803 .*${why}`));
  await pair.end();
});

test("a fragment that changes changes the documents of its set, which nobody has open", async () => {
  const part = `${FOLDER}/part.objectives`;
  const main = 'objectives "S"\ninclude "./part.objectives"\n';
  const closing = 'objective close { prompt "Close." }';
  const heard = Promise.withResolvers<unknown>();
  const pair = await pairWith({
    files: memoryFileSystem({ "/my flows/set.objectives": main, "/my flows/part.objectives": closing }),
    answering: (client) => client.onRequest("workspace/textDocumentContent/refresh", heard.resolve),
  });
  expect(await promptsIn(pair)).toEqual(["Close."]);
  await pair.open(closing.replace('Close."', "Bye."), part);
  await pair.client.sendNotification("textDocument/didChange", {
    textDocument: { uri: part, version: 2 },
    contentChanges: [{ text: closing.replace("Close.", "Bye.") }],
  });
  expect(await heard.promise).toEqual({ uri: madeUri("objectives-compiled") });
  expect(await promptsIn(pair)).toEqual(["Bye."]);
  await pair.end();
});
