// Refactorings, asked over the protocol: by clients that can much, and by those that can little.
import type {
  ClientCapabilities,
  CodeAction,
  InitializeResult,
  SnippetTextEdit,
  TextDocumentEdit,
  WorkspaceEdit,
} from "vscode-languageserver/node";
import { describe, expect, test } from "vitest";
import { memoryFileSystem } from "../project/memory-file-system.ts";
import { cursor, lspPair, URI, type LspPair, type PairOptions } from "../support/lsp-pair.ts";

const ABLE: ClientCapabilities = {
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ["create"], snippetEditSupport: true },
  },
  textDocument: {
    codeAction: {
      dataSupport: true,
      disabledSupport: true,
      resolveSupport: { properties: ["edit", "command"] },
    },
  },
};

const SET = `objectives "S"

objective a { prompt "Ask.$0 Listen." -> b }

objective b { prompt "Bye." }
`;

interface Asking extends PairOptions {
  readonly capabilities?: ClientCapabilities;
  readonly only?: readonly string[];
  readonly uri?: string;
}

/** What is offered at the cursor, and the pair to go on with. */
async function asked(source: string, { capabilities = ABLE, only, uri = URI, ...options }: Asking = {}) {
  const { text, position } = cursor(source);
  const pair = await lspPair(capabilities, options);
  await pair.open(text, uri);
  const actions = await pair.client.sendRequest<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only ? { only } : {}) },
  });
  return { pair, actions };
}

function titled(actions: readonly CodeAction[], title: string): CodeAction {
  const found = actions.find((it) => it.title === title);
  if (!found) throw new Error(`Not offered: ${title}`);
  return found;
}

function resolved(pair: LspPair, action: CodeAction): Promise<CodeAction> {
  return pair.client.sendRequest<CodeAction>("codeAction/resolve", action);
}

function newTexts(edit: WorkspaceEdit | undefined): readonly string[] {
  const changes = edit?.documentChanges ?? [];
  return changes
    .flatMap((it) => ("edits" in it ? it.edits : []))
    .map((it) => ("newText" in it ? it.newText : ""));
}

test("the menu says what there is, and only what is chosen is carried out", async () => {
  const { pair, actions } = await asked(SET);
  expect(actions.map(({ title, kind, edit }) => [title, kind, edit])).toEqual([
    ["Split 'a' here", "refactor.rewrite.split", undefined],
    ["Write this text as a block", "refactor.rewrite.text", undefined],
    ["Write this text as a folded block", "refactor.rewrite.text", undefined],
  ]);
  const { edit } = await resolved(pair, titled(actions, "Write this text as a block"));
  expect(newTexts(edit).join("")).toContain("\n    Ask. Listen.\n");
  await pair.end();
});

test("what was offered for another text is not carried out", async () => {
  const { pair, actions } = await asked(SET);
  await pair.type("Ask.", "Ask!");
  await expect(resolved(pair, titled(actions, "Split 'a' here"))).rejects.toThrow(
    "The text has changed since this was offered.",
  );
  await pair.end();
});

test("a fix, which says all that it does at once, stays what it is when it is chosen", async () => {
  const { pair, actions } = await asked(
    `objectives "S"\nobjective a { prompt "p" -> $0bb }\nobjective b { prompt "q" }\n`,
  );
  const fix = actions.find(({ kind }) => kind === "quickfix");
  if (!fix) throw new Error("No fix is offered.");
  expect(await resolved(pair, fix)).toEqual(fix);
  await pair.end();
});

test("an action that was never offered comes back as it is", async () => {
  const { pair } = await asked(SET);
  for (const data of [undefined, 7, { uri: URI, kind: "upload" }, { uri: URI, version: 1, index: 0 }]) {
    const action = { title: "Elsewhere", data };
    expect(await resolved(pair, action)).toEqual(action);
  }
  await pair.end();
});

