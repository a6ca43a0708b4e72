// How our own requests are answered: by their names and shapes in protocol.ts.
import type { CancellationToken } from "vscode-languageserver";
import type { Requests } from "../protocol.ts";
import type { OpenDocument } from "./documents.ts";
import { aboutOpen, type Server } from "./serving.ts";

type Params<Method extends keyof Requests> = Requests[Method]["params"];
type Result<Method extends keyof Requests> = Requests[Method]["result"] | Promise<Requests[Method]["result"]>;

export function answer<Method extends keyof Requests>(
  { connection }: Pick<Server, "connection">,
  method: Method,
  handler: (params: Params<Method>, token: CancellationToken) => Result<Method>,
): void {
  connection.onRequest<unknown, void>(method, handler);
}

/** Requests about a document: null where it is not open. */
type AboutDocument = {
  [Method in keyof Requests]: Params<Method> extends { readonly uri: string } ? Method : never;
}[keyof Requests];

export function answerAbout<Method extends AboutDocument>(
  server: Server,
  method: Method,
  handler: (document: OpenDocument, params: Params<Method>, token: CancellationToken) => Result<Method>,
): void {
  answer(server, method, (params, token) =>
    aboutOpen(server, params.uri, (document) => handler(document, params, token)),
  );
}
