// Requests from a web page: what a browser hides is found out, and said with what to do.
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import { describe, expect, test } from "vitest";
import { createClient } from "../../server/src/platform/client.ts";
import { fetchFromPage } from "../../server/src/platform/cross-origin.ts";
import { describeFailure } from "../../server/src/platform/words.ts";
import { testTime } from "./scripted-server.ts";

const PAGE = "https://v--1.vscode-cdn.net";

/** A browser's fetch: what it does not let a page see is an error without a reason. */
function browser(address: "lets pages in" | "lets no page in" | "is not there") {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push(`${init?.mode ?? "cors"} ${String(input)}${init?.headers ? " with key" : ""}`);
    await Promise.resolve();
    init?.signal?.throwIfAborted();
    if (address === "is not there") throw new TypeError("Failed to fetch");
    if (address === "lets pages in") return new Response('{"data":[],"total_count":0}');
    if (init?.mode !== "no-cors") throw new TypeError("Failed to fetch");
    return new Response(null);
  };
  return { fetch, asked };
}

/** How a list of sets, and then a new one, ends. */
async function checkCalls(origin: string, fetch: typeof globalThis.fetch) {
  const time = testTime();
  const client = createClient({
    origin,
    key: "secret-key",
    fetch: fetchFromPage(fetch, PAGE),
    time,
    log: () => undefined,
  });
  const ends = [await client.listSets(), await client.createSet("{}")];
  return expect(ends.map((end) => (end.ok ? "done" : inEnglish(describeFailure(end.failure)))));
}

test("an address that lets pages in is used as ever", async () => {
  const { fetch, asked } = browser("lets pages in");
  await fetchFromPage(fetch, PAGE)("https://tavusapi.com/v2/objectives");
  expect(asked).toEqual(["cors https://tavusapi.com/v2/objectives"]);
});

describe("an address that lets no page in", () => {
  test("is asked once more, without the key, and no read is repeated", async () => {
    const { fetch, asked } = browser("lets no page in");
    const client = createClient({
      origin: "https://tavusapi.com",
      key: "secret-key",
      fetch: fetchFromPage(fetch, PAGE),
      time: testTime(),
      log: () => undefined,
    });
    const end = await client.listSets();
    expect(end.ok ? end : [end.failure.kind, "cause" in end.failure && end.failure.cause]).toEqual([
      "unreachable",
      "cross-origin",
    ]);
    expect(asked).toEqual([
      "cors https://tavusapi.com/v2/objectives?limit=50&page=1 with key",
      "no-cors https://tavusapi.com",
    ]);
  });

  test("is named, with what reaches it; of a write nobody knows", async () => {
    (await checkCalls("https://tavusapi.com", browser("lets no page in").fetch)).toMatchInlineSnapshot(`
      [
        "GET https://tavusapi.com/v2/objectives?limit=50&page=1 could not be done. https://tavusapi.com answers, but no web page may see it: it sends no CORS headers for https://v--1.vscode-cdn.net. Nothing was changed. VS Code on the desktop and the command line reach it.",
        "POST https://tavusapi.com/v2/objectives was sent, and whether it was carried out is not known. https://tavusapi.com answers, but no web page may see it: it sends no CORS headers for https://v--1.vscode-cdn.net. Look at what is there before trying again.",
      ]
    `);
  });

  test("on this machine may be the emulator", async () => {
    (await checkCalls("http://127.0.0.1:4180", browser("lets no page in").fetch)).toMatchInlineSnapshot(`
      [
        "GET http://127.0.0.1:4180/v2/objectives?limit=50&page=1 could not be done. http://127.0.0.1:4180 answers, but no web page may see it: it sends no CORS headers for https://v--1.vscode-cdn.net. If it is the emulator, start it with \`objectives emulate --allow-origin https://v--1.vscode-cdn.net\`. Nothing was changed. VS Code on the desktop and the command line reach it.",
        "POST http://127.0.0.1:4180/v2/objectives was sent, and whether it was carried out is not known. http://127.0.0.1:4180 answers, but no web page may see it: it sends no CORS headers for https://v--1.vscode-cdn.net. If it is the emulator, start it with \`objectives emulate --allow-origin https://v--1.vscode-cdn.net\`. Look at what is there before trying again.",
      ]
    `);
  });
});

test("an address that is not there is no matter of pages", async () => {
  (await checkCalls("https://tavusapi.com", browser("is not there").fetch)).toMatchInlineSnapshot(`
    [
      "GET https://tavusapi.com/v2/objectives?limit=50&page=1 could not be done. The connection failed. Check the address and the network; nothing was changed.",
      "POST https://tavusapi.com/v2/objectives was sent, and whether it was carried out is not known. The connection failed. Look at what is there before trying again.",
    ]
  `);
});

test("what was cancelled is not asked for again", async () => {
  const { fetch, asked } = browser("lets pages in");
  const signal = AbortSignal.abort(new Error("cancelled"));
  await expect(fetchFromPage(fetch, PAGE)("https://tavusapi.com/", { signal })).rejects.toThrow("cancelled");
  expect(asked).toHaveLength(1);
});
