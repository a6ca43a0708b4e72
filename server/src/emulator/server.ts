// The emulator on loopback: HTTP in, HTTP out, nothing from or for anywhere else.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { isLoopbackHost } from "../platform/origin.ts";
import type { EmulatorOptions, LocalEmulator } from "./emulator.ts";
import { BODY_LIMIT, handleBytes, openEmulator, TOO_LARGE } from "./emulator.ts";
import { errorCode } from "./files.ts";
import type { StoreProblem } from "./store.ts";
import type { PlatformReply } from "./turn.ts";
import { messageReply } from "./turn.ts";

export interface ServerOptions extends EmulatorOptions {
  /** 0 for any free one. */
  readonly port: number;
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

/** Where the target `local` is. */
export const EMULATOR_PORT = 4180;

/** Milliseconds in which a request must have come in whole. */
const REQUEST_TIME = 60_000;

/** Opens the state and listens on loopback. What prevents it comes back as a value, with nothing left open. */
export async function startEmulator({ port, ...options }: ServerOptions): Promise<EmulatorStart> {
  const opening = await openEmulator(options);
  if (!opening.ok) return opening;
  const { emulator } = opening;
  const server = createServer({ requestTimeout: REQUEST_TIME }, (request, response) => {
    void respond(emulator, request, response);
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
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = readUrl(request);
  if (url === undefined) return send(response, FOREIGN);
  const body = await receive(request);
  if (body === "cut off") return;
  if (body === "too large") return send(response, TOO_LARGE);
  const reply = await handleBytes(emulator.handle, body, {
    method: request.method ?? "",
    path: url.pathname,
    query: url.searchParams,
    key: headerOf(request, "x-api-key"),
    contentType: headerOf(request, "content-type"),
  });
  send(response, reply);
}

const FOREIGN = messageReply(403, "The emulator answers to programs of this machine alone");

/**
 * The address asked for, unless a page from elsewhere asks: by its own Origin, or under a name of its own that
 * it lets lead to this machine.
 */
function readUrl(request: IncomingMessage): URL | undefined {
  const host = request.headers.host ?? "";
  const base = `http://${host}`;
  // Nothing but a name and a port: a user, a path or a query would let one name pass for another.
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(base)) return undefined;
  const { hostname, port, origin } = new URL(base);
  const isOurs = isLoopbackHost(hostname) && isOwnPort(port, request);
  const isOwnPage = request.headers.origin === undefined || request.headers.origin === origin;
  const target = base + (request.url ?? "/");
  return isOurs && isOwnPage && URL.canParse(target) ? new URL(target) : undefined;
}

function isOwnPort(port: string, request: IncomingMessage): boolean {
  return Number(port === "" ? 80 : port) === request.socket.localPort;
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
