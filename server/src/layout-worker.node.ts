// The thread of the layout engine: takes a graph, posts it back with places, or what went wrong.
import { parentPort } from "node:worker_threads";
import Elk, { type ElkNode } from "elkjs/lib/elk.bundled.js";

const elk = new Elk();

parentPort?.on("message", (graph: ElkNode) => {
  elk.layout(graph).then(
    (placed) => parentPort?.postMessage({ ok: true, graph: placed }),
    (error: unknown) => parentPort?.postMessage({ ok: false, reason: String(error) }),
  );
});
