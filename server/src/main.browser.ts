// The language server in a web worker. It has neither a disk nor workers of its own: its client reads and lays out for it.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { layoutByClient } from "./lsp/client-layout.ts";
import { givingWay } from "./lsp/giving-way.ts";
import { startServer } from "./lsp/server.ts";
import { systemTime } from "./platform/time.ts";

// Nobody is shown a stack, and making one is most of what a syntax error costs.
Error.stackTraceLimit = 0;

const { reader, writer, options } = givingWay({
  reader: new BrowserMessageReader(self),
  writer: new BrowserMessageWriter(self),
});
const connection = createConnection(reader, writer, options);
startServer(connection, {
  layout: layoutByClient(connection),
  files: undefined,
  pages: undefined,
  time: systemTime(),
});
