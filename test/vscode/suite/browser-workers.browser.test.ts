// The workers of a browser: the layout engine answers from one of its own, and the language server starts again in another.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEverything, diagnosticsOf, extension, openText } from "../support.ts";

const SET = 'objectives "Workers"\n\nobjective greet {\n  prompt "Greet."\n  -> gone\n}\n';

suite("Web workers", () => {
  teardown(closeEverything);

  // By its file's name the first test of all: the engine's worker starts with the first graph.
  test("the layout engine places a graph in a worker of its own", async () => {
    const { answer, unwatch } = nextLayout();
    try {
      // An objective by itself needs no engine.
      await openText(`${SET.replace("gone", "goodbye")}\nobjective goodbye { prompt "Say goodbye." }\n`);
      await vscode.commands.executeCommand("objectives.previewGraph");
      const { data } = await answer;
      assert.equal(typeof data.children[0]?.x, "number");
    } finally {
      unwatch();
    }
  });

  test("the language server starts again in a new one", async () => {
    await extension().activate();
    await vscode.commands.executeCommand("objectives.restartServer");
    const { document } = await openText(SET);
    await diagnosticsOf(document, (found) => found.some(({ message }) => message.includes("'gone'")));
  });
});

/** As elkjs sends it. */
interface PlacedGraph {
  readonly data: { readonly children: readonly { readonly x?: number }[] };
}

/** The first graph that comes back from a worker that starts from now on. */
function nextLayout() {
  const { Worker: KindOfWorker } = globalThis;
  const { promise, resolve } = Promise.withResolvers<PlacedGraph>();
  globalThis.Worker = new Proxy(KindOfWorker, {
    construct: (kind, [url, options]: ConstructorParameters<typeof Worker>) => {
      const worker = new kind(url, options);
      worker.addEventListener("message", ({ data }: MessageEvent<Partial<PlacedGraph>>) => {
        if (data.data?.children) resolve({ data: data.data });
      });
      return worker;
    },
  });
  return { answer: promise, unwatch: () => void (globalThis.Worker = KindOfWorker) };
}
