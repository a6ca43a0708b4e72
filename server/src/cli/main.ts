// The command line's way into the world: the only module of it that touches the process.
import { realpathSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createInterface } from "node:readline/promises";
import { nodeEmulatorWorld } from "../emulator/node-world.ts";
import type { LayoutEngine } from "../language/graph/layout.ts";
import { withLayoutThread } from "../layout-engine.node.ts";
import { LAYOUT_LIMIT_MS } from "../layout-engine.ts";
import { systemTime } from "../platform/time.ts";
import type { FileResult } from "../project/file-system.ts";
import { nodeFileSystem, portablePath } from "../project/node-file-system.ts";
import { EXIT } from "./exit-code.ts";
import { run } from "./run.ts";
import { readStream } from "./standard-input.ts";
import type { AssistantWish, Output, ServeAssistant, World } from "./world.ts";

// Nobody is shown a stack, and making one is most of what a syntax error costs.
Error.stackTraceLimit = 0;
void start();

async function start(): Promise<void> {
  const lost = watchOutputs();
  const code = await run(process.argv.slice(2), world(interruptionByPeople()));
  process.exitCode = lost.aborted ? EXIT.wrongUse : code;
}

function world(interruption: AbortSignal): World {
  const time = systemTime();
  return {
    folder: portablePath(".", process.cwd()),
    environment: process.env,
    files: nodeFileSystem(),
    readInput: () => readInput(interruption),
    output: outputOf(process.stdout),
    errors: outputOf(process.stderr),
    ask: (question) => ask(question, interruption),
    fetch,
    time,
    interruption,
    emulator: nodeEmulatorWorld(process, time),
    pages: pages(),
    withLayout,
    serveEditor: () => serveEditor(interruption),
    serveAssistant: (wish) => serveAssistant(wish, interruption),
  };
}

/** The first time asks what is under way to end; whoever asks again does not want to wait for that. */
function interruptionByPeople(): AbortSignal {
  const interruption = new AbortController();
  const interrupt = (): void =>
    interruption.signal.aborted ? process.exit(EXIT.interrupted) : interruption.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, interrupt);
  return interruption.signal;
}

/** Aborted once output was lost, but for a reader that has read enough, such as `head`. */
function watchOutputs(): AbortSignal {
  const lost = new AbortController();
  process.stderr.on("error", () => undefined);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    const code = error.code ?? "";
    if (lost.signal.aborted || code === "EPIPE" || code === "ERR_STREAM_DESTROYED") return;
    lost.abort();
    const why = code === "ENOSPC" ? "the disk is full" : `the system says ${code}`;
    process.stderr.write(`error: The result could not be written: ${why}.\n`);
    process.exitCode = EXIT.wrongUse;
  });
  return lost.signal;
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    kind: stream.isTTY ? "terminal" : "file",
    // A terminal that does not know its width says 0.
    columns: stream.isTTY && stream.columns > 0 ? stream.columns : undefined,
  };
}

/** Nobody who presses Ctrl+C wants to type to the end first. */
function readInput(interruption: AbortSignal): Promise<FileResult<string>> {
  interruption.addEventListener("abort", () => process.exit(EXIT.interrupted));
  return readStream(process.stdin);
}

async function ask(question: string, signal: AbortSignal): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  lines.once("SIGINT", () => process.kill(process.pid, "SIGINT"));
  try {
    return await lines.question(question, { signal });
  } catch {
    return "";
  } finally {
    lines.close();
  }
}

/** The engine's bundle stands beside this program's. */
function withLayout<Value>(use: (engine: LayoutEngine) => Promise<Value>): Promise<Value> {
  return withLayoutThread(path.join(bundles(), "layout-worker.node.js"), { limitMs: LAYOUT_LIMIT_MS }, use);
}

/** The folder of this program's file, whatever link it was started by. */
function bundles(): string {
  return path.dirname(realpathSync(process.argv[1] ?? "."));
}

/** Beside the bundles in what is installed, as in a clone. */
function pages(): string {
  return pathToFileURL(path.join(bundles(), "..", "docs", "findings")).href;
}

/** Loaded only here: no other command needs the protocol. */
async function serveEditor(interruption: AbortSignal): Promise<void> {
  interruption.addEventListener("abort", () => process.exit(EXIT.done));
  const { createConnection, StreamMessageReader, StreamMessageWriter } =
    await import("vscode-languageserver/node");
  const { givingWay } = await import("../lsp/giving-way.ts");
  const { startServer } = await import("../lsp/server.ts");
  await withLayout(async (layout) => {
    const { reader, writer, options } = givingWay({
      reader: new StreamMessageReader(process.stdin),
      writer: new StreamMessageWriter(process.stdout),
    });
    const connection = createConnection(reader, writer, options);
    const ended = new Promise<void>((resolve) => {
      connection.onExit(resolve);
      reader.onClose(resolve);
    });
    startServer(connection, { layout, files: nodeFileSystem(), pages: pages(), time: systemTime() });
    await ended;
  });
}

/** A bundle of its own: the protocol's library is larger than all else that a command needs. */
async function serveAssistant(wish: AssistantWish, interruption: AbortSignal): Promise<void> {
  interruption.addEventListener("abort", () => process.exit(EXIT.done));
  const bundle = pathToFileURL(path.join(bundles(), "assistant.js")).href;
  const { serveAssistant: serve } = (await import(bundle)) as { readonly serveAssistant: ServeAssistant };
  await serve(bundles(), wish);
}
