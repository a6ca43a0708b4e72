// The language server as a program of its own: over IPC, a socket or a pipe as its options say, else over standard input and output.
import { Console } from "node:console";
import path from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import {
  createConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { layoutThread } from "./layout-engine.node.ts";
import { LAYOUT_LIMIT_MS } from "./layout-engine.ts";
import { givingWay } from "./lsp/giving-way.ts";
import { startServer } from "./lsp/server.ts";
import type { Wires } from "./lsp/well-formed.ts";
import { systemTime } from "./platform/time.ts";
import { nodeFileReader } from "./project/node-file-reader.ts";

// Nobody is shown a stack, and making one is most of what a syntax error costs.
Error.stackTraceLimit = 0;

/** Beside the bundles in what is installed. */
const PAGES = pathToFileURL(path.join(__dirname, "..", "docs", "findings")).href;

const { layout } = layoutThread(path.join(__dirname, "layout-worker.node.js"), { limitMs: LAYOUT_LIMIT_MS });
const { reader, writer, options } = givingWay(wires());
// An editor that ends without a word takes its server with it.
reader.onClose(() => process.exit(1));
startServer(createConnection(reader, writer, options), {
  layout,
  files: nodeFileReader(),
  pages: PAGES,
  time: systemTime(),
});

/** As editors ask for it; `--clientProcessId` is the library's own. */
function wires(): Wires {
  const { values } = parseArgs({
    options: {
      "node-ipc": { type: "boolean" },
      stdio: { type: "boolean" },
      socket: { type: "string" },
      pipe: { type: "string" },
    },
    strict: false,
  });
  if (values["node-ipc"])
    return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
  if (typeof values.socket === "string") return wired(createServerSocketTransport(Number(values.socket)));
  if (typeof values.pipe === "string") return wired(createServerPipeTransport(values.pipe));
  // Whatever a library has to say, standard output is the protocol's.
  globalThis.console = new Console(process.stderr);
  return wired([new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)]);
}

function wired([reader, writer]: readonly [Wires["reader"], Wires["writer"]]): Wires {
  return { reader, writer };
}
