// What takes long is shown: by the server's own wish, or where a request asks for it.
import type { ClientCapabilities, WorkDoneProgressBegin } from "vscode-languageserver/node";
import { expect, test } from "vitest";
import type { Time } from "../../server/src/platform/time.ts";
import { memoryFileSystem, sleeping } from "../project/memory-file-system.ts";
import { lspPair, URI } from "../support/lsp-pair.ts";

const SHOWING: ClientCapabilities = {
  window: { workDoneProgress: true },
  textDocument: { diagnostic: {} },
  workspace: { diagnostics: { refreshSupport: true } },
};
const SET = 'objectives "S"\nobjective greet { prompt "Greet." }\n';

/** Time that goes by only when a test says so. */
function slowTime(): { readonly time: Pick<Time, "sleep">; readonly goBy: () => void } {
  const gone = Promise.withResolvers<void>();
  const sleep = (_: number, signal: AbortSignal): Promise<void> => {
    const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
    return Promise.race([gone.promise, stopped]);
  };
  return { time: { sleep }, goBy: gone.resolve };
}

interface Shown {
  readonly kind: string;
  readonly title?: string;
  readonly percentage?: number;
}

test("looking at a workspace is shown once it has taken long, and taken away when it is over", async () => {
  const { files, spin } = sleeping(
    memoryFileSystem({ "/flows/a.objectives": SET, "/flows/b.objectives": SET }),
  );
  const { time, goBy } = slowTime();
  const shown: Shown[] = [];
  const begun = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const pair = await lspPair(SHOWING, {
    files,
    time,
    folder: "file:///flows",
    answering: (client) => {
      client.onRequest("window/workDoneProgress/create", () => null);
      client.onNotification("$/progress", ({ value }: { value: Shown }) => {
        shown.push(value);
        if (value.kind === "begin") begun.resolve();
        if (value.kind === "end") ended.resolve();
      });
    },
  });
  await pair.ask("objectives/decompile", { json: "[]" });
  expect(shown).toEqual([]);
  goBy();
  await begun.promise;
  spin();
  await ended.promise;
  expect(shown).toEqual([
    { kind: "begin", title: "Looking at the sets of the workspace", percentage: 0 },
    { kind: "report", percentage: 50 },
    { kind: "report", percentage: 100 },
    { kind: "end" },
  ]);
  await pair.end();
});

test("what is over soon is never shown, nor is anything to an editor that shows nothing", async () => {
  for (const capabilities of [SHOWING, {}]) {
    const { time, goBy } = slowTime();
    let created = 0;
    const pair = await lspPair(capabilities, {
      time,
      files: memoryFileSystem({ "/flows/a.objectives": SET }),
      folder: "file:///flows",
      answering: (client) => client.onRequest("window/workDoneProgress/create", () => void (created += 1)),
    });
    await pair.open(SET);
    // It looks at every file before it answers.
    const start = { line: 1, character: 0 };
    const params = { textDocument: { uri: URI }, range: { start, end: start }, context: { diagnostics: [] } };
    await pair.client.sendRequest("textDocument/codeAction", params);
    goBy();
    await pair.ask("objectives/decompile", { json: "[]" });
    expect(created).toBe(0);
    await pair.end();
  }
});

test.for([
  ["workspace/diagnostic", { previousResultIds: [] }, "Checking the sets of the workspace"],
  [
    "textDocument/references",
    {
      textDocument: { uri: URI },
      position: { line: 1, character: 11 },
      context: { includeDeclaration: true },
    },
    "Looking at the sets of the workspace",
  ],
  ["workspace/symbol", { query: "greet" }, "Looking at the sets of the workspace"],
  ["objectives/exportGraph", { uri: URI, format: "mermaid", theme: "light" }, "Drawing the flow"],
] as const)("%s shows what it does to who asks for that", async ([method, params, title]) => {
  const shown: Shown[] = [];
  const pair = await lspPair(SHOWING, {
    answering: (client) =>
      client.onNotification(
        "$/progress",
        ({ token, value }: { token: string; value: WorkDoneProgressBegin }) => {
          if (token === "mine") shown.push(value);
        },
      ),
  });
  await pair.open(SET);
  await pair.client.sendRequest<unknown>(method, { ...params, workDoneToken: "mine" });
  expect([shown[0], shown.at(-1)]).toEqual([{ kind: "begin", title, percentage: 0 }, { kind: "end" }]);
  await pair.end();
});
