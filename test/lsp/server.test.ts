// The language server over a pair of streams: one capability a test, for clients that can much and for those that can little.
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentSymbol,
  Hover,
  SymbolInformation,
} from "vscode-languageserver/node";
import { describe, expect, test } from "vitest";
import { cursor, inOneLine, lspPair, URI } from "../support/lsp-pair.ts";

const SET = `objectives "Greeting"

objective greet {
  prompt "Greet the caller."
  collect mood
  -> goodbye
}

objective goodbye { prompt "Say goodbye." }
`;
const at = (from: string, to: string): string => SET.replace(from, to);

const ABLE: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { relatedInformation: true },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: { diagnostics: { refreshSupport: true } },
};
const PLAIN: ClientCapabilities = {};
const MARKDOWN: ClientCapabilities = { textDocument: { hover: { contentFormat: ["markdown"] } } };

/** What the server answers about the cursor of the text. */
async function askAt<Answer>(
  method: string,
  source: string,
  capabilities: ClientCapabilities,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const { text, position } = cursor(source);
  const pair = await lspPair(capabilities, { initializationOptions: { completeAgain: "suggest" } });
  await pair.open(text);
  const answer = await pair.client.sendRequest<Answer>(method, {
    textDocument: { uri: URI },
    position,
    ...more,
  });
  await pair.end();
  return answer;
}

describe("initialize", () => {
  test("says what is served", async () => {
    const { initialized, end } = await lspPair(ABLE);
    await end();
    expect(initialized).toMatchInlineSnapshot(`
      {
        "capabilities": {
          "codeActionProvider": {
            "codeActionKinds": [
              "quickfix",
              "source.fixAll.objectives",
              "refactor.extract.objective",
              "refactor.extract.fragment",
              "refactor.inline.objective",
              "refactor.inline.default",
              "refactor.move.default",
              "refactor.rewrite.split",
              "refactor.rewrite.insert",
              "refactor.rewrite.otherwise",
              "refactor.rewrite.text",
              "refactor.rewrite.order",
              "source.sortObjectives",
            ],
          },
          "codeLensProvider": {
            "resolveProvider": true,
          },
          "completionProvider": {
            "completionItem": {
              "labelDetailsSupport": true,
            },
            "resolveProvider": true,
            "triggerCharacters": [
              ">",
              "{",
              " ",
              """,
              "/",
            ],
          },
          "definitionProvider": true,
          "diagnosticProvider": {
            "interFileDependencies": true,
            "workDoneProgress": true,
            "workspaceDiagnostics": true,
          },
          "documentFormattingProvider": true,
          "documentHighlightProvider": true,
          "documentLinkProvider": {
            "resolveProvider": false,
          },
          "documentOnTypeFormattingProvider": {
            "firstTriggerCharacter": "}",
            "moreTriggerCharacter": [
              "
      ",
            ],
          },
          "documentRangeFormattingProvider": {
            "rangesSupport": true,
          },
          "documentSymbolProvider": true,
          "foldingRangeProvider": true,
          "hoverProvider": true,
          "inlayHintProvider": {
            "resolveProvider": false,
          },
          "positionEncoding": "utf-16",
          "referencesProvider": {
            "workDoneProgress": true,
          },
          "renameProvider": true,
          "selectionRangeProvider": true,
          "semanticTokensProvider": {
            "full": {
              "delta": true,
            },
            "legend": {
              "tokenModifiers": [
                "declaration",
                "start",
                "end",
                "unreachable",
                "documentation",
              ],
              "tokenTypes": [
                "function",
                "variable",
                "parameter",
                "property",
                "enumMember",
                "keyword",
                "operator",
                "comment",
                "string",
                "string",
                "string",
              ],
            },
            "range": true,
          },
          "textDocumentSync": {
            "change": 2,
            "openClose": true,
          },
          "workspace": {},
          "workspaceSymbolProvider": {
            "workDoneProgress": true,
          },
        },
        "serverInfo": {
          "name": "objectives",
        },
      }
    `);
  });

  test("a client that cannot ask for findings is offered no asking", async () => {
    const { initialized, end } = await lspPair(PLAIN);
    await end();
    expect(initialized.capabilities.diagnosticProvider).toBeUndefined();
  });
});

