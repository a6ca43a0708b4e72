// The layout engine in a worker of whatever kind: it starts with the first graph and answers one at a time.
import type { ElkGraph } from "./language/graph/elk-graph.ts";
import type { EngineAnswer, LayoutEngine } from "./language/graph/layout.ts";

export interface LayoutThread {
  readonly layout: LayoutEngine;
  /** Ends the worker; graphs that wait are refused, and later ones too. */
  readonly stop: () => Promise<void>;
}

export interface LayoutThreadOptions {
  /** How long one graph may take before the worker is given up, in milliseconds. */
  readonly limitMs: number;
}

/** Long enough for every graph that anybody draws. */
export const LAYOUT_LIMIT_MS = 20_000;

export interface LayoutWorker {
  /** The answer to one graph; rejects where the worker breaks. */
  readonly layOut: (graph: ElkGraph) => Promise<EngineAnswer>;
  readonly terminate: () => unknown;
}

interface Question {
  readonly graph: ElkGraph;
  readonly answer: (answer: EngineAnswer) => void;
}

/** A graph that takes too long, or at which the worker breaks, is refused, and the next one gets a new worker. */
export function layoutEngine(start: () => LayoutWorker, { limitMs }: LayoutThreadOptions): LayoutThread {
  const waiting: Question[] = [];
  const stopping = new AbortController();
  let worker: LayoutWorker | undefined;

  async function work(): Promise<void> {
    for (let question = waiting[0]; question; question = waiting[0]) {
      const answer = await asked(question.graph);
      waiting.shift();
      question.answer(answer);
    }
  }

  async function asked(graph: ElkGraph): Promise<EngineAnswer> {
    try {
      stopping.signal.throwIfAborted();
      worker ??= start();
      return await inTime(worker.layOut(graph), limitMs, stopping.signal);
    } catch (error) {
      await giveUp();
      return { ok: false, reason: error instanceof Error ? error.message : String(error) };
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
      stopping.abort(new Error("The layout engine was stopped."));
      await giveUp();
    },
  };
}

/** The value, unless it comes too late or nobody wants it any more. */
function inTime<Value>(value: Promise<Value>, limitMs: number, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const tooLate = (): void => finish(() => reject(new Error(`No layout within ${limitMs} ms.`)));
    const unwanted = (): void => finish(() => reject(signal.reason));
    const finish = (act: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", unwanted);
      act();
    };
    const timer = setTimeout(tooLate, limitMs);
    signal.addEventListener("abort", unwanted);
    value.then(
      (it) => finish(() => resolve(it)),
      (error: unknown) => finish(() => reject(error)),
    );
  });
}
