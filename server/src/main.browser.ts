// The language server in a web worker. It has neither a disk nor workers of its own: its client reads and lays out for it.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { layoutByClient } from "./lsp/client-layout.ts";
import { startServer } from "./lsp/server.ts";

// Nobody is shown a stack, and making one is most of what a syntax error costs.
Error.stackTraceLimit = 0;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, { layout: layoutByClient(connection), files: undefined, pages: undefined });
