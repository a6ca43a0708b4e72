// Completion over the real server, for editors that can much and for those that can little.
import type { ClientCapabilities, CompletionItem, CompletionList } from "vscode-languageserver/node";
import { describe, expect, test } from "vitest";
import { memoryFileSystem } from "../project/memory-file-system.ts";
import { ABLE_TO_COMPLETE } from "../support/able.ts";
import { cursor, lspPair, URI } from "../support/lsp-pair.ts";

const REST = `
objective goodbye { prompt "Say goodbye." }

objective "see you" { prompt "Say *so*." }
`;

const ABLE: ClientCapabilities = { textDocument: { completion: ABLE_TO_COMPLETE } };

/** One that knows 3.16, and nothing that a list may say for its items. */
const PLAIN: ClientCapabilities = {
  textDocument: {
    completion: { completionItem: { deprecatedSupport: true, documentationFormat: ["plaintext"] } },
  },
};

interface Asked {
  readonly list: CompletionList;
  /** The item of this label, as a client sends it back and gets it again. */
  readonly resolved: (label: string) => Promise<CompletionItem>;
  readonly end: () => Promise<void>;
}

/** What is offered at the cursor of the text. */
async function ask(source: string, capabilities: ClientCapabilities, context?: object): Promise<Asked> {
  const { text, position } = cursor(source);
  const pair = await lspPair(capabilities, {
    initializationOptions: { completeAgain: "suggest" },
  });
  await pair.open(text);
  const params = { textDocument: { uri: URI }, position, context };
  const list = await pair.client.sendRequest<CompletionList | null>("textDocument/completion", params);
  return {
    list: list ?? { isIncomplete: false, items: [] },
    resolved: (label) => {
      const item = list?.items.find((it) => it.label === label);
      const data: unknown = { ...list?.itemDefaults?.data, ...item?.data };
      return pair.client.sendRequest<CompletionItem>("completionItem/resolve", { ...item, data });
    },
    end: pair.end,
  };
}

async function itemsOf(...given: Parameters<typeof ask>): Promise<readonly CompletionItem[]> {
  const { list, end } = await ask(...given);
  await end();
  return list.items;
}

describe("an editor that can much", () => {
  test("is told once what all items share, and gets what is to be said of one when it asks", async () => {
    const { list, resolved, end } = await ask(`objective a {\n  -> go$0od\n}\n${REST}`, ABLE);
    expect({ ...list, items: list.items.slice(0, 2) }).toMatchInlineSnapshot(`
      {
        "applyKind": {
          "data": 2,
        },
        "isIncomplete": false,
        "itemDefaults": {
          "data": {
            "uri": "file:///set.objectives",
          },
          "editRange": {
            "insert": {
              "end": {
                "character": 7,
                "line": 1,
              },
              "start": {
                "character": 5,
                "line": 1,
              },
            },
            "replace": {
              "end": {
                "character": 9,
                "line": 1,
              },
              "start": {
                "character": 5,
                "line": 1,
              },
            },
          },
        },
        "items": [
          {
            "data": {
              "kind": "objective",
              "label": "goodbye",
            },
            "kind": 3,
            "label": "goodbye",
            "sortText": "00000",
          },
          {
            "data": {
              "kind": "objective",
              "label": "see you",
            },
            "kind": 3,
            "label": "see you",
            "sortText": "00001",
            "textEditText": ""see you"",
          },
        ],
      }
    `);
    expect((await resolved("goodbye")).documentation).toEqual({ kind: "markdown", value: "Say goodbye." });
    expect((await resolved("see you")).documentation).toEqual({
      kind: "markdown",
      value: "Say \\*so\\*.",
    });
    await end();
  });

  test("has places to fill in, lines that move with their place, and the next list opened", async () => {
    const items = await itemsOf("objective a {\n  p$0\n}", ABLE);
    expect(items.slice(0, 2)).toMatchInlineSnapshot(`
      [
        {
          "data": {
            "kind": "property",
            "label": "prompt",
          },
          "insertTextFormat": 2,
          "kind": 10,
          "label": "prompt",
          "sortText": "00000",
          "textEditText": "prompt "$1"",
        },
        {
          "data": {
            "kind": "property",
            "label": "prompt",
          },
          "insertTextFormat": 2,
          "insertTextMode": 2,
          "kind": 10,
          "label": "prompt",
          "labelDetails": {
            "description": "over several lines",
            "detail": " """> … """",
          },
          "sortText": "00001",
          "textEditText": "prompt """>
        \${1:what the agent should achieve}
        """",
        },
      ]
    `);
    expect(items.find(({ label }) => label === "collect")?.command).toEqual({
      title: "Complete",
      command: "suggest",
    });
  });

  test("sees what would be a mistake struck through", async () => {
    const items = await itemsOf(`objective a {\n  -> goodbye\n  -> $0\n}\n${REST}`, ABLE);
    expect(items.map(({ label, labelDetails, tags }) => [label, labelDetails?.description, tags])).toEqual([
      ["see you", undefined, undefined],
      ["goodbye", "linked already", [1]],
    ]);
  });

  test("may choose a step by the brace that follows it", async () => {
    const [item] = await itemsOf(`scenario "s" {\n  g$0\n}\nobjective goodbye { prompt "p" }`, ABLE);
    expect(item?.commitCharacters).toEqual(["{"]);
  });

  test("gets the declaration of a new objective with its name", async () => {
    const { list, end } = await ask(`objective a {\n  -> later$0\n}\n`, ABLE);
    await end();
    expect(list.isIncomplete).toBe(true);
    expect(list.items[0]?.additionalTextEdits).toEqual([
      {
        range: { start: { line: 2, character: 1 }, end: { line: 2, character: 1 } },
        newText: '\n\nobjective later {\n  prompt "Later."\n}',
      },
    ]);
  });

  test("finds a quoted name by what is typed of it, quote and all", async () => {
    const items = await itemsOf(`objective a { -> "se$0" }\n${REST}`, ABLE);
    expect(items.map(({ label, filterText, textEditText }) => [label, filterText, textEditText])).toEqual([
      ["goodbye", '"goodbye', undefined],
      ["see you", '"see you', '"see you"'],
    ]);
  });
});