describe("findings", () => {
  test("are sent, keystroke by keystroke, and taken back when the document is closed", async () => {
    const pair = await lspPair(PLAIN);
    await pair.open(at("-> goodbye", "-> godbye"));
    const first = await pair.published();
    expect([first.version, ...first.diagnostics.map(inOneLine)]).toMatchInlineSnapshot(`
      [
        1,
        "5:5-5:11 error unknown-objective: No objective is called 'godbye'. Did you mean 'goodbye'?",
      ]
    `);
    await pair.type("godbye", "goodbye");
    expect(await pair.published()).toEqual({ uri: URI, version: 2, diagnostics: [] });
    await pair.type('"Say', '"\nSay');
    expect((await pair.published()).diagnostics.map(inOneLine)).toMatchInlineSnapshot(`
      [
        "8:27-9:13 error syntax: A string ends on its line: a text of several lines stands between """ and """, each at the end of its line.",
      ]
    `);
    await pair.close();
    expect(await pair.published()).toEqual({ uri: URI, diagnostics: [] });
    await pair.end();
  });

  test("are given to clients that ask", async () => {
    const pair = await lspPair(ABLE);
    await pair.open(at("objective goodbye", "objective greet"));
    const report = await pair.client.sendRequest<{ kind: string; items: Diagnostic[] }>(
      "textDocument/diagnostic",
      { textDocument: { uri: URI } },
    );
    await pair.end();
    expect([report.kind, ...report.items.map(inOneLine)]).toMatchInlineSnapshot(`
      [
        "full",
        "5:5-5:12 error unknown-objective: No objective is called 'goodbye': write one, or lead somewhere else.",
        "8:10-8:15 error duplicate-objective: The objective 'greet' exists already: give this one another name, or remove it if it is a copy.",
      ]
    `);
    const [related] = report.items.flatMap((it) => it.relatedInformation ?? []);
    expect(related).toMatchInlineSnapshot(`
      {
        "location": {
          "range": {
            "end": {
              "character": 15,
              "line": 2,
            },
            "start": {
              "character": 10,
              "line": 2,
            },
          },
          "uri": "file:///set.objectives",
        },
        "message": "The first one stands here.",
      }
    `);
  });
});

test("hover", async () => {
  expect(await askAt<Hover>("textDocument/hover", at("-> goodbye", "-> good$0bye"), MARKDOWN))
    .toMatchInlineSnapshot(`
      {
        "contents": {
          "kind": "markdown",
          "value": "**goodbye** · end

      > Say goodbye.

      Collected before it on every way: \`mood\`

      Comes from

      - \`greet\`",
        },
        "range": {
          "end": {
            "character": 12,
            "line": 5,
          },
          "start": {
            "character": 5,
            "line": 5,
          },
        },
      }
    `);
  expect(await askAt("textDocument/hover", at("Greet the", "Greet$0 the"), PLAIN)).toBeNull();
});

test("definition", async () => {
  const source = at("-> goodbye", "-> good$0bye");
  expect(await askAt("textDocument/definition", source, ABLE)).toMatchInlineSnapshot(`
    [
      {
        "originSelectionRange": {
          "end": {
            "character": 12,
            "line": 5,
          },
          "start": {
            "character": 5,
            "line": 5,
          },
        },
        "targetRange": {
          "end": {
            "character": 43,
            "line": 8,
          },
          "start": {
            "character": 0,
            "line": 8,
          },
        },
        "targetSelectionRange": {
          "end": {
            "character": 17,
            "line": 8,
          },
          "start": {
            "character": 10,
            "line": 8,
          },
        },
        "targetUri": "file:///set.objectives",
      },
    ]
  `);
  expect(await askAt("textDocument/definition", source, PLAIN)).toMatchInlineSnapshot(`
    [
      {
        "range": {
          "end": {
            "character": 17,
            "line": 8,
          },
          "start": {
            "character": 10,
            "line": 8,
          },
        },
        "uri": "file:///set.objectives",
      },
    ]
  `);
});

