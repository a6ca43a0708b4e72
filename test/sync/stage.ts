// Uploads for tests: the real client, the emulator in process behind it, and files in memory; faults where a test says.
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import type { LocalEmulator } from "../../server/src/emulator/emulator.ts";
import type { Form } from "../../server/src/emulator/rules.ts";
import type { ObjectiveItem, SetDocument } from "../../server/src/language/compile/payload.ts";
import { writePayload } from "../../server/src/language/compile/write-payload.ts";
import type { Client } from "../../server/src/platform/client.ts";
import { createClient } from "../../server/src/platform/client.ts";
import type { LockStore } from "../../server/src/project/lock-file.ts";
import { lockStore } from "../../server/src/project/lock-file.ts";
import type { Lock, SetLock } from "../../server/src/project/lock.ts";
import { setLockAt } from "../../server/src/project/lock.ts";
import { NO_CONFIG } from "../../server/src/project/config.ts";
import type { Target } from "../../server/src/project/targets.ts";
import { chooseTarget } from "../../server/src/project/targets.ts";
import type { FormWish } from "../../server/src/sync/link-form.ts";
import type { Confirm, PushResult } from "../../server/src/sync/push.ts";
import { makePlan, push } from "../../server/src/sync/push.ts";
import { PLAIN, planLines, pushLines } from "../../server/src/sync/report.ts";
import type { LocalSet, Progress, Upload } from "../../server/src/sync/upload.ts";
import { processes } from "../emulator/memory-files.ts";
import { localEmulator } from "../emulator/running.ts";
import { testTime } from "../platform/scripted-server.ts";
import type { MemoryFileSystem } from "../project/memory-file-system.ts";
import { memoryFileSystem } from "../project/memory-file-system.ts";

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** Stands between the client and the platform: forwards, or does not, or answers by itself. */
export type Intercept = (sent: Sent, forward: () => Promise<Response>) => Promise<Response>;

export interface Stage {
  readonly emulator: LocalEmulator;
  readonly files: MemoryFileSystem;
  readonly target: Target;
  readonly client: Client;
  readonly locks: LockStore;
  /** `POST /v2/objectives` and so on, in order, lists without their query. */
  readonly calls: readonly string[];
  readonly progress: readonly Progress[];
  readonly upload: Upload;
  /** The texts that were pushed, by the words that people read. */
  push(document: SetDocument, confirm?: Confirm): Promise<string>;
  pushed(sets: readonly LocalSet[], confirm?: Confirm): Promise<PushResult>;
  plan(document: SetDocument): Promise<string>;
  kept(): Promise<SetLock>;
  lock(): Promise<Lock>;
  /** The sets that there are, as the emulator shows them. */
  sets(): Promise<readonly StoredSet[]>;
  /** Changes what is there, as somebody in the dashboard would. */
  edit(id: string, document: SetDocument): Promise<void>;
}

export interface StoredSet {
  readonly uuid: string;
  readonly name: string;
  readonly data: readonly Record<string, unknown>[];
}

export interface StageOptions {
  readonly form?: Form;
  readonly requiredField?: FormWish;
  readonly intercept?: Intercept;
  readonly files?: MemoryFileSystem;
  readonly emulator?: LocalEmulator;
  readonly signal?: AbortSignal;
}

export const FILE = "greeting.objectives";
export const LOCK_PATH = "/w/.objectives/lock.json";
const forwardAll: Intercept = (_, forward) => forward();

export async function stage(options: StageOptions = {}): Promise<Stage> {
  const emulator = options.emulator ?? (await localEmulator(options.form ?? "both"));
  const files = options.files ?? memoryFileSystem({});
  const calls: string[] = [];
  const progress: Progress[] = [];
  const target = localTarget();
  const fetchThrough = intercepted(emulator, options.intercept ?? forwardAll, calls);
  const client = createClient({
    origin: target.origin,
    key: "local",
    fetch: fetchThrough,
    time: testTime(),
    log: () => undefined,
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  const locks = lockStore({ files, processes: processes(1, [1]), time: testTime() }, "/w", "loopback");
  const upload: Upload = {
    target,
    requiredField: options.requiredField ?? "auto",
    client,
    locks,
    time: testTime(),
    onProgress: (it) => progress.push(it),
  };
  const pushed = (sets: readonly LocalSet[], confirm: Confirm = async () => "yes"): Promise<PushResult> =>
    push(upload, sets, confirm);
  const lock = async (): Promise<Lock> => {
    const reading = await locks.read();
    if (!reading.ok) throw new Error(reading.failure.kind);
    return reading.lock;
  };
  return {
    ...{ emulator, files, target, client, locks, calls, progress, upload, pushed, lock },
    push: async (document, confirm) =>
      pushLines(await pushed([{ file: FILE, document }], confirm), PLAIN).join("\n"),
    plan: async (document) => {
      const planning = await makePlan(upload, [{ file: FILE, document }]);
      return planning.ok ? planLines(planning.plan, PLAIN).join("\n") : inEnglish(planning.stop.message);
    },
    kept: async () => setLockAt(await lock(), { origin: target.origin, target: target.name, file: FILE }),
    sets: () => storedSets(emulator),
    edit: (id, document) => editStored(emulator, id, document),
  };
}

/** Nothing reached the platform. */
export function lostBefore(): never {
  throw new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });
}

