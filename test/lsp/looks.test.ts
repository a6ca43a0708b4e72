// How a text looks, over the protocol: for clients that can do much, and for those that can do little.
import type {
  ClientCapabilities,
  CodeLens,
  FoldingRange,
  InlayHint,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
} from "vscode-languageserver/node";
import { describe, expect, test } from "vitest";
import { lspPair, URI, type LspPair, type PairOptions } from "../support/lsp-pair.ts";

const SET = `objectives "S"

param city = "Bern"
defaults { confirm manual }

objective greet {
  prompt """>
    Greet them in \${city}.
    """
  -> treat when "x"
  -> close otherwise
}

objective close { prompt "Bye." }

objective treat { prompt "In." -> close }
`;

const ABLE: ClientCapabilities = {
  textDocument: {
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      tokenTypes: ["function", "variable", "objective", "param"],
      tokenModifiers: [],
      formats: ["relative"],
    },
    foldingRange: { lineFoldingOnly: true, rangeLimit: 3, foldingRange: { collapsedText: true } },
    hover: { contentFormat: ["markdown"] },
    inlayHint: { resolveSupport: { properties: ["tooltip"] } },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
};

const COMMANDS = [
  "editor.action.showReferences",
  "objectives.previewGraph",
  "objectives.upload",
  "objectives.plan",
];
const OWN: PairOptions = { initializationOptions: { patterns: "ours", commands: COMMANDS } };

/** A client that is asked for its settings, and counts what it is told to ask for again. */
async function ablePair(settings: unknown = {}) {
  const pair = await lspPair(ABLE, OWN);
  const said = { settings, asked: 0 };
  const registered: string[] = [];
  const refreshed = waiting();
  pair.client.onRequest("workspace/configuration", () => {
    said.asked += 1;
    return [said.settings];
  });
  pair.client.onRequest("client/registerCapability", ({ registrations }: Registrations) => {
    registered.push(...registrations.map(({ method }) => method));
    return null;
  });
  for (const kind of ["semanticTokens", "inlayHint", "codeLens"])
    pair.client.onRequest(`workspace/${kind}/refresh`, () => {
      refreshed.put(kind);
      return null;
    });
  return { ...pair, said, registered, refreshed };
}

interface Registrations {
  readonly registrations: readonly { readonly method: string }[];
}

function waiting() {
  const waits = new Map<string, () => void>();
  const come = new Set<string>();
  return {
    put: (kind: string): void => {
      come.add(kind);
      waits.get(kind)?.();
    },
    /** The next time that this kind is told of. */
    next: (kind: string): Promise<void> =>
      new Promise((resolve) => {
        if (come.delete(kind)) resolve();
        else waits.set(kind, resolve);
      }),
  };
}

const document = { textDocument: { uri: URI } };
const everywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

function ask<Answer>(pair: LspPair, method: string, more: object = {}): Promise<Answer> {
  return pair.client.sendRequest<Answer>(`textDocument/${method}`, { ...document, ...more });
}

describe("semantic tokens", () => {
  test("have types of our own where they are known, else those of the protocol", async () => {
    const [able, plain] = [await ablePair(), await lspPair()];
    const typesOf = ({ initialized }: LspPair): readonly string[] =>
      initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    expect(typesOf(able)).toEqual(expect.arrayContaining(["objective", "param", "string"]));
    expect(typesOf(plain).slice(0, 3)).toEqual(["function", "variable", "parameter"]);
    await able.end();
    await plain.end();
  });

  test("are names alone for who has our patterns, else every word", async () => {
    const [able, plain] = [await ablePair(), await lspPair()];
    const counts = [];
    for (const pair of [able, plain]) {
      await pair.open(SET);
      counts.push((await ask<SemanticTokens>(pair, "semanticTokens/full")).data.length / 5);
      await pair.end();
    }
    expect(counts).toMatchInlineSnapshot(`
      [
        9,
        33,
      ]
    `);
  });

  test("are told as what changed since the answer that the client names, else whole", async () => {
    const pair = await ablePair();
    await pair.open(SET);
    const first = await ask<SemanticTokens>(pair, "semanticTokens/full");
    await pair.type("Bye.", "Goodbye.");
    const second = await delta(pair, first);
    expect(second).toMatchObject({ edits: [] });
    await pair.type("close {", "bye {");
    const third = await delta(pair, second);
    expect("edits" in third && third.edits.length).toBe(1);
    const fresh = await delta(pair, first);
    expect("data" in fresh && fresh.data).toEqual(
      (await ask<SemanticTokens>(pair, "semanticTokens/full")).data,
    );
    await pair.end();
  });

  const delta = (pair: LspPair, { resultId }: SemanticTokens | SemanticTokensDelta) =>
    ask<SemanticTokens | SemanticTokensDelta>(pair, "semanticTokens/full/delta", {
      previousResultId: resultId,
    });

  test("of a range are those of its declarations", async () => {
    const pair = await ablePair();
    await pair.open(SET);
    const line = SET.split("\n").indexOf('objective close { prompt "Bye." }');
    const at = { line, character: 0 };
    const { data } = await ask<SemanticTokens>(pair, "semanticTokens/range", {
      range: { start: at, end: at },
    });
    expect(data.slice(0, 3)).toEqual([line, "objective ".length, "close".length]);
    await pair.end();
  });
});

