// Layout over the protocol: of a document, of ranges and as one types.
import type { Position, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { expect, test } from "vitest";
import { cursor, lspPair, URI } from "../support/lsp-pair.ts";

/** The text after the server's answer; `$0` is what `more` makes a range or place of. */
async function checkFormatting(
  method: string,
  marked: string,
  more: (position: Position) => Readonly<Record<string, unknown>>,
  expected: string,
): Promise<void> {
  const { text, position } = cursor(marked);
  const pair = await lspPair();
  await pair.open(text);
  const edits = await pair.client.sendRequest<TextEdit[]>(`textDocument/${method}`, {
    textDocument: { uri: URI },
    options: { tabSize: 8, insertSpaces: false },
    ...more(position),
  });
  await pair.end();
  expect(TextDocument.applyEdits(TextDocument.create(URI, "objectives", 1, text), edits)).toBe(expected);
}

const emptyRange = (position: Position): object => ({ start: position, end: position });

test("a document", async () => {
  await checkFormatting(
    "formatting",
    `objective   a$0 { }\r\nobjective   b { }`,
    () => ({}),
    `objective a {}\r\n\r\nobjective b {}\r\n`,
  );
});

test("whatever the client's options are: the language has one layout", async () => {
  const options = { tabSize: 8, insertSpaces: false, insertFinalNewline: false, trimFinalNewlines: false };
  const marked = `objective a {$0\n\tprompt "p"  \n}\n\n\n`;
  const expected = `objective a {\n  prompt "p"\n}\n`;
  await checkFormatting("formatting", marked, () => ({ options }), expected);
  await checkFormatting("formatting", marked, () => ({ options: {} }), expected);
});

test("columns are those of UTF-16, and line ends those of the text", async () => {
  await checkFormatting(
    "rangeFormatting",
    `objective a   { prompt "😀😀"   confirm manual }$0\r\nobjective b   {}\r\n`,
    (position) => ({ range: emptyRange(position) }),
    `objective a { prompt "😀😀" confirm manual }\r\nobjective b   {}\r\n`,
  );
  await checkFormatting(
    "onTypeFormatting",
    `objective a {\r\n\tprompt "😀"\r\n$0\r\n}\r\n`,
    (position) => ({ position, ch: "\n" }),
    `objective a {\r\n\tprompt "😀"\r\n  \r\n}\r\n`,
  );
});

test("a range that goes beyond the end, and one of a text without anything", async () => {
  const whole = () => ({ range: { start: { line: 0, character: 0 }, end: { line: 9, character: 9 } } });
  await checkFormatting("rangeFormatting", `objective   a {}$0`, whole, `objective a {}\n`);
  await checkFormatting("rangeFormatting", `$0`, whole, ``);
});

test("a brace of a param in a text lays out nothing", async () => {
  const text = `objective   a { prompt "\${b}$0" }\n`;
  await checkFormatting(
    "onTypeFormatting",
    text,
    (position) => ({ position, ch: "}" }),
    text.replace("$0", ""),
  );
});

test("a document's edits leave the words alone", async () => {
  const pair = await lspPair();
  await pair.open(`objective a {\n      prompt "Ask."  \n}\n`);
  const edits = await pair.client.sendRequest<TextEdit[]>("textDocument/formatting", {
    textDocument: { uri: URI },
    options: { tabSize: 2, insertSpaces: true },
  });
  await pair.end();
  expect(edits).toMatchInlineSnapshot(`
    [
      {
        "newText": "",
        "range": {
          "end": {
            "character": 6,
            "line": 1,
          },
          "start": {
            "character": 2,
            "line": 1,
          },
        },
      },
      {
        "newText": "",
        "range": {
          "end": {
            "character": 21,
            "line": 1,
          },
          "start": {
            "character": 19,
            "line": 1,
          },
        },
      },
    ]
  `);
});

test("a range, also one that ends before it begins", async () => {
  const expected = `objective a {}\nobjective   b { }\n`;
  const text = `objective   a$0 { }\nobjective   b { }\n`;
  await checkFormatting("rangeFormatting", text, (position) => ({ range: emptyRange(position) }), expected);
  await checkFormatting(
    "rangeFormatting",
    text,
    (start) => ({ range: { start, end: { line: 0, character: 0 } } }),
    expected,
  );
});

test("several ranges", async () => {
  await checkFormatting(
    "rangesFormatting",
    `objective   a { }\nobjective   b { }\nobjective   c$0 { }\n`,
    (position) => ({ ranges: [emptyRange(position), emptyRange({ line: 0, character: 3 })] }),
    `objective a {}\nobjective   b { }\nobjective c {}\n`,
  );
});

test("behind a brace and on a new line", async () => {
  await checkFormatting(
    "onTypeFormatting",
    `objective   a { }$0\nobjective   b { }\n`,
    (position) => ({ position, ch: "}" }),
    `objective a {}\nobjective   b { }\n`,
  );
  await checkFormatting(
    "onTypeFormatting",
    `objective   a {\n$0\n}\n`,
    (position) => ({ position, ch: "\n" }),
    `objective   a {\n  \n}\n`,
  );
});

test("a document that is not open has none", async () => {
  const pair = await lspPair();
  const position = { line: 0, character: 0 };
  const params = {
    textDocument: { uri: URI },
    options: {},
    position,
    ch: "}",
    range: emptyRange(position),
    ranges: [],
  };
  for (const method of ["formatting", "rangeFormatting", "rangesFormatting", "onTypeFormatting"])
    expect(await pair.client.sendRequest(`textDocument/${method}`, params)).toBeNull();
  await pair.end();
});
