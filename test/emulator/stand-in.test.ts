// When the emulator inside a command stands in for the one that nobody has started.
import { expect, test } from "vitest";
import { openStandIn, probeOf } from "../../server/src/emulator/stand-in.ts";
import { NO_CONFIG } from "../../server/src/project/config.ts";
import { chooseTarget } from "../../server/src/project/targets.ts";
import { memoryFiles, noFault, processes } from "./memory-files.ts";

const refused: typeof fetch = () =>
  Promise.reject(
    new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) }),
  );
const cut: typeof fetch = () => Promise.reject(new TypeError("fetch failed"));
const answered: typeof fetch = () => Promise.resolve(new Response("anything", { status: 500 }));

/** The state that is locked while it stands in for a target to which a request ends as `fetch` says. */
async function checkStandIn(wish: { named: string; url?: string }, fetch: typeof globalThis.fetch) {
  const choice = chooseTarget(NO_CONFIG, { named: wish.named, url: wish.url, tavusKey: "not set" });
  if (choice.kind !== "chosen") throw new Error("no target");
  const files = memoryFiles(noFault);
  const world = { files, processes: processes(1, []), now: () => 0, randomDigits: () => "0123456789ab" };
  const { signal } = new AbortController();
  const outside = { listens: probeOf(fetch), world, signal };
  const opening = await openStandIn(choice.target, { root: "/project" }, outside);
  const locked = [...files.contents.keys()].filter((path) => path.endsWith(".lock"));
  if (opening?.ok) await opening.emulator.close();
  return expect(locked);
}

test("where nothing listens at `local`", async () => {
  (await checkStandIn({ named: "local" }, refused)).toEqual(["/project/.objectives/emulator.json.lock"]);
});

test.each([
  ["something listens, whatever it says", { named: "local" }, answered],
  ["nobody knows whether something listens", { named: "local" }, cut],
  ["the target is another", { named: "tavus" }, refused],
  ["an address was given", { named: "local", url: "http://127.0.0.1:9" }, refused],
])("not where %s", async (_, wish, fetch) => {
  (await checkStandIn(wish, fetch)).toEqual([]);
});