describe("folding", () => {
  test("of lines, with what stands there instead, and no more than wanted", async () => {
    const pair = await ablePair();
    await pair.open(SET);
    expect(await ask<FoldingRange[]>(pair, "foldingRange")).toMatchInlineSnapshot(`
      [
        {
          "collapsedText": "{ → treat, close }",
          "endLine": 10,
          "startLine": 5,
        },
        {
          "collapsedText": ""Greet them in ."",
          "endLine": 8,
          "startLine": 6,
        },
      ]
    `);
    await pair.end();
  });

  test("to the character", async () => {
    const pair = await lspPair();
    await pair.open(`objective a {\n}\n`);
    expect(await ask<FoldingRange[]>(pair, "foldingRange")).toEqual([
      { startLine: 0, startCharacter: 12, endLine: 1, endCharacter: 1 },
    ]);
    await pair.end();
  });
});

test("selections grow from several places at once", async () => {
  const pair = await lspPair();
  await pair.open(`objective a { prompt "p" }`);
  const positions = [
    { line: 0, character: 11 },
    { line: 0, character: 22 },
  ];
  const found = await ask<SelectionRange[]>(pair, "selectionRange", { positions });
  expect(found.map(({ range }) => [range.start.character, range.end.character])).toEqual([
    [10, 11],
    [22, 23],
  ]);
  expect(found[0]?.parent?.range.end.character).toBe(26);
  await pair.end();
});

describe("inlay hints", () => {
  const hintsOf = (pair: LspPair) => ask<InlayHint[]>(pair, "inlayHint", { range: everywhere });
  const labelsOf = (hints: readonly InlayHint[]): readonly string[] =>
    hints.map(({ label }) => (typeof label === "string" ? label : label.map(({ value }) => value).join("")));

  test("are explained when they are looked at, with a link", async () => {
    const pair = await ablePair();
    await pair.open(SET);
    const hints = await hintsOf(pair);
    expect(labelsOf(hints)).toEqual(["confirm manual", "= Bern", "confirm manual", "confirm manual"]);
    expect(hints[0]).not.toHaveProperty("tooltip");
    const resolved = await pair.client.sendRequest<InlayHint>("inlayHint/resolve", hints[0]);
    expect(resolved.tooltip).toEqual({
      kind: "markdown",
      value: `It does not say this itself: it is what these say [defaults](<${URI}#L4,12>)`,
    });
    await pair.end();
  });

  test("are explained at once for who cannot ask", async () => {
    const pair = await lspPair();
    await pair.open(SET);
    expect((await hintsOf(pair))[1]?.tooltip).toMatchObject({
      value: expect.stringContaining("The value of the param") as string,
    });
    await pair.end();
  });

  test("are those that the settings want, and asked for again when these change", async () => {
    const pair = await ablePair({ inlayHints: { incoming: true, inherited: false, params: "nonsense" } });
    await pair.open(SET);
    expect(labelsOf(await hintsOf(pair))).toEqual(["= Bern", "← 2"]);
    expect(pair.registered).toContain("workspace/didChangeConfiguration");
    pair.said.settings = { inlayHints: { params: false }, codeLens: "no" };
    await pair.client.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await pair.refreshed.next("inlayHint");
    expect(labelsOf(await hintsOf(pair))).toEqual(["confirm manual", "confirm manual", "confirm manual"]);
    expect(pair.said.asked).toBe(2);
    await pair.end();
  });

  test("follow settings as they are told by who cannot be asked", async () => {
    const pair = await lspPair();
    await pair.open(SET);
    const settings = { objectives: { inlayHints: { inherited: false } } };
    await pair.client.sendNotification("workspace/didChangeConfiguration", { settings });
    expect(labelsOf(await hintsOf(pair))).toEqual(["= Bern"]);
    await pair.end();
  });
});

