// The emulator on loopback: HTTP in, HTTP out, nothing from or for anywhere else.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { errorCode } from "../project/file-system.ts";
import type { EmulatorOptions, LocalEmulator } from "./emulator.ts";
import { BODY_LIMIT, handleBytes, openEmulator, TOO_LARGE } from "./emulator.ts";
import type { StoreProblem } from "./store.ts";
import type { PlatformReply } from "./turn.ts";
import { FOREIGN, visitorOf } from "./visitors.ts";

export interface ServerOptions extends EmulatorOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** Origins whose web pages may ask, too; without it none may. */
  readonly allowedOrigins?: readonly string[];
}

export interface RunningEmulator {
  /** Such as `http://127.0.0.1:4180`. */
  readonly url: string;
  readonly port: number;
  /** Ends every connection, waits for what is being saved, and gives the state's file free. */
  readonly close: () => Promise<void>;
}

export type EmulatorStart =
  | { readonly ok: true; readonly emulator: RunningEmulator }
  | { readonly ok: false; readonly problem: StartProblem };

export type StartProblem = StoreProblem | PortProblem;

export interface PortProblem {
  readonly kind: "port in use" | "port unusable";
  readonly message: Sentence;
}

const HOST = "127.0.0.1";

/** Milliseconds in which a request must have come in whole. */
const REQUEST_TIME = 60_000;

/** Opens the state and listens on loopback. What prevents it comes back as a value, with nothing left open. */
export async function startEmulator({
  port,
  allowedOrigins = [],
  ...options
}: ServerOptions): Promise<EmulatorStart> {
  const opening = await openEmulator(options);
  if (!opening.ok) return opening;
  const { emulator } = opening;
  const server = createServer({ requestTimeout: REQUEST_TIME }, (request, response) => {
    void respond(emulator, allowedOrigins, request, response);
  });
  const problem = await listen(server, port);
  if (problem === undefined) return { ok: true, emulator: runningEmulator(server, emulator) };
  await emulator.close();
  return { ok: false, problem };
}

function runningEmulator(server: Server, emulator: LocalEmulator): RunningEmulator {
  const { port } = server.address() as AddressInfo;
  return { url: `http://${HOST}:${port}`, port, close: () => stop(server, emulator) };
}

async function stop(server: Server, emulator: LocalEmulator): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  await emulator.close();
  server.closeAllConnections();
  await closed;
}

function listen(server: Server, port: number): Promise<PortProblem | undefined> {
  return new Promise((resolve) => {
    // Kept for good: an error that nobody listens for, such as too many open files, would end the process.
    server.on("error", (error) => resolve(portProblem(port, error)));
    try {
      server.listen(port, HOST, () => resolve(undefined));
    } catch (error) {
      resolve(portProblem(port, error));
    }
  });
}

function portProblem(port: number, error: unknown): PortProblem {
  const elsewhere = sentence`choose another with --port, or 0 for any free one`;
  switch (errorCode(error)) {
    case "EADDRINUSE":
      return {
        kind: "port in use",
        message: sentence`Port ${port} is in use: stop what listens there, or ${elsewhere}.`,
      };
    case "EACCES":
      return {
        kind: "port unusable",
        message: sentence`This user may not listen on port ${port}: ${elsewhere}.`,
      };
    default:
      return { kind: "port unusable", message: sentence`Port ${port} cannot be listened on: ${elsewhere}.` };
  }
}

async function respond(
  emulator: LocalEmulator,
  allowedOrigins: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "", url: target = "/", headers, socket } = request;
  const asking = { method, target, host: headers.host, origin: headers.origin, port: socket.localPort };
  const visitor = visitorOf(asking, allowedOrigins);
  if (visitor.kind === "foreign") return send(response, FOREIGN);
  if (visitor.kind === "asks leave") return send(response, visitor.reply);
  const reply = await answer(emulator, visitor.url, request);
  if (reply !== "cut off") send(response, { ...reply, headers: { ...reply.headers, ...visitor.headers } });
}

async function answer(
  emulator: LocalEmulator,
  { pathname: path, searchParams: query }: URL,
  request: IncomingMessage,
): Promise<PlatformReply | "cut off"> {
  const body = await receive(request);
  if (body === "cut off") return body;
  if (body === "too large") return TOO_LARGE;
  const [key, contentType] = [headerOf(request, "x-api-key"), headerOf(request, "content-type")];
  return handleBytes(emulator.handle, body, { method: request.method ?? "", path, query, key, contentType });
}

function headerOf({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name];
  return typeof value === "string" ? value : null;
}

/** Reads on past the limit without keeping it, so that the sender is there to hear the answer. */
async function receive(request: IncomingMessage): Promise<Uint8Array | "too large" | "cut off"> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size <= BODY_LIMIT) chunks.push(chunk);
    }
  } catch {
    return "cut off";
  }
  return size <= BODY_LIMIT ? Buffer.concat(chunks) : "too large";
}

function send(response: ServerResponse, { status, headers, body }: PlatformReply): void {
  const length = body === "" ? {} : { "content-length": Buffer.byteLength(body) };
  response.writeHead(status, { ...headers, ...length });
  response.end(body);
}
