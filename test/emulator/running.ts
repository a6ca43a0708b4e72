// Emulators for tests: one called directly, one on loopback, both in memory.
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import type { LocalEmulator } from "../../server/src/emulator/emulator.ts";
import { openEmulator } from "../../server/src/emulator/emulator.ts";
import type { Form } from "../../server/src/emulator/rules.ts";
import type { RunningEmulator } from "../../server/src/emulator/server.ts";
import { startEmulator } from "../../server/src/emulator/server.ts";
import type { StoreFiles } from "../../server/src/emulator/files.ts";
import { memoryFiles, memoryWorld, noFault } from "./memory-files.ts";

export const STORE = "/state/emulator.json";

export async function localEmulator(
  form: Form,
  files: StoreFiles = memoryFiles(noFault),
): Promise<LocalEmulator> {
  const opening = await openEmulator({ storeFile: STORE, form, world: memoryWorld(files) });
  if (!opening.ok) throw new Error(inEnglish(opening.problem.message));
  return opening.emulator;
}

/** Listens on a free port while `use` runs. */
export async function withEmulator<Value>(
  use: (emulator: RunningEmulator) => Promise<Value>,
  {
    files = memoryFiles(noFault),
    allowedOrigins = [],
  }: { readonly files?: StoreFiles; readonly allowedOrigins?: readonly string[] } = {},
): Promise<Value> {
  const start = await startEmulator({
    port: 0,
    storeFile: STORE,
    form: "both",
    allowedOrigins,
    world: memoryWorld(files),
  });
  if (!start.ok) throw new Error(inEnglish(start.problem.message));
  try {
    return await use(start.emulator);
  } finally {
    await start.emulator.close();
  }
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Asks by `fetch`, with a key, and reads JSON where there is any. */
export async function ask(
  fetchFrom: typeof fetch,
  method: string,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetchFrom(url, {
    method,
    headers: { "x-api-key": "local", "content-type": "application/json", ...headers },
    ...(body === undefined ? {} : { body: text }),
  });
  const reply = await response.text();
  return { status: response.status, body: reply === "" ? "" : JSON.parse(reply) };
}

/** Asks an emulator in process, at its usual address. */
export function askLocal(
  emulator: LocalEmulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  return ask(emulator.fetch, method, `http://127.0.0.1:4180${path}`, body);
}
