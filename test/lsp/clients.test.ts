// What editors differ in, as they say at the beginning: each is served as it can be.
import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  Hover,
  MarkupKind,
} from "vscode-languageserver/node";
import { expect, test } from "vitest";
import { memoryFileSystem } from "../project/memory-file-system.ts";
import { requestsOf } from "../support/advertised.ts";
import { cursor, lspPair, URI } from "../support/lsp-pair.ts";

const SET = `objectives "S"

include "./part.objectives"

objective greet { prompt "👋 Greet." -> godbye }
`;

/** The codes of a set's errors as the editor comes to show them, once what the set includes is read. */
async function checkShownErrors(capabilities: ClientCapabilities): Promise<readonly unknown[]> {
  const files = memoryFileSystem({ "/flows/part.objectives": 'objective goodbye { prompt "Close." }\n' });
  const pair = await lspPair(capabilities, { files, folder: "file:///flows" });
  await pair.open(SET, "file:///flows/set.objectives");
  for (;;) {
    const { diagnostics } = await pair.published();
    const errors = diagnostics.filter(({ severity }) => severity === 1);
    if (errors.length === 0) continue;
    await pair.end();
    return errors.map(({ code }) => code);
  }
}

test("one that asks for findings, but cannot be told to ask again, is sent them: files change", async () => {
  // Neovim 0.10 is one: what it asked when a set was opened is said before its fragments are read.
  expect(await checkShownErrors({ textDocument: { diagnostic: {} } })).toEqual(["unknown-objective"]);
  expect(await checkShownErrors({})).toEqual(["unknown-objective"]);
});

test("one that can be told is asked to ask again", async () => {
  const { initialized, end } = await lspPair({
    textDocument: { diagnostic: {} },
    workspace: { diagnostics: { refreshSupport: true } },
  });
  expect(initialized.capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true });
  await end();
});

const EXPLAINED = `objective greet { prompt "Greet." -> wrap$0_up }
objective wrap_up { prompt "*Thank* them_all." collect full_name }`;

test.each([
  ["says nothing of it", {}, "plaintext"],
  ["likes plain text best", readers("plaintext", "markdown"), "plaintext"],
  ["likes Markdown best", readers("markdown", "plaintext"), "markdown"],
] as const)(
  "what explains something has a form that can be read: one that %s",
  async (_, capabilities, kind) => {
    const pair = await lspPair(capabilities);
    const { text, position } = cursor(EXPLAINED);
    await pair.open(text);
    const asked = { textDocument: { uri: URI }, position };
    const hover = await pair.client.sendRequest<Hover>("textDocument/hover", asked);
    const { items } = await pair.client.sendRequest<CompletionList>("textDocument/completion", asked);
    const { documentation } = await pair.client.sendRequest<CompletionItem>(
      "completionItem/resolve",
      items[0],
    );
    await pair.end();
    expect(hover.contents).toEqual({ kind, value: EXPLANATIONS[kind].hover });
    expect(documentation).toEqual({ kind, value: EXPLANATIONS[kind].item });
  },
);

/** A client that can show these, the first one best. */
function readers(...formats: readonly MarkupKind[]): ClientCapabilities {
  return {
    textDocument: {
      hover: { contentFormat: [...formats] },
      completion: { completionItem: { documentationFormat: [...formats] } },
    },
  };
}

const EXPLANATIONS = {
  plaintext: {
    hover: "wrap_up · end\n\n*Thank* them_all.\n\ncollects full_name\n\nComes from\n\n- greet",
    item: "*Thank* them_all.",
  },
  markdown: {
    hover:
      "**wrap\\_up** · end\n\n> \\*Thank\\* them\\_all.\n\ncollects `full_name`\n\nComes from\n\n- `greet`",
    item: "\\*Thank\\* them\\_all.",
  },
};

