// Findings for those who ask: of one document, by the names of what they have already, and of the whole workspace.
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  RelatedFullDocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import { describe, expect, test } from "vitest";
import { filesIn, type MemoryFileSystem } from "../project/memory-file-system.ts";
import { inOneLine, lspPair, URI, type LspPair } from "../support/lsp-pair.ts";

const PULLING: ClientCapabilities = {
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};
const RELATING: ClientCapabilities = {
  textDocument: { diagnostic: { relatedDocumentSupport: true } },
  workspace: { diagnostics: { refreshSupport: true } },
};

const FOLDER = "file:///flows";
const uriOf = (name: string): string => `${FOLDER}/${name}`;

const RIGHT = 'objectives "Right"\nobjective greet { prompt "Greet." }\n';
const WRONG = 'objectives "Wrong"\nobjective greet { prompt "Greet." -> gone }\n';
const GONE =
  "1:37-1:41 error unknown-objective: No objective is called 'gone': write one, or lead somewhere else.";

const MAIN =
  'objectives "Main"\ninclude "./closing.objectives"\nobjective greet { prompt "Greet." -> close }\n';
const CLOSING = 'objective close { prompt "Close." -> gone }\n';

const disk = (texts: Readonly<Record<string, string>>): MemoryFileSystem => filesIn("/flows", texts);

function pull(pair: LspPair, uri = URI, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  return pair.client.sendRequest("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
}

/** A report in words: its findings, or that they are what they were. */
function inWords(report: {
  readonly kind: string;
  readonly items?: readonly Diagnostic[];
}): readonly string[] {
  return report.kind === "full" ? (report.items ?? []).map(inOneLine) : [report.kind];
}

describe("of a document", () => {
  test("who names what they have is told that it still holds, until something else is found", async () => {
    const pair = await lspPair(PULLING);
    await pair.open(WRONG);
    const first = await pull(pair);
    expect(inWords(first)).toEqual([GONE]);
    expect(inWords(await pull(pair, URI, first.resultId))).toEqual(["unchanged"]);
    await pair.type("Greet.", "Hello.");
    expect(inWords(await pull(pair, URI, first.resultId))).toEqual(["unchanged"]);
    await pair.type("-> gone", "");
    const mended = await pull(pair, URI, first.resultId);
    expect([mended.kind, inWords(mended)]).toEqual(["full", []]);
    expect(inWords(await pull(pair, URI, mended.resultId))).toEqual(["unchanged"]);
    await pair.end();
  });

  test("a report has the same name in another server", async () => {
    const names = await Promise.all(
      [1, 2].map(async () => {
        const pair = await lspPair(PULLING);
        await pair.open(WRONG);
        const { resultId } = await pull(pair);
        await pair.end();
        return resultId;
      }),
    );
    expect(names[0]).toBe(names[1]);
  });

  test("one that is not open is read; of one that is nowhere there is nothing to say", async () => {
    const pair = await lspPair(PULLING, { files: disk({ "wrong.objectives": WRONG }), folder: FOLDER });
    expect(inWords(await pull(pair, uriOf("wrong.objectives")))).toEqual([GONE]);
    expect(inWords(await pull(pair, uriOf("nowhere.objectives")))).toEqual([]);
    expect(inWords(await pull(pair, "untitled:Untitled-1"))).toEqual([]);
    await pair.end();
  });

  test("its set's other files come with it, for an editor that takes them", async () => {
    const files = disk({ "main.objectives": MAIN, "closing.objectives": CLOSING });
    const related = async (capabilities: ClientCapabilities) => {
      const pair = await lspPair(capabilities, { files, folder: FOLDER });
      await pair.open(MAIN, uriOf("main.objectives"));
      await pair.ask("objectives/compile", { uri: uriOf("main.objectives") });
      const report = await pull(pair, uriOf("main.objectives"));
      await pair.end();
      return (report as RelatedFullDocumentDiagnosticReport).relatedDocuments;
    };
    expect(await related(PULLING)).toBeUndefined();
    const reports = Object.entries((await related(RELATING)) ?? {});
    expect(reports.map(([uri, report]) => [uri, ...inWords(report)])).toEqual([
      [uriOf("closing.objectives"), GONE.replace("1:37-1:41", "0:37-0:41")],
    ]);
  });

  test("matter as the project of each file wants it, from the first answer on", async () => {
    const files = disk({
      "main.objectives": MAIN.replace("./", "./deep/"),
      "deep/closing.objectives": CLOSING,
      "deep/objectives.json": '{ "version": 1, "rules": { "unknown-objective": "hint" } }',
    });
    const pair = await lspPair(RELATING, { files, folder: FOLDER });
    await pair.open(MAIN.replace("./", "./deep/"), uriOf("main.objectives"));
    await pair.ask("objectives/compile", { uri: uriOf("main.objectives") }); // by then the fragment is read
    const { relatedDocuments = {} } = await pull(pair, uriOf("main.objectives"));
    const [closing] = Object.values(relatedDocuments);
    expect(closing && inWords(closing)).toEqual([GONE.replace("1:37-1:41 error", "0:37-0:41 hint")]);
    await pair.end();
  });

  test("an editor is told to ask again when a file of the set changes, and not when somebody types in the document", async () => {
    const files = disk({ "main.objectives": MAIN, "closing.objectives": CLOSING });
    const capabilities: ClientCapabilities = {
      ...PULLING,
      workspace: { diagnostics: { refreshSupport: true } },
    };
    const pair = await lspPair(capabilities, { files, folder: FOLDER });
    let asked = 0;
    const once = new Promise<void>((resolve) => {
      pair.client.onRequest("workspace/diagnostic/refresh", () => {
        asked += 1;
        resolve();
      });
    });
    await pair.open(WRONG);
    await pair.type("-> gone", "");
    await pull(pair);
    expect(asked).toBe(0);
    await pair.open(MAIN, uriOf("main.objectives"));
    await pull(pair, uriOf("main.objectives"));
    await once;
    await pair.end();
  });
});

/** Somebody who listens to what is said of the workspace. */
interface Listening {
  /** What is known in the end, once it is as expected: file by file, those without findings left out. */
  readonly checkKnown: (expected: Readonly<Record<string, readonly string[]>>) => Promise<void>;
  readonly reports: readonly WorkspaceDocumentDiagnosticReport[];
  readonly answer: Promise<WorkspaceDiagnosticReport>;
  readonly id: string;
}

async function listen(pair: LspPair): Promise<Listening> {
  const id = "pieces";
  const reports: WorkspaceDocumentDiagnosticReport[] = [];
  const known = new Map<string, readonly string[]>();
  let look = (): void => undefined;
  pair.client.onNotification(
    "$/progress",
    ({ token, value }: { token: string; value: WorkspaceDiagnosticReport }) => {
      if (token !== id) return;
      for (const report of value.items) {
        reports.push(report);
        known.set(report.uri.replace(`${FOLDER}/`, ""), inWords(report));
      }
      look();
    },
  );
  const answer = pair.client.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", {
    previousResultIds: [],
    partialResultToken: id,
  });
  // Where the connection ends first, nobody waits for it.
  answer.catch(() => undefined);
  const shown = (): string => JSON.stringify([...known].filter(([, said]) => said.length > 0).toSorted());
  return {
    id,
    reports,
    answer,
    checkKnown: (expected) =>
      new Promise((resolve) => {
        look = () => {
          if (shown() === JSON.stringify(Object.entries(expected).toSorted())) resolve();
        };
        look();
      }),
  };
}

