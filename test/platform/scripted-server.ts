// A loopback server that answers as a test says, and the connection to it with time in the test's hands.
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Connection } from "../../server/src/platform/request.ts";
import { TIME_LIMIT } from "../../server/src/platform/request.ts";
import type { Time } from "../../server/src/platform/time.ts";

/** Answers one request; called with the body once it is there. */
export type Answer = (response: ServerResponse, request: IncomingMessage, body: string) => void;

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly key: string | undefined;
  readonly body: string;
}

export interface ScriptedServer {
  readonly url: string;
  /** Every request that came, in order. */
  readonly seen: readonly Seen[];
}

/** Serves the answers in their order, the last one for ever, while `use` runs. */
export async function withServer<Value>(
  answers: readonly Answer[],
  use: (server: ScriptedServer) => Promise<Value>,
): Promise<Value> {
  const seen: Seen[] = [];
  const server = createServer(listener(answers, seen));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await use({ url: `http://127.0.0.1:${port}`, seen });
  } finally {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }
}

function listener(answers: readonly Answer[], seen: Seen[]): RequestListener {
  return (request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const answer = answers[Math.min(seen.length, answers.length - 1)];
      const key = request.headers["x-api-key"];
      seen.push({
        method: request.method ?? "",
        url: request.url ?? "",
        key: Array.isArray(key) ? undefined : key,
        body,
      });
      answer?.(response, request, body);
    });
  };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
}

export const hang: Answer = () => undefined;

export const cutAtOnce: Answer = (response) => response.destroy();

export const cutInTheMiddle: Answer = (response) => {
  response.writeHead(200, { "content-length": "1000" });
  response.write('{"data": [', () => response.destroy());
};

/** Time in which waits before a retry pass at once, and the time limit strikes when it is told to. */
export interface TestTime extends Time {
  /** Milliseconds of every wait, in order. */
  readonly waits: readonly number[];
  strike(): void;
}

export function testTime(): TestTime {
  const waits: number[] = [];
  const limits: (() => void)[] = [];
  let now = Date.parse("2026-03-01T12:00:00Z");
  return {
    waits,
    now: () => now,
    random: () => 0.5,
    strike: () => limits.forEach((end) => end()),
    sleep(milliseconds, signal) {
      if (milliseconds === TIME_LIMIT) {
        return new Promise((resolve) => {
          limits.push(resolve);
          signal.addEventListener("abort", () => resolve(), { once: true });
        });
      }
      waits.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}

export const KEY = "secret-key-0123456789";

/** A connection, and what it logged. */
export function connectionTo(
  origin: string,
  time: Time,
  more: Partial<Connection> = {},
): Connection & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  return { origin, key: KEY, fetch, time, log: (line) => lines.push(line), lines, ...more };
}