/** The platform did it, and its answer never arrived. */
export async function lostAfter(forward: () => Promise<Response>): Promise<never> {
  await forward();
  return lostBefore();
}

export function answer(status: number, body: object): Response {
  return new Response(JSON.stringify(body), { status });
}

/** Applies a fault to the first request that fits. */
export function once(fits: (sent: Sent) => boolean, fault: Intercept): Intercept {
  let isOver = false;
  return (sent, forward) => {
    if (isOver || !fits(sent)) return forward();
    isOver = true;
    return fault(sent, forward);
  };
}

export function isCall(method: string, path: RegExp): (sent: Sent) => boolean {
  return (sent) => sent.method === method && path.test(sent.path);
}

export function objective(name: string, more: Partial<ObjectiveItem> = {}): ObjectiveItem {
  return {
    name,
    prompt: `Do ${name}.`,
    confirmation: "auto",
    variables: [],
    modality: "verbal",
    conditional: [],
    required: [],
    callback: "",
    ...more,
  };
}

export function set(name: string, ...objectives: readonly ObjectiveItem[]): SetDocument {
  return { name, objectives };
}

/** A greeting that leads to a farewell. */
export const GREETING = set(
  "Greeting",
  objective("greet", { variables: ["mood"], required: ["wrap_up"] }),
  objective("wrap_up"),
);

export const WARMER = set(
  "Greeting",
  objective("greet", { prompt: "Greet warmly.", variables: ["mood"], required: ["wrap_up"] }),
  objective("wrap_up"),
);

export async function makeRemote(emulator: LocalEmulator, document: SetDocument): Promise<string> {
  const reply = await ask(emulator, "POST", "/v2/objectives", payload(document));
  const created = JSON.parse(reply) as { readonly objectives_id: string };
  return created.objectives_id;
}

export async function makePersona(emulator: LocalEmulator, body: object): Promise<string> {
  const reply = await ask(emulator, "POST", "/v2/personas", JSON.stringify(body));
  return (JSON.parse(reply) as { readonly persona_id: string }).persona_id;
}

export async function ask(
  emulator: LocalEmulator,
  method: string,
  path: string,
  body?: string,
): Promise<string> {
  const response = await emulator.fetch(`http://127.0.0.1:4180${path}`, {
    method,
    headers: { "x-api-key": "local", "content-type": "application/json" },
    ...(body === undefined ? {} : { body }),
  });
  return response.text();
}

function payload(document: SetDocument): string {
  const text = writePayload(document, "single");
  if (typeof text !== "string") throw new Error(JSON.stringify(text.refused));
  return text;
}

async function storedSets(emulator: LocalEmulator): Promise<readonly StoredSet[]> {
  const list = JSON.parse(await ask(emulator, "GET", "/v2/objectives?limit=50")) as { data: StoredSet[] };
  return list.data;
}

async function editStored(emulator: LocalEmulator, id: string, document: SetDocument): Promise<void> {
  const { data, name } = JSON.parse(payload(document)) as { data: unknown; name?: string };
  const patch = [
    { op: "replace", path: "/data", value: data },
    { op: "replace", path: "/name", value: name ?? "" },
  ];
  await ask(emulator, "PATCH", `/v2/objectives/${id}`, JSON.stringify(patch));
}

function localTarget(): Target {
  const choice = chooseTarget(NO_CONFIG, { named: "local", url: undefined, tavusKey: "not set" });
  if (choice.kind !== "chosen") throw new Error(inEnglish(choice.reason));
  return choice.target;
}

function intercepted(emulator: LocalEmulator, intercept: Intercept, calls: string[]): typeof fetch {
  return (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const sent = {
      method: init?.method ?? "GET",
      path: pathname,
      body: typeof init?.body === "string" ? init.body : "",
    };
    calls.push(`${sent.method} ${sent.path.replace("/v2/", "")}`);
    return intercept(sent, () => emulator.fetch(input, init));
  };
}
