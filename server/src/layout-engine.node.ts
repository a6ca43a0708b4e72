// The layout engine for Node: a worker thread, which keeps no program alive.
import { Worker } from "node:worker_threads";
import type { EngineAnswer, LayoutEngine } from "./language/graph/layout.ts";
import {
  layoutEngine,
  type LayoutThread,
  type LayoutThreadOptions,
  type LayoutWorker,
} from "./layout-engine.ts";

/** A layout engine in a thread of its own, from the bundled worker `layout-worker.node.js`. */
export function layoutThread(workerFile: string | URL, options: LayoutThreadOptions): LayoutThread {
  return layoutEngine(() => startThread(workerFile), options);
}

function startThread(workerFile: string | URL): LayoutWorker {
  const worker = new Worker(workerFile);
  return {
    layOut: async (graph) => {
      const answer = answerOf(worker);
      worker.postMessage(graph);
      return answer;
    },
    terminate: () => worker.terminate(),
  };
}

/** Runs `use` with an engine of its own, and ends its thread afterwards. */
export async function withLayoutThread<Value>(
  workerFile: string,
  options: LayoutThreadOptions,
  use: (engine: LayoutEngine) => Promise<Value>,
): Promise<Value> {
  const thread = layoutThread(workerFile, options);
  try {
    return await use(thread.layout);
  } finally {
    await thread.stop();
  }
}

/** The thread's one answer. It holds the program open only while it works. */
function answerOf(worker: Worker): Promise<EngineAnswer> {
  return new Promise((resolve, reject) => {
    const finish = (act: () => void): void => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      worker.unref();
      act();
    };
    const onMessage = (said: EngineAnswer): void => finish(() => resolve(said));
    const onError = (error: unknown): void => finish(() => reject(error));
    const onExit = (): void => finish(() => reject(new Error("The layout engine ended.")));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.ref();
  });
}
