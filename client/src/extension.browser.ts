// The extension in a browser: the language server and the layout engine in web workers, and VS Code's files.
import * as vscode from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { storeFilesOf } from "../../server/src/emulator/files.ts";
import type { EmulatorWorld } from "../../server/src/emulator/emulator.ts";
import { layoutWorker } from "../../server/src/layout-engine.browser.ts";
import { LAYOUT_LIMIT_MS } from "../../server/src/layout-engine.ts";
import { answersUnseen, fetchFromPage } from "../../server/src/platform/cross-origin.ts";
import { systemTime, type Time } from "../../server/src/platform/time.ts";
import type { FileSystem } from "../../server/src/project/file-system.ts";
import type { ClientRequests } from "../../server/src/protocol.ts";
import { activateExtension } from "./activate.ts";
import type { World } from "./extension.ts";
import { FINDING_PAGES, showFindingPages } from "./finding-pages.ts";
import { clientOptions } from "./language-client.ts";
import { workspaceFiles } from "./workspace-files.ts";

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Objectives", { log: true });
  const startWorker = (bundle: string): Worker =>
    new Worker(vscode.Uri.joinPath(context.extensionUri, "dist", bundle).toString(true));
  const server = serverIn(() => startWorker("server.browser.js"));
  const options = clientOptions(output, { pages: FINDING_PAGES });
  const client = new LanguageClient("objectives", "Objectives", server.start, options);
  const engine = layoutWorker(() => startWorker("layout-worker.browser.js"), { limitMs: LAYOUT_LIMIT_MS });
  context.subscriptions.push(
    output,
    client,
    server,
    { dispose: () => void engine.stop() },
    showFindingPages(context),
    client.onRequest("objectives/layOut", ({ graph }: ClientRequests["objectives/layOut"]["params"]) =>
      engine.layout(graph),
    ),
  );
  activateExtension({ context, output, client, world: browserWorld() });
  await client.start();
}

/** Every start of the server is a worker of its own: one that was told to end listens no more. */
function serverIn(startWorker: () => Worker) {
  let worker: Worker | undefined;
  return {
    start: async () => {
      worker?.terminate();
      worker = startWorker();
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    },
    dispose: () => worker?.terminate(),
  };
}

function browserWorld(): World {
  const files = workspaceFiles();
  const time = systemTime();
  // A browser's own `fetch` works for nobody but its global object.
  const ownFetch: typeof fetch = (input, init) => fetch(input, init);
  return {
    files,
    fetch: fetchFromPage(ownFetch, self.origin),
    time,
    emulator: emulatorWorld(files, time),
    listens: (origin, signal) => answersUnseen(ownFetch, origin, signal),
    startEmulator: undefined,
  };
}

/** Of one browser all windows are one process: what an earlier one left locked is free. */
function emulatorWorld(files: FileSystem, { now }: Time): EmulatorWorld {
  return {
    files: storeFilesOf(files),
    processes: {
      own: { pid: 0, host: `browser ${vscode.env.machineId}`, startedAt: now() },
      isRunning: () => true,
    },
    now,
    randomDigits: (count) => {
      const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(count / 2)));
      const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
      return digits.slice(0, count);
    },
  };
}
