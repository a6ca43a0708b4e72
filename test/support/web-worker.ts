// A browser's web worker as a thread of Node: as much of one as our bundles use, and nothing of Node's own.
import { Worker as Thread } from "node:worker_threads";

/** What our code and its libraries use of a `Worker`. */
export interface WebWorker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  readonly postMessage: (data: unknown) => void;
  readonly addEventListener: (type: "error", listener: (event: { readonly message: string }) => void) => void;
  readonly terminate: () => void;
}

/** The bundle is run as a script, so that no `require` is there, and Node's globals are taken away before. */
const BOOT = `
const { parentPort, workerData } = require("node:worker_threads");
const { runInThisContext } = require("node:vm");
globalThis.self = globalThis;
self.postMessage = (data) => parentPort.postMessage(data);
self.addEventListener = () => undefined;
parentPort.on("message", (data) => self.onmessage({ data }));
for (const name of ["process", "Buffer", "global"]) Reflect.deleteProperty(globalThis, name);
runInThisContext(workerData);
`;

export function webWorker(bundle: string): WebWorker {
  const thread = new Thread(BOOT, { eval: true, workerData: bundle });
  const worker: WebWorker = {
    onmessage: null,
    postMessage: (data) => thread.postMessage(data),
    addEventListener: (_, listener) =>
      void thread.on("error", (error) => listener({ message: String(error) })),
    terminate: () => void thread.terminate(),
  };
  thread.on("message", (data: unknown) => worker.onmessage?.({ data }));
  return worker;
}
