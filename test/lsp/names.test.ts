// What starts at a name, over the protocol: for clients that can much and that can little.
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  ClientCapabilities,
  DocumentHighlight,
  DocumentLink,
  LinkedEditingRanges,
  Location,
  LocationLink,
  Range,
} from "vscode-languageserver/node";
import { expect, test } from "vitest";
import { memoryFileSystem } from "../project/memory-file-system.ts";
import { cursor, lspPair, type LspPair } from "../support/lsp-pair.ts";

const FOLDER = "file:///ours";
const uriOf = (name: string): string => `${FOLDER}/${name}.objectives`;
const set = (name: string, own: string): string =>
  `objectives "${name}"\ninclude "./shared.objectives"\n${own}\n`;

const ONE = set("One", 'objective greet { prompt "p" collect x -> greet -> close }');
const TEXTS = {
  "/ours/one.objectives": ONE,
  "/ours/two.objectives": set("Two", 'objective ask { prompt "p" -> close }'),
  "/ours/shared.objectives": 'objective close { prompt "p" }\n',
};

/** A server beside which the text with the cursor is open; asks it about the cursor's place. */
async function asking(
  name: string,
  withCursor: string,
  capabilities: ClientCapabilities = {},
): Promise<LspPair & { readonly about: <Answer>(method: string, more?: object) => Promise<Answer> }> {
  const pair = await lspPair(capabilities, { files: memoryFileSystem(TEXTS), folder: FOLDER });
  const { text, position } = cursor(withCursor);
  await pair.open(text, uriOf(name));
  const about = <Answer>(method: string, more = {}): Promise<Answer> =>
    pair.client.sendRequest<Answer>(method, { textDocument: { uri: uriOf(name) }, position, ...more });
  return { ...pair, about };
}

function placed({ uri, range: { start } }: { readonly uri: string; readonly range: Range }): string {
  return `${uri.slice(FOLDER.length + 1)} ${start.line}:${start.character}`;
}

test("references reach the sets that nobody has open; without declarations where none are wanted", async () => {
  const { about, end } = await asking("one", ONE.replace("-> close", "-> clo$0se"));
  const wanted = async (context: { readonly includeDeclaration: boolean }) =>
    (await about<Location[]>("textDocument/references", { context })).map(placed);
  expect(await wanted({ includeDeclaration: true })).toEqual([
    "one.objectives 2:51",
    "shared.objectives 0:10",
    "two.objectives 2:30",
  ]);
  expect(await wanted({ includeDeclaration: false })).toEqual(["one.objectives 2:51", "two.objectives 2:30"]);
  await end();
});

test("an include's path leads to the file, as a link where the client knows links", async () => {
  const plain = await asking("one", ONE.replace("./shared", "./sha$0red"));
  const places = await plain.about<Location[]>("textDocument/definition");
  expect(places.map(placed)).toEqual(["shared.objectives 0:0"]);
  await plain.end();
  const able = await asking("one", ONE.replace("./shared", "./sha$0red"), {
    textDocument: { definition: { linkSupport: true } },
  });
  const [link] = await able.about<LocationLink[]>("textDocument/definition");
  expect([link?.targetUri, link?.originSelectionRange?.start]).toEqual([
    uriOf("shared"),
    { line: 1, character: 8 },
  ]);
  await able.end();
});

test("highlights tell what is written from what is read", async () => {
  const { about, end } = await asking("one", ONE.replace("-> greet", "-> gre$0et"));
  const found = await about<DocumentHighlight[]>("textDocument/documentHighlight");
  expect(found.map(({ range: { start }, kind }) => `${start.character} ${kind}`)).toEqual(["10 3", "42 2"]);
  await end();
});

