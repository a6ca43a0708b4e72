// The layout engine for a browser: a web worker, made where workers may be made.
import Elk from "elkjs/lib/elk-api.js";
import type { ElkGraph } from "./language/graph/elk-graph.ts";
import {
  layoutEngine,
  type LayoutThread,
  type LayoutThreadOptions,
  type LayoutWorker,
} from "./layout-engine.ts";

/** A layout engine in a worker of its own, from the bundled worker `layout-worker.browser.js`. */
export function layoutWorker(startWorker: () => Worker, options: LayoutThreadOptions): LayoutThread {
  return layoutEngine(() => elkIn(startWorker()), options);
}

interface LaidOutByElk {
  readonly layout: (graph: ElkGraph) => Promise<ElkGraph>;
}

function elkIn(worker: Worker): LayoutWorker {
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({ message }) =>
      reject(new Error(message || "The layout engine broke.")),
    );
  });
  broken.catch(() => undefined); // it may break while nobody asks
  // elkjs speaks of the same JSON in types of its own.
  const elk = new Elk({ algorithms: ["layered"], workerFactory: () => worker }) as unknown as LaidOutByElk;
  return {
    layOut: (graph) =>
      Promise.race([
        broken,
        elk.layout(graph).then(
          (placed) => ({ ok: true, graph: placed }) as const,
          (error: unknown) => ({ ok: false, reason: String(error) }) as const,
        ),
      ]),
    terminate: () => worker.terminate(),
  };
}