/** What the protocol lets a server say only to a client that says that it understands it. */
const TO_BE_UNDERSTOOD = [
  ...["annotationId", "changeAnnotations", "documentChanges", "targetUri", "children", "disabled", "snippet"],
  ...[
    "commitCharacters",
    "insert",
    "insertTextFormat",
    "insertTextMode",
    "itemDefaults",
    "labelDetails",
    "replace",
  ],
  ...["codeDescription", "collapsedText", "markdown", "relatedInformation", "tags"],
];

test("one that says nothing of itself is told nothing that it would have to understand", async () => {
  const text = `objectives "S"
param unused = "p"
defaults { callback "https://example.com" }
objective greet { prompt "Greet." confirm manual collect mood -> wrap_up when "x" -> close otherwise }
objective wrap_up { prompt "*Bye*" collect mood }
objective close { prompt "Close." }
objective other { prompt "Other." -> lost }
objective lost { prompt "Lost." }
`;
  const pair = await lspPair({}, { folder: "file:///w" });
  const uri = "file:///w/set.objectives";
  await pair.open(text, uri);
  const lines = text.split("\n").entries();
  const range = { start: { line: 0, character: 0 }, end: { line: 8, character: 0 } };
  const places = [...lines].flatMap(([line, { length }]) =>
    [0, 11, 13, 20, 61, 66, length - 1].map((character) => ({ line, character })),
  );
  const said = new Map<string, Set<unknown>>();
  for (const { method, params } of requestsOf(pair.initialized.capabilities)) {
    if (method.startsWith("objectives/")) continue; // who asks for that understands it
    let latest: unknown;
    for (const position of places) {
      const asked = pair.client.sendRequest(method, params({ uri, position, range, latest }));
      latest = await asked.catch(() => undefined); // nothing to rename there, for instance
      said.set(method, new Set([...(said.get(method) ?? []), ...wordsIn(latest)]));
    }
  }
  said.set("textDocument/publishDiagnostics", new Set(wordsIn(await pair.published())));
  await pair.end();
  const tooMuch = [...said].flatMap(([method, words]) =>
    TO_BE_UNDERSTOOD.filter((word) => words.has(word)).map((word) => `${method}: ${word}`),
  );
  expect(tooMuch).toEqual([]);
  expect(said.get("textDocument/completion")).toContain("wrap_up");
  expect(said.get("textDocument/rename")).toContain("renamed");
  expect(said.get("textDocument/codeAction")).toContain("quickfix");
});

test("one that can fade what nobody needs is told of it", async () => {
  const pair = await lspPair({ textDocument: { publishDiagnostics: { tagSupport: { valueSet: [1] } } } });
  await pair.open(`objectives "S"
objective greet { prompt "p" -> close }
objective close { prompt "p" }
objective other { prompt "p" -> lost }
objective lost { prompt "p" }
`);
  const { diagnostics } = await pair.published();
  await pair.end();
  expect(diagnostics.map(({ code, tags }) => [code, tags])).toContainEqual(["unreachable", [1]]);
});

/** Every key, and every text, of an answer. */
function wordsIn(answer: unknown): readonly unknown[] {
  if (typeof answer !== "object" || answer === null) return [answer];
  return Object.entries(answer).flatMap(([key, value]) => [key, ...wordsIn(value)]);
}

test.each([
  ["nothing", undefined],
  ["all, UTF-8 first", ["utf-8", "utf-16", "utf-32"]],
  ["what it must not: UTF-8 alone", ["utf-8"]],
] as const)("one that offers %s for columns gets UTF-16, and is told so", async (_, positionEncodings) => {
  const general = positionEncodings ? { general: { positionEncodings: [...positionEncodings] } } : {};
  const pair = await lspPair(general);
  expect(pair.initialized.capabilities.positionEncoding).toBe("utf-16");
  await pair.open(SET.replace(/include.*\n\n/, ""));
  const { diagnostics } = await pair.published();
  const line = 'objective greet { prompt "👋 Greet." -> godbye }';
  expect(diagnostics[0]?.range.start.character).toBe(line.indexOf("godbye"));
  await pair.end();
});