describe("a new name", () => {
  test("is typed over by the client's command for renaming, where it has one", async () => {
    const { pair, actions } = await asked(SET, { initializationOptions: { renameAt: "client.rename" } });
    const { edit, command } = await resolved(pair, titled(actions, "Split 'a' here"));
    expect(command).toEqual({
      title: "Rename",
      command: "client.rename",
      arguments: [URI, { line: 4, character: 10 }],
    });
    expect(newTexts(edit).join("")).toContain("objective listen {");
    await pair.end();
  });

  test("is a place to type in, everywhere at once, where edits may have some", async () => {
    const { pair, actions } = await asked(SET.replace("Listen", "Listen \\\\ for \\${x}"));
    const { edit, command } = await resolved(pair, titled(actions, "Split 'a' here"));
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    const [only, ...others] = (change?.edits ?? []) as SnippetTextEdit[];
    expect([command, others]).toEqual([undefined, []]);
    expect(only?.snippet.value).toMatchInlineSnapshot(`
      "objective a { prompt "Ask." -> \${1:listen_x} \\}

      objective \${1:listen_x} {
        prompt "Listen \\\\\\\\ for \\\\\\\${x\\}."
        -> b
      "
    `);
    await pair.end();
  });

  test("is simply there for others", async () => {
    const { pair, actions } = await asked(SET, { capabilities: {} });
    const { edit, command } = titled(actions, "Split 'a' here");
    expect(command).toBeUndefined();
    const changes = edit?.changes?.[URI] ?? [];
    expect(changes.map(({ newText }) => newText).join("")).toContain("objective listen {");
    await pair.end();
  });
});

describe("what cannot be done", () => {
  const ONE = SET.replace("$0", "").replace("-> b", "-> $0b");

  test("is said to whoever asks for it and can show it", async () => {
    const { pair, actions } = await asked(ONE, { only: ["refactor.rewrite"] });
    expect(titled(actions, "Write '-> b otherwise'").disabled?.reason).toBe(
      "'otherwise' needs a condition beside it: no other arrow has a 'when'.",
    );
    await pair.end();
  });

  test("is in nobody's way otherwise", async () => {
    const everything = await asked(ONE);
    expect(everything.actions.filter(({ disabled }) => disabled)).toEqual([]);
    await everything.pair.end();
    const unable = await asked(ONE, { only: ["refactor"], capabilities: {} });
    expect(unable.actions.map(({ title }) => title)).toEqual([
      "Inline 'b' into 'a'",
      "Insert an objective before 'b'",
    ]);
    await unable.pair.end();
  });
});

describe("a new file", () => {
  const FRAGMENT = `objectives "S"\n\nobjective a { prompt "A." -> b }\n\nobjective $0b { prompt "B." }\n`;
  const place = {
    uri: "file:///ours/flows/set.objectives",
    folder: "file:///ours",
    files: memoryFileSystem({ "/ours/flows/b.objectives": "" }),
  };

  test("is made beside the other, under a name that no file has, before it is included", async () => {
    const { pair, actions } = await asked(FRAGMENT, place);
    const { edit } = await resolved(pair, titled(actions, "Move 'b' to a new file"));
    const uri = "file:///ours/flows/b_2.objectives";
    expect(edit?.documentChanges?.slice(0, 2)).toEqual([
      { kind: "create", uri, options: { overwrite: false, ignoreIfExists: false } },
      {
        textDocument: { uri, version: null },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            newText: 'objective b { prompt "B." }\n',
          },
        ],
      },
    ]);
    expect(newTexts(edit).join("")).toContain('include "./b_2.objectives"');
    await pair.end();
  });

  test("is made by no client that cannot, nor beside what is in no folder", async () => {
    const unable = await asked(FRAGMENT, { ...place, capabilities: {} });
    expect(unable.actions.filter(({ kind }) => kind === "refactor.extract.fragment")).toEqual([]);
    await unable.pair.end();
    const untitled = await asked(FRAGMENT, { uri: "untitled:Untitled-1", only: ["refactor.extract"] });
    expect(titled(untitled.actions, "Move 'b' to a new file").disabled?.reason).toBe(
      "No file can be made beside this one from here.",
    );
    await untitled.pair.end();
  });
});

test("objectives are sorted as a source action, wherever the cursor is, and where that is asked for", async () => {
  const sorted = `objectives "S"\n\nobjective b { prompt "$0B." }\n\nobjective a { prompt "A." -> b }\n`;
  const { pair, actions } = await asked(sorted, { only: ["source.sortObjectives"] });
  const { edit } = await resolved(pair, titled(actions, "Sort objectives in flow order"));
  expect(newTexts(edit).join("")).toContain("objective");
  await pair.end();
  const menu = await asked(sorted);
  expect(menu.actions.filter(({ kind }) => kind?.startsWith("source"))).toEqual([]);
  await menu.pair.end();
});

test("late edits are promised only to clients that ask for them late", async () => {
  const providerFor = async (capabilities: ClientCapabilities) => {
    const { initialized, end } = await lspPair(capabilities);
    await end();
    return (initialized satisfies InitializeResult).capabilities.codeActionProvider;
  };
  expect(await providerFor(ABLE)).toMatchObject({ resolveProvider: true });
  expect(await providerFor({})).not.toHaveProperty("resolveProvider");
});
