// How sets stand at their targets, over the protocol: the client says what these got, the server decides, and all say the same.
import type { CodeLens } from "vscode-languageserver/node";
import { describe, expect, test } from "vitest";
import { describeUpload } from "../../server/src/language/compile/upload-state.ts";
import { inWords } from "../../server/src/language/text/sentence.ts";
import { memoryFileSystem } from "../project/memory-file-system.ts";
import { lspPair, URI, type LspPair, type PairOptions } from "../support/lsp-pair.ts";
import { NEVER_UPLOADED, tellingClient, uploadedNow } from "../support/uploads.ts";

const SET = `objectives "S"
param city = "Bern"
objective greet { prompt "Greet them in \${city}." -> see when "x" -> close otherwise }
objective see { prompt "See." }
objective close { prompt "Bye." }
`;
const COMMANDS = { commands: ["objectives.upload", "objectives.plan"] };
const CAPABLE = { workspace: { codeLens: { refreshSupport: true } } };

async function telling(more: PairOptions = {}) {
  const { options, said } = tellingClient(COMMANDS);
  const pair = await lspPair(CAPABLE, { ...options, ...more });
  const refreshes = refreshesOf(pair);
  return { ...pair, said, refreshes };
}

/** Counts what the client is told to ask again of lenses. */
function refreshesOf({ client }: LspPair) {
  let count = 0;
  let come = (): void => undefined;
  client.onRequest("workspace/codeLens/refresh", () => {
    count += 1;
    come();
    return null;
  });
  const next = (seen: number): Promise<void> =>
    count > seen ? Promise.resolve() : new Promise((resolve) => (come = resolve));
  return { count: () => count, next };
}

/** What lens and request say of a set; they must agree. */
async function saidOf(pair: LspPair, uri = URI): Promise<string | undefined> {
  const state = await pair.ask("objectives/uploadState", { uri });
  const words = state ? inWords(describeUpload(state.state, state.target), {}) : undefined;
  const lens = await uploadLens(pair, uri);
  expect(lens?.command?.title).toBe(words);
  return words;
}

async function uploadLens(pair: LspPair, uri = URI): Promise<CodeLens | undefined> {
  const found = await pair.client.sendRequest<readonly CodeLens[] | null>("textDocument/codeLens", {
    textDocument: { uri },
  });
  const lens = found?.find(({ data }) => (data as { readonly kind: string }).kind === "upload");
  return lens && pair.client.sendRequest<CodeLens>("codeLens/resolve", lens);
}

test("lens and state follow the text with every change, saved or not", async () => {
  const pair = await telling();
  await pair.open(SET);
  pair.said.set(URI, NEVER_UPLOADED);
  expect(await saidOf(pair)).toBe("Never uploaded to tavus");
  pair.said.set(URI, await uploadedNow(pair, URI));
  expect(await saidOf(pair)).toBe("As uploaded to tavus");
  await pair.type('"Bye."', '"Bye, bye."');
  expect(await saidOf(pair)).toBe("Changed since the upload to tavus");
  await pair.type('"Bye, bye."', '"Bye." // the same\n');
  expect(await saidOf(pair)).toBe("As uploaded to tavus");
  await pair.type('-> see when "x" -> close otherwise', '-> close otherwise -> see when "x"');
  expect(await saidOf(pair)).toBe("As uploaded to tavus");
  await pair.type("objective see {", "objective {");
  expect(await saidOf(pair)).toBe("Changed since the upload to tavus");
  pair.said.set(URI, { ...NEVER_UPLOADED, isThere: true });
  expect(await saidOf(pair)).toBe("Uploaded to tavus, but unclear which version");
  await pair.end();
});

test("the params of the target count", async () => {
  const pair = await telling();
  await pair.open(SET);
  const basel = await uploadedNow(pair, URI, { city: "Basel" });
  pair.said.set(URI, basel);
  expect(await saidOf(pair)).toBe("As uploaded to tavus");
  pair.said.set(URI, { ...basel, params: {} });
  expect(await saidOf(pair)).toBe("Changed since the upload to tavus");
  await pair.end();
});

test("what somebody reads of a state leads to what to do about it", async () => {
  const pair = await telling();
  await pair.open(SET);
  pair.said.set(URI, NEVER_UPLOADED);
  expect((await uploadLens(pair))?.command).toMatchObject({ command: "objectives.upload", arguments: [URI] });
  pair.said.set(URI, await uploadedNow(pair, URI));
  expect((await uploadLens(pair))?.command).toMatchObject({ command: "objectives.plan" });
  await pair.end();
});

describe.each(["file:///flows", "vscode-vfs://github/us"])("in %s", (folder) => {
  const [main, part] = [`${folder}/main.objectives`, `${folder}/part.objectives`];
  const MAIN = 'objectives "M"\ninclude "./part.objectives"\nobjective a { prompt "A." -> b }\n';
  const PART = 'objective b { prompt "B." }\n';
  const root = folder.replace("file://", "");
  const files = memoryFileSystem({ [`${root}/main.objectives`]: MAIN, [`${root}/part.objectives`]: PART });

  test("a set that nobody has open stands somewhere, too, and its fragments count", async () => {
    const { options, said } = tellingClient(COMMANDS);
    const reading = root === folder ? { served: files, files: null } : { files };
    const pair = await lspPair(CAPABLE, { ...options, ...reading, folder });
    const refreshes = refreshesOf(pair);
    said.set(main, await uploadedNow(pair, main));
    expect(await pair.ask("objectives/uploadState", { uri: main })).toEqual({
      target: "tavus",
      state: "as uploaded",
    });
    await pair.open(MAIN, main);
    await pair.open(PART, part);
    expect(await saidOf(pair, main)).toBe("As uploaded to tavus");

    // A word in a prompt of a fragment changes the state of the set, and whoever shows that is told.
    const seen = refreshes.count();
    await pair.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: part, version: 2 },
      contentChanges: [{ text: PART.replace("B.", "C.") }],
    });
    await refreshes.next(seen);
    expect(await saidOf(pair, main)).toBe("Changed since the upload to tavus");
    await pair.end();
  });
});

test("lenses are asked for again where the client says that something else was uploaded", async () => {
  const pair = await telling();
  const seen = pair.refreshes.count();
  await pair.client.sendNotification("objectives/uploadsChanged", {});
  await pair.refreshes.next(seen);
  await pair.end();
});

test("nothing is said where the client says nothing", async () => {
  const pair = await telling();
  await pair.open(SET);
  expect(await saidOf(pair)).toBeUndefined();
  await pair.end();
});

test("a client that tells of no uploads is not asked", async () => {
  const asked: string[] = [];
  const answering: PairOptions["answering"] = (client) =>
    void client.onRequest("objectives/lastUpload", () => void asked.push("asked"));
  const pair = await lspPair({}, { answering });
  await pair.open(SET);
  expect(await saidOf(pair)).toBeUndefined();
  expect(asked).toEqual([]);
  await pair.end();
});
