// The bundles for browsers: nothing of Node in them, no larger than they were meant to be, and they start in a worker.
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { BUNDLES } from "../scripts/bundles.mts";
import { layoutWorker } from "../server/src/layout-engine.browser.ts";
import type { LayoutThread } from "../server/src/layout-engine.ts";
import type { ClientRequests, GraphResult } from "../server/src/protocol.ts";
import { webWorker, type WebWorker } from "./support/web-worker.ts";

const ENOUGH_MS = 60_000;

/** Kilobytes, packed as a server sends them. */
const LIMITS = { "extension.browser": 240, "server.browser": 260, "layout-worker.browser": 480 } as const;
type Name = keyof typeof LIMITS;

const texts = new Map<string, string>();

beforeAll(async () => {
  for (const bundle of BUNDLES.filter(({ platform }) => platform === "browser")) {
    const { outputFiles } = await build({ ...bundle, sourcemap: false, write: false });
    for (const { path, text } of outputFiles) texts.set(/([\w.-]+)\.js$/.exec(path)?.[1] ?? path, text);
  }
}, ENOUGH_MS);

const started: WebWorker[] = [];
afterEach(() => started.splice(0).forEach(({ terminate }) => terminate()));

function start(name: Name): WebWorker {
  const worker = webWorker(texts.get(name) ?? "");
  started.push(worker);
  return worker;
}

describe.each(Object.entries(LIMITS))("%s", (name, limit) => {
  test("asks for no module but VS Code's", () => {
    const asked = (texts.get(name) ?? "").matchAll(/\brequire\((["'`])(.*?)\1\)/g);
    const modules = new Set([...asked].map(([, , module]) => module));
    expect([...modules]).toEqual(name === "extension.browser" ? ["vscode"] : []);
    expect(texts.get(name)).not.toMatch(/["'`]node:/);
  });

  test(`has at most ${limit} kB, packed`, () => {
    expect(gzipSync(texts.get(name) ?? "").byteLength / 1000).toBeLessThan(limit);
  });
});

function engineIn(worker: () => WebWorker, limitMs = ENOUGH_MS): LayoutThread {
  return layoutWorker(worker, { limitMs });
}

describe("the layout engine in a web worker", () => {
  const graph = { id: "graph", children: [{ id: "a", width: 10, height: 10 }], edges: [] };

  test("places each graph that it is given", { timeout: ENOUGH_MS }, async () => {
    const engine = engineIn(() => start("layout-worker.browser"));
    const answers = await Promise.all([engine.layout(graph), engine.layout(graph)]);
    expect(answers.map((it) => it.ok && it.graph.children?.[0]?.x)).toEqual([12, 12]);
  });

  test("refuses a graph that it cannot read, and goes on", { timeout: ENOUGH_MS }, async () => {
    const engine = engineIn(() => start("layout-worker.browser"));
    const broken = { ...graph, edges: [{ id: "e", sources: ["nobody"], targets: ["a"] }] };
    expect((await engine.layout(broken)).ok).toBe(false);
    expect((await engine.layout(graph)).ok).toBe(true);
  });

  test.each([
    ["is silent", "self.onmessage = () => undefined", 20, /within 20 ms/],
    ["breaks", "self.onmessage = () => { null.x; }", ENOUGH_MS, /null/],
    ["does not start", "this is no script", ENOUGH_MS, /SyntaxError/],
  ])("that %s is given up", { timeout: ENOUGH_MS }, async (_, script, limitMs, reason) => {
    const engine = engineIn(() => webWorker(script), limitMs);
    expect(await engine.layout(graph)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
    await engine.stop();
    expect(await engine.layout(graph)).toEqual({ ok: false, reason: expect.stringMatching(/stopped/) });
  });

  test("that cannot be made is refused", async () => {
    const engine = engineIn(() => {
      throw new Error("No workers here.");
    });
    expect(await engine.layout(graph)).toEqual({ ok: false, reason: "No workers here." });
  });
});

describe("the language server in a web worker", () => {
  const URI = "vscode-vfs://github/us/a.objectives";
  const TEXT = 'objectives "S"\nobjective a { prompt "Ask." -> b }\nobjective b { prompt "Ask." }\n';

  /** Speaks as a client would; `layOut` answers for the layout engine. */
  function clientOf(worker: WebWorker, layOut: (graph: unknown) => unknown) {
    const answers = new Map<number, (result: unknown) => void>();
    worker.onmessage = ({ data }) => {
      const { id, method, params, result } = data as Message;
      if (method === "objectives/layOut")
        void Promise.resolve(layOut(params)).then((it) => worker.postMessage({ jsonrpc, id, result: it }));
      else if (method === undefined && id !== undefined) answers.get(id)?.(result);
    };
    let last = 0;
    return {
      tell: (method: string, params: unknown): void => worker.postMessage({ jsonrpc, method, params }),
      ask: <Result>(method: string, params: unknown): Promise<Result> => {
        last += 1;
        const id = last;
        worker.postMessage({ jsonrpc, id, method, params });
        return new Promise((resolve) => answers.set(id, (it) => resolve(it as Result)));
      },
    };
  }

  async function drawnBy(layOut: (graph: unknown) => unknown): Promise<GraphResult | null> {
    const client = clientOf(start("server.browser"), layOut);
    const { serverInfo } = await client.ask<{ serverInfo: { name: string } }>("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    expect(serverInfo.name).toBe("objectives");
    client.tell("initialized", {});
    const textDocument = { uri: URI, languageId: "objectives", version: 1, text: TEXT };
    client.tell("textDocument/didOpen", { textDocument });
    return client.ask("objectives/graph", { uri: URI });
  }

  test("starts, and draws what its client has laid out", { timeout: ENOUGH_MS }, async () => {
    const engine = engineIn(() => start("layout-worker.browser"));
    const drawn = await drawnBy((params) =>
      engine.layout((params as ClientRequests["objectives/layOut"]["params"]).graph),
    );
    expect([drawn?.layout, drawn?.nodes.map(({ id }) => id)]).toEqual(["layered", ["a", "b"]]);
  });

  test("draws plainly where its client cannot lay out", { timeout: ENOUGH_MS }, async () => {
    expect((await drawnBy(() => ({ ok: false, reason: "no workers" })))?.layout).toBe("plain");
  });
});

const jsonrpc = "2.0";

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}