async function askOnce(
  pair: LspPair,
  previousResultIds: readonly { readonly uri: string; readonly value: string }[] = [],
): Promise<readonly WorkspaceDocumentDiagnosticReport[]> {
  const params = { previousResultIds };
  const { items } = await pair.client.sendRequest<WorkspaceDiagnosticReport>("workspace/diagnostic", params);
  return items;
}

function named(reports: readonly WorkspaceDocumentDiagnosticReport[]): readonly (readonly string[])[] {
  return reports.map((report) => [report.uri.replace(`${FOLDER}/`, ""), ...inWords(report)]);
}

describe("of the workspace", () => {
  const SETS = { "right.objectives": RIGHT, "wrong.objectives": WRONG };

  test("every file with findings, open or not, at once for who cannot take pieces", async () => {
    const pair = await lspPair(PULLING, {
      files: disk({ ...SETS, "main.objectives": MAIN, "closing.objectives": CLOSING }),
      folder: FOLDER,
    });
    await pair.open(RIGHT.replace("Greet.", ""), uriOf("right.objectives"));
    expect(named(await askOnce(pair))).toMatchInlineSnapshot(`
      [
        [
          "right.objectives",
          "1:25-1:27 error empty-text: The prompt is empty: say it in words.",
        ],
        [
          "wrong.objectives",
          "1:37-1:41 error unknown-objective: No objective is called 'gone': write one, or lead somewhere else.",
        ],
        [
          "closing.objectives",
          "0:37-0:41 error unknown-objective: No objective is called 'gone': write one, or lead somewhere else.",
        ],
      ]
    `);
    await pair.end();
  });

  test("who names what they have is told that it still holds, and of what is gone", async () => {
    const files = disk(SETS);
    const pair = await lspPair(PULLING, { files, folder: FOLDER });
    const reports = await askOnce(pair);
    const known = reports.map(({ uri, resultId }) => ({ uri, value: resultId ?? "" }));
    expect(named(await askOnce(pair, known))).toEqual([["wrong.objectives", "unchanged"]]);
    const gone = [...known, { uri: uriOf("gone.objectives"), value: "x" }];
    expect(named(await askOnce(pair, gone))).toEqual([
      ["wrong.objectives", "unchanged"],
      ["gone.objectives"],
    ]);
    await pair.end();
  });

  test("a document's own report has the name that it has here", async () => {
    const pair = await lspPair(PULLING, { files: disk(SETS), folder: FOLDER });
    const [report] = await askOnce(pair);
    await pair.open(WRONG, uriOf("wrong.objectives"));
    expect((await pull(pair, uriOf("wrong.objectives"), report?.resultId)).kind).toBe("unchanged");
    await pair.end();
  });

  test("what several sets say of a fragment is said once, in the order of its places", async () => {
    const files = disk({
      "a.objectives": MAIN.replace("Main", "A"),
      "b.objectives": MAIN.replace("Main", "B").replace("-> close", "-> close\n  -> closed"),
      "closing.objectives": CLOSING,
    });
    const pair = await lspPair(PULLING, { files, folder: FOLDER });
    const reports = named(await askOnce(pair));
    expect(reports.filter(([name]) => name === "closing.objectives")).toEqual([
      ["closing.objectives", GONE.replace("1:37-1:41", "0:37-0:41")],
    ]);
    await pair.end();
  });

  test("who takes pieces hears of every change for as long as they listen", async () => {
    const files = disk(SETS);
    const pair = await lspPair(PULLING, { files, folder: FOLDER });
    const listening = await listen(pair);
    await listening.checkKnown({ "wrong.objectives": [GONE] });

    await pair.open(RIGHT.replace("}", "-> gone }"), uriOf("right.objectives"));
    await listening.checkKnown({ "right.objectives": [GONE], "wrong.objectives": [GONE] });
    await pair.close(uriOf("right.objectives"));
    await listening.checkKnown({ "wrong.objectives": [GONE] });

    files.texts.set("/flows/wrong.objectives", WRONG.replace("-> gone", ""));
    files.texts.set("/flows/more.objectives", WRONG.replace("Wrong", "More"));
    await pair.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: ["wrong", "more"].map((name) => ({ uri: uriOf(`${name}.objectives`), type: 2 })),
    });
    await listening.checkKnown({ "more.objectives": [GONE] });
    files.texts.delete("/flows/more.objectives");
    await pair.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf("more.objectives"), type: 3 }],
    });
    await listening.checkKnown({});

    await pair.client.sendRequest("shutdown");
    expect(await listening.answer).toEqual({ items: [] });
    pair.client.dispose();
  });

  test("a change of objectives.json is a change of what matters in every file", async () => {
    const files = disk(SETS);
    const pair = await lspPair(PULLING, { files, folder: FOLDER });
    const listening = await listen(pair);
    await listening.checkKnown({ "wrong.objectives": [GONE] });
    const rules = { "unknown-objective": "hint" };
    files.texts.set("/flows/objectives.json", JSON.stringify({ version: 1, rules }));
    await pair.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf("objectives.json"), type: 1 }],
    });
    await listening.checkKnown({ "wrong.objectives": [GONE.replace("error", "hint")] });
    await pair.end();
  });

  test("what changes in one set is said of its files alone", async () => {
    const files = disk({ ...SETS, "main.objectives": MAIN, "closing.objectives": CLOSING });
    const pair = await lspPair(PULLING, { files, folder: FOLDER });
    const listening = await listen(pair);
    const others = {
      "closing.objectives": [GONE.replace("1:37-1:41", "0:37-0:41")],
      "wrong.objectives": [GONE],
    };
    await listening.checkKnown(others);
    const before = listening.reports.length;
    await pair.open(RIGHT.replace("}", "-> gone }"), uriOf("right.objectives"));
    await listening.checkKnown({ ...others, "right.objectives": [GONE] });
    expect(named(listening.reports.slice(before))).toEqual([["right.objectives", GONE]]);
    await pair.end();
  });

  test("what the editor leaves out of its searches is left out, and so is what programs make", async () => {
    const made = ["node_modules/a", "dist/b", ".cache/c", "old/d", "flows/e.tmp"];
    const files = disk({
      ...SETS,
      ...Object.fromEntries(made.map((name) => [`${name}.objectives`, WRONG.replace("Wrong", name)])),
    });
    const capabilities: ClientCapabilities = {
      ...PULLING,
      workspace: { ...PULLING.workspace, configuration: true },
    };
    const pair = await lspPair(capabilities, {
      files,
      folder: FOLDER,
      answering: (client) =>
        client.onRequest("workspace/configuration", () => [
          { "**/old": true, "**/wrong.objectives": false },
          { "**/*.tmp.objectives": true, "**/right.objectives": { when: "$(basename).json" } },
        ]),
    });
    expect(named(await askOnce(pair))).toEqual([["wrong.objectives", GONE]]);
    await pair.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: made.map((name) => ({ uri: uriOf(`${name}.objectives`), type: 2 })),
    });
    expect(named(await askOnce(pair))).toEqual([["wrong.objectives", GONE]]);
    await pair.open(WRONG, uriOf("old/d.objectives"));
    const open = named(await askOnce(pair)).map(([name]) => name);
    expect(open).toEqual(["old/d.objectives", "wrong.objectives"]);
    await pair.end();
  });
});
