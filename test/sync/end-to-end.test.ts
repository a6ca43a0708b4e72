// Uploads over real loopback HTTP, with real files and the keys of an environment.
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import { nodeEmulatorWorld } from "../../server/src/emulator/node-world.ts";
import type { SetDocument } from "../../server/src/language/compile/payload.ts";
import { createClient } from "../../server/src/platform/client.ts";
import { systemTime } from "../../server/src/platform/time.ts";
import { NO_CONFIG } from "../../server/src/project/config.ts";
import type { Environment } from "../../server/src/project/keys.ts";
import { keyFor, tavusKeyState } from "../../server/src/project/keys.ts";
import { lockStore } from "../../server/src/project/lock-file.ts";
import { nodeFileSystem, portablePath } from "../../server/src/project/node-file-system.ts";
import type { TargetWish } from "../../server/src/project/targets.ts";
import { chooseTarget } from "../../server/src/project/targets.ts";
import { attachNewPersona, attachPersona } from "../../server/src/sync/attach.ts";
import { push } from "../../server/src/sync/push.ts";
import { PLAIN, attachLines, pushLines } from "../../server/src/sync/report.ts";
import type { Upload } from "../../server/src/sync/upload.ts";
import { placeOf } from "../../server/src/sync/upload.ts";
import { withEmulator } from "../emulator/running.ts";
import { json, withServer } from "../platform/scripted-server.ts";
import { FILE, GREETING, WARMER } from "./stage.ts";

const SECRETS: Environment = {
  TAVUS_API_KEY: "tavus-secret-0123456789",
  OBJECTIVES_API_KEY: "other-secret-0123456789",
  OBJECTIVES_API_ORIGIN: "https://staging.example.com",
};

let root = "";
beforeEach(async () => {
  root = portablePath(await mkdtemp(join(tmpdir(), "objectives-")), "/");
});
afterEach(() => rm(root, { recursive: true, force: true }));

interface Connecting {
  readonly wish: Omit<TargetWish, "tavusKey">;
  readonly environment: Environment;
  readonly fetch: typeof fetch;
}

/** What the command line does before an upload; a reason where nothing may be sent. */
function connect({ wish, environment, fetch: fetchFrom }: Connecting): Upload | string {
  const choice = chooseTarget(NO_CONFIG, { ...wish, tavusKey: tavusKeyState(environment) });
  if (choice.kind !== "chosen") return inEnglish(choice.reason);
  const { target } = choice;
  const key = keyFor(target.origin, environment);
  if (!key.ok) return inEnglish(key.reason);
  const time = systemTime();
  const { processes } = nodeEmulatorWorld(process, time);
  const log = (): void => undefined;
  return {
    target,
    requiredField: "auto",
    client: createClient({ origin: target.origin, key: key.key, fetch: fetchFrom, time, log }),
    locks: lockStore({ files: nodeFileSystem(), processes, time }, root, target.place),
    time,
    onProgress: () => undefined,
  };
}

function connectTo(url: string): Upload {
  const upload = connect({ wish: { named: "local", url }, environment: SECRETS, fetch });
  if (typeof upload === "string") throw new Error(upload);
  return upload;
}

async function pushWords(upload: Upload, document: SetDocument): Promise<string> {
  const result = await push(upload, [{ file: FILE, document }], async () => "yes");
  return pushLines(result, PLAIN)
    .join("\n")
    .replaceAll(/o[0-9a-f]{12}/g, "o…")
    .replaceAll(upload.target.origin, "URL");
}

