// The language server as a program of its own: over IPC or as `--stdio` and the like say.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createConnection } from "vscode-languageserver/node";
import { layoutThread } from "./layout-engine.node.ts";
import { LAYOUT_LIMIT_MS } from "./layout-engine.ts";
import { startServer } from "./lsp/server.ts";
import { nodeFileReader } from "./project/node-file-reader.ts";

// Nobody is shown a stack, and making one is most of what a syntax error costs.
Error.stackTraceLimit = 0;

/** Beside the bundles in what is installed. */
const PAGES = pathToFileURL(path.join(__dirname, "..", "docs", "findings")).href;

const { layout } = layoutThread(path.join(__dirname, "layout-worker.node.js"), { limitMs: LAYOUT_LIMIT_MS });
startServer(createConnection(), { layout, files: nodeFileReader(), pages: PAGES });
