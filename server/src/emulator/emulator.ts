// The emulator without a network: one request after the other, each change saved before it is answered.
import { inEnglish } from "../language/text/sentence.ts";
import { isLoopbackHost } from "../platform/origin.ts";
import type { StoreFiles } from "./files.ts";
import type { Processes } from "../project/file-lock.ts";
import { route } from "./routes.ts";
import type { Form } from "./rules.ts";
import type { Store, StoreProblem } from "./store.ts";
import { openStore } from "./store.ts";
import type { PlatformReply, PlatformRequest, Surroundings } from "./turn.ts";
import { messageReply } from "./turn.ts";

/** What the emulator needs of the world. */
export interface EmulatorWorld {
  readonly files: StoreFiles;
  readonly processes: Processes;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** That many hexadecimal digits by chance. */
  readonly randomDigits: (count: number) => string;
}

export interface EmulatorOptions {
  /** Path of the file that keeps the state; its folder is made where it is missing. */
  readonly storeFile: string;
  /** Which field of required links the emulator knows. */
  readonly form: Form;
  readonly world: EmulatorWorld;
}

/** An emulator that is called instead of listened for. */
export interface LocalEmulator {
  /** Answers requests to loopback addresses, of any port, and sends nothing anywhere. */
  readonly fetch: typeof fetch;
  /** Answers one request; requests are carried out in the order they come. */
  readonly handle: (request: PlatformRequest) => Promise<PlatformReply>;
  /** Waits for what is under way and gives the state's file free. */
  readonly close: () => Promise<void>;
}

export type EmulatorOpening =
  | { readonly ok: true; readonly emulator: LocalEmulator }
  | { readonly ok: false; readonly problem: StoreProblem };

/** Bytes that a request's body may have. */
export const BODY_LIMIT = 16 * 1024 * 1024;

export const TOO_LARGE = messageReply(413, `The body is larger than ${BODY_LIMIT / 1024 / 1024} MiB`);
const NOT_UTF8 = messageReply(400, "The body is not text in UTF-8");

const STOPPED = messageReply(503, "The emulator has been stopped");
const BROKEN = messageReply(500, "The emulator failed at this request; nothing was changed");

/** Opens the state and stands ready to answer. */
export async function openEmulator({ storeFile, form, world }: EmulatorOptions): Promise<EmulatorOpening> {
  const opening = await openStore(storeFile, world.files, world.processes);
  if (!opening.ok) return opening;
  const { handle, close } = serve(opening.store, () => surroundingsOf(form, world));
  return { ok: true, emulator: { fetch: fetchOf(handle), handle, close } };
}

function serve(store: Store, surroundings: () => Surroundings): Pick<LocalEmulator, "handle" | "close"> {
  let { state } = store;
  let last: Promise<unknown> = Promise.resolve();
  let closing: Promise<void> | undefined;

  function handle(request: PlatformRequest): Promise<PlatformReply> {
    if (closing !== undefined) return Promise.resolve(STOPPED);
    const reply = last.then(() => answer(request)).catch(() => BROKEN);
    last = reply;
    return reply;
  }

  async function answer(request: PlatformRequest): Promise<PlatformReply> {
    const outcome = route(state, request, surroundings());
    if (outcome.state === state) return outcome.reply;
    const saving = await store.save(outcome.state);
    if (!saving.ok) return messageReply(507, inEnglish(saving.message));
    state = outcome.state;
    return outcome.reply;
  }

  function close(): Promise<void> {
    closing ??= last.then(() => store.close());
    return closing;
  }

  return { handle, close };
}

function surroundingsOf(form: Form, world: EmulatorWorld): Surroundings {
  return { form, now: new Date(world.now()).toISOString(), chance: world.randomDigits(12) };
}

function fetchOf(handle: LocalEmulator["handle"]): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    const { hostname: host, pathname: path, searchParams: query } = new URL(request.url);
    if (!isLoopbackHost(host)) throw new TypeError(`The emulator does not answer for ${host}`);
    const body = new Uint8Array(await request.arrayBuffer());
    const reply = await handleBytes(handle, body, {
      method: request.method,
      path,
      query,
      key: request.headers.get("x-api-key"),
      contentType: request.headers.get("content-type"),
    });
    request.signal.throwIfAborted();
    return responseOf(request.method, reply);
  };
}

/** Answers a request whose body is still bytes. */
export function handleBytes(
  handle: LocalEmulator["handle"],
  body: Uint8Array,
  request: Omit<PlatformRequest, "body">,
): Promise<PlatformReply> {
  if (body.byteLength > BODY_LIMIT) return Promise.resolve(TOO_LARGE);
  const text = decode(body);
  return text === undefined ? Promise.resolve(NOT_UTF8) : handle({ ...request, body: text });
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function responseOf(method: string, { status, headers, body }: PlatformReply): Response {
  const hasBody = body !== "" && method !== "HEAD";
  return new Response(hasBody ? body : null, { status, headers });
}