test("document symbols, as a tree and as a list", async () => {
  const tree = await askAt<DocumentSymbol[]>("textDocument/documentSymbol", `$0${SET}`, ABLE);
  expect(tree.map(({ name, detail, children }) => [name, detail, children?.map((it) => it.name)])).toEqual([
    ["Greeting", "", []],
    ["greet", "→ goodbye", ["mood"]],
    ["goodbye", "", []],
  ]);
  const list = await askAt<SymbolInformation[]>("textDocument/documentSymbol", `$0${SET}`, PLAIN);
  expect(list.map(({ name, containerName }) => [name, containerName])).toEqual([
    ["Greeting", undefined],
    ["greet", undefined],
    ["mood", "greet"],
    ["goodbye", undefined],
  ]);
});

describe("what no editor should send, and does", () => {
  test("a request about a document that is not open", async () => {
    const pair = await lspPair(PLAIN);
    const position = { line: 0, character: 0 };
    for (const method of ["completion", "hover", "definition", "documentSymbol", "formatting"]) {
      const params = { textDocument: { uri: URI }, position, options: {} };
      expect(await pair.client.sendRequest(`textDocument/${method}`, params)).toBeNull();
    }
    await pair.end();
  });

  test("positions far outside, and a change of the whole text", async () => {
    const pair = await lspPair(PLAIN);
    await pair.open(SET);
    const position = { line: 9999, character: 9999 };
    expect(
      await pair.client.sendRequest("textDocument/hover", { textDocument: { uri: URI }, position }),
    ).toBeNull();
    await pair.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [{ text: "objective {" }, { text: 'objective a { prompt "p" }' }],
    });
    await pair.published();
    expect((await pair.published()).diagnostics).toEqual([]);
    await pair.end();
  });

  test("several changes at once, from the end to the beginning and with line ends of any kind", async () => {
    const pair = await lspPair(PLAIN);
    await pair.open('objectives "A"\r\nobjective a { prompt "p" -> b }\robjective c { prompt "q" }\n');
    await pair.published();
    await pair.client.sendNotification("textDocument/didChange", {
      textDocument: { uri: URI, version: 2 },
      contentChanges: [
        { range: { start: { line: 2, character: 10 }, end: { line: 2, character: 11 } }, text: "b" },
        { range: { start: { line: 1, character: 10 }, end: { line: 1, character: 11 } }, text: "first" },
      ],
    });
    expect((await pair.published()).diagnostics).toEqual([]);
    await pair.end();
  });

  test("a huge document and a binary one", async () => {
    const pair = await lspPair(PLAIN);
    const many = Array.from({ length: 5000 }, (_, index) => `objective o${index} { -> o${index + 1} }`);
    await pair.open(`objectives "Many"\n${many.join("\n")}`);
    const { diagnostics } = await pair.published();
    expect(diagnostics.length).toBeGreaterThan(5000);
    await pair.open(
      String.fromCharCode(...Array.from({ length: 4096 }, (_, index) => (index * 7919) % 65536)),
    );
    expect((await pair.published()).diagnostics.length).toBeGreaterThan(0);
    await pair.end();
  });
});

test("words are those that the client hands in, and English where it has none", async () => {
  const translation = { "A name needs at least one letter.": "Un nombre necesita al menos una letra." };
  for (const [options, words] of [
    [{ translation }, "Un nombre necesita al menos una letra."],
    [{ translation: "es" }, "A name needs at least one letter."],
    [{ translation: { "A name needs at least one letter.": 1 } }, "A name needs at least one letter."],
  ] as const) {
    const pair = await lspPair({}, { initializationOptions: options });
    await pair.open("objective greet { }");
    const params = { textDocument: { uri: URI }, position: { line: 0, character: 12 }, newName: " " };
    await expect(pair.client.sendRequest("textDocument/rename", params)).rejects.toThrow(words);
    await pair.end();
  }
});