describe("an editor that can little", () => {
  test("gets whole items, the whole word and plain text", async () => {
    const { list, resolved, end } = await ask(`objective a {\n  -> goodbye\n  -> go$0od\n}\n${REST}`, PLAIN);
    expect(list).toMatchInlineSnapshot(`
      {
        "isIncomplete": false,
        "items": [
          {
            "data": {
              "kind": "objective",
              "label": "see you",
              "uri": "file:///set.objectives",
            },
            "kind": 3,
            "label": "see you",
            "sortText": "00000",
            "textEdit": {
              "newText": ""see you"",
              "range": {
                "end": {
                  "character": 9,
                  "line": 2,
                },
                "start": {
                  "character": 5,
                  "line": 2,
                },
              },
            },
          },
          {
            "data": {
              "kind": "objective",
              "label": "goodbye",
              "uri": "file:///set.objectives",
            },
            "deprecated": true,
            "detail": "linked already",
            "kind": 3,
            "label": "goodbye",
            "sortText": "00001",
            "textEdit": {
              "newText": "goodbye",
              "range": {
                "end": {
                  "character": 9,
                  "line": 2,
                },
                "start": {
                  "character": 5,
                  "line": 2,
                },
              },
            },
          },
        ],
      }
    `);
    expect((await resolved("see you")).documentation).toEqual({
      kind: "plaintext",
      value: "Say *so*.",
    });
    await end();
    const [prompt, ...others] = await itemsOf("objective a {\n  p$0\n}", PLAIN);
    expect([prompt?.textEdit?.newText, prompt?.insertTextFormat]).toEqual(["prompt ", undefined]);
    expect(others.map(({ label }) => label)).toEqual([
      "modality",
      "collect",
      "confirm",
      "callback",
      "meta",
      "->",
    ]);
    const [opening] = await itemsOf(`objective a { -> b when "$0" }`, PLAIN);
    expect([opening?.label, opening?.filterText]).toEqual(["If the participant …", "If the participant"]);
  });
});

describe("a list by itself", () => {
  const typed = (triggerCharacter: string) => ({ triggerKind: 2, triggerCharacter });

  test.each([
    [" ", `objective a { -> $0 }${REST}`, 2],
    [" ", `objective a { $0 }`, 0],
    ['"', `objective a { -> goodbye when "$0" }${REST}`, 4],
    ['"', `objective a { prompt "$0" }`, 0],
    ["{", `param hooks\nobjective a { prompt "\${$0}" }`, 1],
    ["{", `objective a {$0}`, 0],
  ])("opens at %j only where little else could follow: %s", async (sign, source, count) => {
    expect(await itemsOf(source, ABLE, typed(sign))).toHaveLength(count);
  });

  test("opens anywhere when it is asked for", async () => {
    expect(await itemsOf(`objective a { $0 }`, ABLE, { triggerKind: 1 })).not.toEqual([]);
  });
});

describe("files around", () => {
  const FILES = {
    "/w/one.objectives": `objectives "One"\ninclude "./shared/f.objectives"\nobjective in_one { prompt "p" }`,
    "/w/two.objectives": `objectives "Two"\ninclude "./shared/f.objectives"\nobjective in_two { prompt "p" }`,
    "/w/shared/f.objectives": "",
    "/w/shared/free.objectives": `objective free { prompt "p" }`,
  };

  /** What is offered in a file once all files are read. */
  async function labelsIn(uri: string, source: string): Promise<readonly string[]> {
    const pair = await lspPair(ABLE, { files: memoryFileSystem(FILES), folder: "file:///w" });
    const { text, position } = cursor(source);
    await pair.open(text, uri);
    await pair.ask("objectives/exportGraph", { uri, format: "mermaid", theme: "light" });
    const params = { textDocument: { uri }, position };
    const { items } = await pair.client.sendRequest<CompletionList>("textDocument/completion", params);
    await pair.end();
    return items.map(({ label }) => label);
  }

  test("a fragment of two sets knows the names of both", async () => {
    const labels = await labelsIn("file:///w/shared/f.objectives", `objective shared { prompt "p" -> $0 }`);
    expect(labels).toEqual(["in_one", "in_two"]);
  });

  test("an include finds the fragments of the workspace, but no sets and nothing that is included", async () => {
    const source = `objectives "One"\ninclude "./shared/f.objectives"\ninclude "$0"\n`;
    const labels = await labelsIn("file:///w/one.objectives", source);
    expect(labels).toEqual(["./shared/free.objectives", "./shared/"]);
  });

  test("a fragment includes none that includes it, and finds others above it", async () => {
    const labels = await labelsIn("file:///w/shared/deep/x.objectives", `include "$0"\n`);
    expect(labels).toEqual(["../f.objectives", "../free.objectives"]);
  });
});

test("an item that is no longer known, or never was ours, comes back as it is", async () => {
  const pair = await lspPair(ABLE);
  for (const data of [undefined, null, 1, {}, { uri: URI, kind: "objective", label: "a" }]) {
    const item = { label: "a", data };
    expect(await pair.client.sendRequest("completionItem/resolve", item)).toMatchObject({ label: "a" });
  }
  await pair.end();
});