test("linked editing ties what no other file mentions, for clients that know of it", async () => {
  const able = await asking("one", ONE.replace("objective greet", "objective gre$0et"), {
    textDocument: { linkedEditingRange: {} },
  });
  expect(able.initialized.capabilities.linkedEditingRangeProvider).toBe(true);
  const tied = await able.about<LinkedEditingRanges>("textDocument/linkedEditingRange");
  expect(tied.ranges.map(({ start }) => start.character)).toEqual([10, 42]);
  await able.end();
  const shared = await asking("shared", TEXTS["/ours/shared.objectives"].replace("close", "$0close"));
  expect(shared.initialized.capabilities.linkedEditingRangeProvider).toBeUndefined();
  expect(await shared.about("textDocument/linkedEditingRange")).toBeNull();
  await shared.end();
});

test("the flow is a hierarchy that outlives edits and crosses files, for clients that know of it", async () => {
  const pair = await asking("one", ONE.replace("-> close", "-> clo$0se"), {
    textDocument: { callHierarchy: {} },
  });
  expect(pair.initialized.capabilities.callHierarchyProvider).toBe(true);
  const [close] = await pair.about<CallHierarchyItem[]>("textDocument/prepareCallHierarchy");
  expect(close && placed({ ...close, range: close.selectionRange })).toBe("shared.objectives 0:10");
  await pair.open(`\n\n${ONE}`, uriOf("one"));
  const incoming = await pair.client.sendRequest<CallHierarchyIncomingCall[]>("callHierarchy/incomingCalls", {
    item: close,
  });
  expect(
    incoming.map(({ from, fromRanges }) => [
      placed(from),
      from.detail,
      ...fromRanges.map(({ start }) => `${start.line}:${start.character}`),
    ]),
  ).toEqual([
    ["one.objectives 4:0", "required", "4:48"],
    ["two.objectives 2:0", "required", "2:27"],
  ]);
  const outgoing = await pair.client.sendRequest<CallHierarchyOutgoingCall[]>("callHierarchy/outgoingCalls", {
    item: incoming[1]?.from,
  });
  expect(outgoing.map(({ to, fromRanges }) => [placed(to), fromRanges[0]?.start.character])).toEqual([
    ["shared.objectives 0:0", 27],
  ]);
  await pair.end();
});

test("of a file that is gone nothing is left, and a client that knows no hierarchies is told of none", async () => {
  const pair = await asking("one", `$0${ONE}`);
  expect(pair.initialized.capabilities.callHierarchyProvider).toBeUndefined();
  const start = { line: 0, character: 0 };
  const range = { start, end: start };
  const item = { name: "close", kind: 12, uri: uriOf("gone"), range, selectionRange: range };
  expect(await pair.client.sendRequest("callHierarchy/incomingCalls", { item })).toEqual([]);
  await pair.end();
});

test("links lead to files and addresses, with a tip where the client shows one", async () => {
  const text = ONE.replace("collect x", 'callback "https://example.com"');
  const able = await asking("one", `$0${text}`, { textDocument: { documentLink: { tooltipSupport: true } } });
  const found = await able.about<DocumentLink[]>("textDocument/documentLink");
  expect(found.map(({ target, tooltip }) => [target, tooltip])).toEqual([
    [uriOf("shared"), "Open ./shared.objectives"],
    ["https://example.com", "Open https://example.com"],
  ]);
  expect(found[0]?.range.start).toEqual({ line: 1, character: 9 });
  await able.end();
  const plain = await asking("one", `$0${text}`);
  const [link] = await plain.about<DocumentLink[]>("textDocument/documentLink");
  expect(link && "tooltip" in link).toBe(false);
  await plain.end();
});

test("a hover tells in a shared file what another set sees otherwise", async () => {
  const { about, end } = await asking("shared", TEXTS["/ours/shared.objectives"].replace("close", "cl$0ose"));
  await about("textDocument/references", { context: { includeDeclaration: true } }); // so that both are read
  const { contents } = await about<{ readonly contents: { readonly value: string } }>("textDocument/hover");
  expect(contents.value).toContain("This is what it is in “One”, and not in “Two”.");
  await end();
});