describe("code lenses", () => {
  const lensesOf = async (pair: LspPair): Promise<readonly CodeLens[]> =>
    Promise.all(
      (await ask<CodeLens[]>(pair, "codeLens")).map((lens) =>
        pair.client.sendRequest<CodeLens>("codeLens/resolve", lens),
      ),
    );
  const inOneLine = ({ range, command }: CodeLens): string =>
    `${range.start.line}: ${command?.title}${command?.command === "" ? "" : ` (${command?.command})`}`;

  test("lead somewhere in an editor that has the commands", async () => {
    const pair = await ablePair();
    await pair.open(SET);
    const lenses = await lensesOf(pair);
    expect(lenses.map(inOneLine)).toMatchInlineSnapshot(`
      [
        "0: Preview (objectives.previewGraph)",
        "5: The conversation starts here",
        "13: 2 ways in (editor.action.showReferences)",
        "15: 1 way in (editor.action.showReferences)",
      ]
    `);
    const [uri, position, locations] = lenses.at(-2)?.command?.arguments ?? [];
    expect([uri, position]).toEqual([URI, { line: 13, character: 10 }]);
    expect(locations).toHaveLength(2);
    await pair.end();
  });

  test("are words alone in others", async () => {
    const pair = await lspPair();
    await pair.open(SET);
    expect((await lensesOf(pair)).map(inOneLine)).toEqual([
      "5: The conversation starts here",
      "13: 2 ways in",
      "15: 1 way in",
    ]);
    await pair.end();
  });

  test("a client that refuses what it said it could ends no server", async () => {
    const pair = await lspPair({
      workspace: {
        codeLens: { refreshSupport: true },
        didChangeConfiguration: { dynamicRegistration: true },
      },
    });
    await pair.client.sendNotification("workspace/didChangeConfiguration", { settings: {} });
    // Node would end for a refusal that nobody takes; vitest says that there was one.
    expect(await pair.ask("objectives/decompile", { json: "[]" })).toMatchObject({ kind: "text" });
    await pair.end();
  });

  test("are none where they are switched off", async () => {
    const pair = await ablePair({ codeLens: { enabled: false } });
    await pair.open(SET);
    expect(await lensesOf(pair)).toEqual([]);
    await pair.end();
  });
});

test("what changes elsewhere in a set is a reason to ask again, a letter in a prompt is none", async () => {
  const pair = await ablePair();
  const other = "file:///closing.objectives";
  await pair.open(`objective close { prompt "Bye." }\n`, other);
  await pair.open(`objectives "S"\ninclude "./closing.objectives"\nobjective a { prompt "p" -> close }\n`);
  await pair.refreshed.next("semanticTokens");
  await pair.type('"p"', '"pp"');
  await pair.type("-> close", "-> clos");
  await pair.refreshed.next("semanticTokens");
  await pair.end();
});

test("of a document that is not open there is nothing to say", async () => {
  const pair = await ablePair();
  const position = { line: 0, character: 0 };
  const more = { range: everywhere, positions: [position], previousResultId: "1" };
  for (const method of ["foldingRange", "selectionRange", "inlayHint", "codeLens"])
    expect(await ask(pair, method, more)).toBeNull();
  for (const method of ["full", "full/delta", "range"])
    expect(await ask(pair, `semanticTokens/${method}`, more)).toEqual({ data: [] });
  const lens: CodeLens = { range: everywhere, data: { uri: URI, kind: "ways-in" } };
  expect(await pair.client.sendRequest("codeLens/resolve", lens)).toMatchObject({ command: { title: "" } });
  await pair.end();
});
