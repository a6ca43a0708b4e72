// What passes between the page and its panel, and what does not.
import { describe, expect, test } from "vitest";
import { pageHtml } from "../../client/src/preview/html.ts";
import { latest } from "../../client/src/latest.ts";
import { fromPage, uriOfState } from "../../client/src/preview/messages.ts";
import { incoming } from "../../client/webview/incoming.ts";
import { helvetica } from "../../server/src/language/graph/metrics.ts";

describe("the panel takes from the page", () => {
  test.each([
    { type: "ready", fonts: helvetica },
    { type: "ready", fonts: null },
    { type: "reveal", id: "a", focus: "source" },
    { type: "problems" },
  ])("$type", (message) => {
    expect(fromPage(message)).toEqual(message);
  });

  test.each([
    [{ ...helvetica, bold: [1, 2] }],
    [{ ...helvetica, bold: helvetica.bold.map(() => -1) }],
    [{ ...helvetica, bold: helvetica.bold.map(String) }],
    ["wide"],
  ])("no widths that no font has", (fonts) => {
    expect(fromPage({ type: "ready", fonts })).toEqual({ type: "ready", fonts: null });
  });

  test.each([
    undefined,
    null,
    "ready",
    {},
    { type: "run" },
    { type: "reveal", id: 1, focus: "graph" },
    { type: "reveal", id: "a", focus: "all" },
  ])("nothing else: %j", (data) => {
    expect(fromPage(data)).toBeUndefined();
  });
});

describe("the page takes from the panel", () => {
  test.each([
    { type: "graph", graph: { svg: "<svg/>", nodes: [], edges: [] } },
    { type: "nothing" },
    { type: "select", id: null },
  ])("$type", (message) => {
    expect(incoming(message)).toEqual(message);
  });

  test.each([
    null,
    1,
    { type: "graph" },
    { type: "graph", graph: { svg: 1 } },
    { type: "select" },
    { type: "x" },
  ])("nothing else: %j", (data) => {
    expect(incoming(data)).toBeUndefined();
  });
});

test.each([
  [{ uri: "file:///a.objectives", selected: "x" }, "file:///a.objectives"],
  [{ uri: 1 }, undefined],
  [undefined, undefined],
])("a page that is restored knows its document from %j", (state, uri) => {
  expect(uriOfState(state)).toBe(uri);
});

describe("the page's frame", () => {
  const html = pageHtml({
    nonce: "n0",
    scriptUri: "https://x/a.js?b&c",
    styleUri: "https://x/a.css",
    documentUri: 'file:///"><script>',
  });

  test("lets in only what carries its nonce", () => {
    expect(/content="(default-src[^"]+)"/.exec(html)?.[1]).toBe(
      "default-src 'none'; script-src 'nonce-n0'; style-src 'nonce-n0'; img-src data:",
    );
    expect(html.match(/<(script|link|style)\b[^>]*>/g)?.every((tag) => tag.includes('nonce="n0"'))).toBe(
      true,
    );
    expect(html).not.toMatch(/ style=| on[a-z]+=/);
  });

  test("escapes addresses", () => {
    expect(html).toContain('data-uri="file:///&quot;&gt;&lt;script&gt;"');
    expect(html).toContain('src="https://x/a.js?b&amp;c"');
  });
});

describe("runs that are asked for too often", () => {
  test("do not overlap, and the last request is followed by a run", async () => {
    const { runs, request, finish } = observedRuns();
    request();
    request();
    request();
    expect(runs()).toEqual({ started: 1, atOnce: 1 });
    await finish();
    expect(runs()).toEqual({ started: 2, atOnce: 1 });
    await finish();
    request();
    expect(runs()).toEqual({ started: 3, atOnce: 1 });
  });

  test("go on after one has failed", async () => {
    let count = 0;
    const request = latest(async () => {
      count += 1;
      throw new Error("no server");
    });
    request();
    request();
    await settled();
    request();
    expect(count).toBe(3);
  });
});

function observedRuns() {
  let started = 0;
  let running = 0;
  let atOnce = 0;
  let end: () => void = () => undefined;
  const request = latest(async () => {
    started += 1;
    running += 1;
    atOnce = Math.max(atOnce, running);
    await new Promise<void>((resolve) => (end = resolve));
    running -= 1;
  });
  const finish = async (): Promise<void> => {
    end();
    await settled();
  };
  return { request, finish, runs: () => ({ started, atOnce }) };
}

/** Everything that only waits for promises has run. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
