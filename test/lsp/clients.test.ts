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