test("made, unchanged, changed, deleted there, made anew", async () => {
  await withEmulator(async ({ url }) => {
    const upload = connectTo(url);
    const words = [
      await pushWords(upload, GREETING),
      await pushWords(upload, GREETING),
      await pushWords(upload, WARMER),
      await pushWords(upload, WARMER),
    ];
    const list = await upload.client.listSets();
    for (const { id } of list.ok ? list.value : []) await upload.client.deleteSet(id);
    words.push(await pushWords(upload, WARMER));
    expect(words).toMatchInlineSnapshot(`
      [
        "greeting.objectives: made as o… on local (URL, emulator, not Tavus), read back and the same.",
        "greeting.objectives: nothing to do, o… on local (URL, emulator, not Tavus) says the same.",
        "greeting.objectives: o… on local (URL, emulator, not Tavus) changed, read back and the same.
        The platform itself made sure that no edit made in between was lost.",
        "greeting.objectives: nothing to do, o… on local (URL, emulator, not Tavus) says the same.",
        "greeting.objectives: made as o… on local (URL, emulator, not Tavus), read back and the same.",
      ]
    `);
  });
  expect(await readdir(root)).toEqual([".objectives"]);
  expect((await readdir(join(root, ".objectives"))).toSorted()).toEqual([".gitignore", "lock.json"]);
});

test("attached to a persona that is there, and to one made in the same step", async () => {
  await withEmulator(async ({ url }) => {
    const upload = connectTo(url);
    await pushWords(upload, GREETING);
    const list = await upload.client.listSets();
    const setId = list.ok ? (list.value[0]?.id ?? "none") : "none";
    const attachment = { client: upload.client, setId, locks: upload.locks, place: placeOf(upload, FILE) };
    const made = await upload.client.createPersona(`{"system_prompt": "You help."}`);
    const personaId = made.ok ? made.value.id : "none";
    const outcomes = [
      await attachPersona(attachment, personaId, "keep"),
      await attachPersona(attachment, personaId, "keep"),
      await attachNewPersona(attachment, `{"system_prompt": "You are a lead qualification assistant."}`),
    ];
    expect(outcomes.map(({ kind }) => kind)).toEqual(["attached", "unchanged", "created"]);
    for (const outcome of outcomes) expect(attachLines(outcome, setId, PLAIN)).toHaveLength(1);
    const personas = await upload.client.listPersonas();
    expect(personas.ok && personas.value.map(({ objectivesId }) => objectivesId)).toEqual([setId, setId]);
  });
});

test("no key is in any file that was written", async () => {
  await withEmulator(({ url }) => pushWords(connectTo(url), GREETING));
  const folder = join(root, ".objectives");
  for (const name of await readdir(folder)) {
    expect(await readFile(join(folder, name), "utf8")).not.toMatch(/secret/);
  }
});

test("a foreign address given for a target never sees its key", async () => {
  await withServer([json(200, { data: [], total_count: 0 })], async ({ url, seen }) => {
    const upload = connect({ wish: { named: "tavus", url }, environment: SECRETS, fetch });
    if (typeof upload === "string") throw new Error(upload);
    await pushWords(upload, GREETING);
    expect(seen.length).toBeGreaterThan(0);
    expect(new Set(seen.map(({ key }) => key))).toEqual(new Set(["local"]));
    expect(JSON.stringify(seen)).not.toMatch(/secret/);
  });
});

test.for(["https://evil.example", "https://tavusapi.com.evil.example", "https://tavusapi.com:8443"])(
  "%s gets no request at all: no key is its own",
  (url) => {
    const requests: unknown[] = [];
    const watching: typeof fetch = async (input) => {
      requests.push(input);
      return new Response("{}");
    };
    const words = connect({ wish: { named: "tavus", url }, environment: SECRETS, fetch: watching });
    expect(words).toContain(`is not sent to ${url}`);
    expect(words).not.toMatch(/secret/);
    expect(requests).toEqual([]);
  },
);

test("a redirect to elsewhere is not followed, so the key stays where it was sent", async () => {
  await withServer([json(200, {})], async (elsewhere) => {
    const away = json(302, {}, { location: `${elsewhere.url}/v2/objectives` });
    await withServer([away], async ({ url }) => {
      expect(await pushWords(connectTo(url), GREETING)).toContain("redirects elsewhere");
    });
    expect(elsewhere.seen).toEqual([]);
  });
});
