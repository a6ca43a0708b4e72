// The layout engine for Node: a worker thread that starts with the first graph and answers one at a time.
import { Worker } from "node:worker_threads";
import type { ElkGraph } from "./language/graph/elk-graph.ts";
import type { EngineAnswer, LayoutEngine } from "./language/graph/layout.ts";

export interface LayoutThread {
  readonly layout: LayoutEngine;
  /** Ends the thread; graphs that wait are refused, and later ones too. */
  readonly stop: () => Promise<void>;
}

export interface LayoutThreadOptions {
  /** How long one graph may take before the thread is given up, in milliseconds. */
  readonly limitMs: number;
}

interface Question {
  readonly graph: ElkGraph;
  readonly answer: (answer: EngineAnswer) => void;
}

/**
 * A layout engine in a thread of its own, from the bundled worker `layout-worker.node.js`. The thread keeps no program
 * alive. A graph that takes too long, or at which the thread breaks, is refused, and the next one gets a new thread.
 */
export function layoutThread(workerFile: string | URL, { limitMs }: LayoutThreadOptions): LayoutThread {
  const waiting: Question[] = [];
  let worker: Worker | undefined;
  let isStopped = false;

  async function work(): Promise<void> {
    for (let question = waiting[0]; question; question = waiting[0]) {
      const answer = isStopped ? STOPPED : await asked(question.graph);
      waiting.shift();
      question.answer(answer);
    }
  }

  async function asked(graph: ElkGraph): Promise<EngineAnswer> {
    try {
      worker ??= new Worker(workerFile);
      const outcome = await answerOf(worker, graph, limitMs);
      if (!outcome.isBroken) return outcome.said;
      await giveUp();
      return { ok: false, reason: outcome.reason };
    } catch (error) {
      return { ok: false, reason: String(error) };
    }
  }

  async function giveUp(): Promise<void> {
    const given = worker;
    worker = undefined;
    await given?.terminate();
  }

  return {
    layout: (graph) =>
      new Promise((answer) => {
        waiting.push({ graph, answer });
        if (waiting.length === 1) void work();
      }),
    stop: async () => {
      isStopped = true;
      await giveUp();
    },
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

const STOPPED: EngineAnswer = { ok: false, reason: "The layout engine was stopped." };

type Outcome =
  | { readonly isBroken: false; readonly said: EngineAnswer }
  | { readonly isBroken: true; readonly reason: string };

/** The thread's one answer, or what ended it. The thread holds the program open only while it works. */
function answerOf(worker: Worker, graph: ElkGraph, limitMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const finish = (outcome: Outcome): void => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      worker.unref();
      resolve(outcome);
    };
    const onMessage = (said: EngineAnswer): void => finish({ isBroken: false, said });
    const onError = (error: unknown): void => finish({ isBroken: true, reason: String(error) });
    const onExit = (): void => finish({ isBroken: true, reason: "The layout engine ended." });
    const tooLong = (): void => finish({ isBroken: true, reason: `No layout within ${limitMs} ms.` });
    const timer = setTimeout(tooLong, limitMs);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.ref();
    worker.postMessage(graph);
  });
}
