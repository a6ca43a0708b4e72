// The layout engine's thread: answers in order, and what breaks it costs one graph.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { ElkGraph } from "../../../server/src/language/graph/elk-graph.ts";
import type { EngineAnswer } from "../../../server/src/language/graph/layout.ts";
import { layoutThread } from "../../../server/src/layout-engine.node.ts";
import type { LayoutThread } from "../../../server/src/layout-engine.ts";

const SOURCE = fileURLToPath(new URL("../../../server/src/layout-worker.node.ts", import.meta.url));
const FOLDER = mkdtempSync(path.join(tmpdir(), "objectives-layout-"));
const WORKER = pathToFileURL(path.join(FOLDER, "layout-worker.node.js"));
const ENOUGH_MS = 60_000;

/** Threads that behave badly, as data: URLs. */
const SILENT = asModule("setInterval(() => undefined, 1_000)");
const BREAKING = asModule(
  "import { parentPort } from 'node:worker_threads'; parentPort.once('message', () => { null.x; })",
);
const ENDING = asModule(
  "import { parentPort } from 'node:worker_threads'; parentPort.once('message', () => process.exit(0))",
);

describe("the thread", () => {
  beforeAll(async () => {
    // As it ships: elkjs looks for the program around it, so a bundle may behave unlike its source.
    await build({
      entryPoints: [SOURCE],
      outfile: fileURLToPath(WORKER),
      bundle: true,
      minify: true,
      platform: "node",
      format: "cjs",
    });
  }, ENOUGH_MS);
  afterAll(() => rmSync(FOLDER, { recursive: true }));

  const started: LayoutThread[] = [];
  afterEach(async () => {
    await Promise.all(started.splice(0).map(({ stop }) => stop()));
  });
  const start = (worker: URL, limitMs = ENOUGH_MS): LayoutThread => {
    const thread = layoutThread(worker, { limitMs });
    started.push(thread);
    return thread;
  };

  test("places each graph that it is given", { timeout: ENOUGH_MS }, async () => {
    const thread = start(WORKER);
    const answers = await Promise.all(["a", "b", "c"].map((name) => thread.layout(graphOf(name))));
    expect(answers.map((answer) => answer.ok && answer.graph.children?.map(({ id, x }) => [id, x]))).toEqual([
      [["a", 0]],
      [["b", 0]],
      [["c", 0]],
    ]);
  });

  test("refuses a graph that the engine cannot read, and goes on", { timeout: ENOUGH_MS }, async () => {
    const thread = start(WORKER);
    const broken = { ...graphOf("a"), edges: [{ id: "e", sources: ["nobody"], targets: ["a"] }] };
    checkRefused(await thread.layout(broken), /nobody/);
    expect((await thread.layout(graphOf("b"))).ok).toBe(true);
  });

  test.each([
    ["takes too long", SILENT, 20, /within 20 ms/],
    ["throws", BREAKING, ENOUGH_MS, /null/],
    ["ends", ENDING, ENOUGH_MS, /ended/],
    ["is not there", new URL("file:///nowhere/worker.mjs"), ENOUGH_MS, /./],
  ])("that %s is given up", { timeout: ENOUGH_MS }, async (_, worker, limitMs, reason) => {
    const thread = start(worker, limitMs);
    checkRefused(await thread.layout(graphOf("a")), reason);
    checkRefused(await thread.layout(graphOf("b")), reason);
  });

  test("refuses what waits when it is stopped", { timeout: ENOUGH_MS }, async () => {
    const thread = start(SILENT);
    const answers = [thread.layout(graphOf("a")), thread.layout(graphOf("b"))];
    await thread.stop();
    for (const answer of await Promise.all(answers)) checkRefused(answer, /stopped|ended/);
    checkRefused(await thread.layout(graphOf("c")), /stopped/);
  });
});

function graphOf(name: string): ElkGraph {
  return {
    id: "graph",
    layoutOptions: { "elk.padding": "[top=0,left=0,bottom=0,right=0]" },
    children: [{ id: name, width: 10, height: 10 }],
    edges: [],
  };
}

function checkRefused(answer: EngineAnswer, reason: RegExp): void {
  expect(answer.ok ? "answered" : answer.reason).toMatch(reason);
}

function asModule(code: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
