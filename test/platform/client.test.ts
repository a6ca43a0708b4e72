// The client against servers that behave and servers that do not.
import { expect, test } from "vitest";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import type { Client } from "../../server/src/platform/client.ts";
import { createClient } from "../../server/src/platform/client.ts";
import type { Connection } from "../../server/src/platform/request.ts";
import type { Result } from "../../server/src/platform/result.ts";
import { describeFailure } from "../../server/src/platform/words.ts";
import type { Answer, TestTime } from "./scripted-server.ts";
import {
  connectionTo,
  cutAtOnce,
  cutInTheMiddle,
  hang,
  json,
  KEY,
  testTime,
  withServer,
} from "./scripted-server.ts";

type Act = (client: Client) => Promise<Result<unknown>>;

interface Run {
  readonly end: string;
  readonly requests: readonly string[];
  readonly waits: readonly number[];
  readonly result: Result<unknown>;
}

const SET = { uuid: "o1", name: "Intake", data: [{ objective_name: "a" }] };

const acts = {
  get: (client) => client.getSet("o1"),
  list: (client) => client.listSets(),
  create: (client) => client.createSet('{"data":[]}'),
  patch: (client) => client.patchSet("o1", "[]"),
  delete: (client) => client.deleteSet("o1"),
} as const satisfies Record<string, Act>;

/** Runs an act against answers, and sees to it that the key is in nothing that people get to see. */
async function checkAct(act: Act, answers: readonly Answer[], more: Partial<Connection> = {}): Promise<Run> {
  return withServer(answers, async (server) => {
    const time = testTime();
    const connection = connectionTo(server.url, time, more);
    const result = await act(createClient(connection));
    expect(JSON.stringify([result, connection.lines])).not.toContain(KEY);
    if (!result.ok) expect(describeFailure(result.failure)).not.toContain(KEY);
    const end = result.ok ? "ok" : result.failure.kind;
    return {
      end,
      requests: server.seen.map(({ method, url }) => `${method} ${url}`),
      waits: time.waits,
      result,
    };
  });
}

/** The words of a failure, with the server's address made steady. */
function wordsOf(result: Result<unknown>): string {
  return result.ok
    ? "ok"
    : inEnglish(describeFailure(result.failure)).replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT");
}

test.each<[name: string, Act, readonly Answer[], end: string, requests: number]>([
  ["a read whose connection is cut is tried again", acts.get, [cutAtOnce, json(200, SET)], "ok", 2],
  [
    "a read cut in the middle of its answer is tried again",
    acts.get,
    [cutInTheMiddle, json(200, SET)],
    "ok",
    2,
  ],
  [
    "a read that meets 503 is tried again",
    acts.get,
    [json(503, {}), json(502, {}), json(500, {}), json(200, SET)],
    "ok",
    4,
  ],
  ["a read is tried four times in all", acts.get, [cutAtOnce], "unreachable", 4],
  [
    "a read that is refused is not tried again",
    acts.get,
    [json(404, { error: "Objective not found" })],
    "refused",
    1,
  ],
  ["a read that gets a web page is not tried again", acts.get, [json(200, "<html>hi</html>")], "nonsense", 1],
  ["a read that gets half a JSON", acts.get, [json(200, '{"uuid": "o1", "data": [')], "nonsense", 1],
  [
    "a read that gets comments in its JSON",
    acts.get,
    [json(200, '{"uuid":"o1","data":[]} // hi')],
    "nonsense",
    1,
  ],
  ["a read that gets a list for an object", acts.get, [json(200, [SET])], "nonsense", 1],
  ["a read that gets no data", acts.get, [json(200, { uuid: "o1" })], "nonsense", 1],
  ["a read that gets data of a wrong type", acts.get, [json(200, { uuid: "o1", data: "x" })], "nonsense", 1],
  ["a read that gets no id", acts.get, [json(200, { data: [] })], "nonsense", 1],
  ["a list with a row that is none", acts.list, [json(200, { data: [SET, 7] })], "nonsense", 1],
  [
    "a read that gets bytes that are no text",
    acts.get,
    [bytes(Buffer.from([0x22, 0xff, 0x22]))],
    "nonsense",
    1,
  ],
  [
    "a read that gets 20 MiB",
    acts.get,
    [json(200, JSON.stringify(SET) + " ".repeat(20 * 1024 * 1024))],
    "nonsense",
    1,
  ],
  ["a POST whose connection is cut is not sent again", acts.create, [cutAtOnce], "uncertain", 1],
  ["a POST cut in the middle of its answer", acts.create, [cutInTheMiddle], "uncertain", 1],
  ["a POST that meets 503", acts.create, [json(503, { message: "busy" })], "uncertain", 1],
  ["a POST answered by a web page", acts.create, [json(200, "<html>hi</html>")], "uncertain", 1],
  ["a POST answered without an id", acts.create, [json(200, {})], "uncertain", 1],
  [
    "a POST that is refused",
    acts.create,
    [json(400, { message: "objective_name is required" })],
    "refused",
    1,
  ],
  [
    "a POST that meets 429 is not sent again",
    acts.create,
    [json(429, {}, { "retry-after": "1" })],
    "refused",
    1,
  ],
  ["a PATCH whose connection is cut is not sent again", acts.patch, [cutAtOnce], "uncertain", 1],
  ["a PATCH that meets 502", acts.patch, [json(502, "<html>")], "uncertain", 1],
  ["a PATCH answered with 304", acts.patch, [empty(304)], "ok", 1],
  ["a PATCH answered with 204", acts.patch, [empty(204)], "ok", 1],
  ["a DELETE answered with 204", acts.delete, [empty(204)], "ok", 1],
  ["a DELETE whose connection is cut", acts.delete, [cutAtOnce], "uncertain", 1],
])("%s", async (_, act, answers, end, requests) => {
  const run = await checkAct(act, answers);
  expect([run.end, run.requests.length]).toEqual([end, requests]);
});

test("waits longer before each retry, and as long as it is told", async () => {
  const doubling = await checkAct(acts.get, [cutAtOnce]);
  expect(doubling.waits).toEqual([500, 1000, 2000]);
  const told = await checkAct(acts.get, [json(429, {}, { "retry-after": "7" }), json(200, SET)]);
  expect([told.end, ...told.waits]).toEqual(["ok", 7000]);
  const date = "Sun, 01 Mar 2026 12:00:20 GMT";
  const dated = await checkAct(acts.get, [json(503, {}, { "retry-after": date }), json(200, SET)]);
  expect([dated.end, ...dated.waits]).toEqual(["ok", 20_000]);
});

test("does not wait when it is told to wait for more than a minute", async () => {
  const run = await checkAct(acts.get, [json(429, { message: "Slow down" }, { "retry-after": "61" })]);
  expect([run.end, run.requests.length, run.waits.length]).toEqual(["refused", 1, 0]);
  expect(wordsOf(run.result)).toMatchInlineSnapshot(
    `"GET http://127.0.0.1:PORT/v2/objectives/o1 was refused with 429: Slow down. Try again in 61 seconds."`,
  );
});

test("says whether a patch changed anything", async () => {
  const results = await Promise.all(
    [200, 204, 304].map((status) => checkAct(acts.patch, [status === 200 ? json(200, {}) : empty(status)])),
  );
  expect(results.map(({ result }) => result.ok && result.value)).toEqual(["changed", "changed", "unchanged"]);
});

test.each<[Act, string]>([
  [acts.get, "unreachable"],
  [acts.create, "uncertain"],
  [acts.patch, "uncertain"],
])("a server that never answers ends at the time limit (%#)", async (act, end) => {
  const time = testTime();
  const run = await checkAct(act, [() => time.strike()], { time });
  expect([run.end, run.requests.length]).toEqual([end, 1]);
  expect(wordsOf(run.result)).toContain("No whole answer came within 30 seconds.");
});

test("the time limit strikes in the middle of an answer too", async () => {
  const time = testTime();
  const dripping: Answer = (response) => response.write('{"uuid":', () => time.strike());
  expect((await checkAct(acts.get, [dripping], { time })).end).toBe("unreachable");
});

test("a fetch that does not heed its signal is left behind", async () => {
  const time = testTime();
  const deaf: typeof fetch = () => new Promise(() => queueMicrotask(() => time.strike()));
  expect((await checkAct(acts.get, [hang], { time, fetch: deaf })).end).toBe("unreachable");
});

test.each<[Act, "none" | "unknown"]>([
  [acts.get, "none"],
  [acts.create, "unknown"],
])("is cancelled on its way (%#)", async (act, effect) => {
  const user = new AbortController();
  const run = await checkAct(act, [() => user.abort()], { signal: user.signal });
  expect(run.result).toMatchObject({ failure: { kind: "cancelled", effect } });
});

test("is cancelled while it waits for a retry", async () => {
  const user = new AbortController();
  const abortingTime = { ...testTime(), sleep: waitThenAbort(user) };
  const run = await checkAct(acts.get, [cutAtOnce], { signal: user.signal, time: abortingTime });
  expect([run.end, run.requests.length]).toEqual(["cancelled", 1]);
});

test("sends nothing once it is cancelled", async () => {
  const run = await checkAct(acts.create, [hang], { signal: AbortSignal.abort() });
  expect([run.end, run.requests]).toEqual(["cancelled", []]);
});

test.each([301, 302, 303, 307, 308])(
  "a redirect (%i) is a refusal, and no key goes where it points",
  async (status) => {
    await withServer([json(200, SET)], async (elsewhere) => {
      const redirect: Answer = (response) => response.writeHead(status, { location: elsewhere.url }).end();
      for (const act of [acts.get, acts.create]) {
        const run = await checkAct(act, [redirect]);
        expect(run.result).toMatchObject({ failure: { kind: "refused", status } });
      }
      expect(elsewhere.seen).toEqual([]);
    });
  },
);

test("nobody listening is said at once for a write, and nothing was changed", async () => {
  const url = await withServer([], ({ url }) => Promise.resolve(url));
  const result = await createClient(connectionTo(url, testTime())).createSet("{}");
  expect(wordsOf(result)).toMatchInlineSnapshot(
    `"POST http://127.0.0.1:PORT/v2/objectives could not be done. Nothing listens there. Check the address and the network; nothing was changed."`,
  );
});

/** A failure as `fetch` tells it: what happened is in the cause. */
function fetchFailing(cause: Error): typeof fetch {
  return () => Promise.reject(new TypeError("fetch failed", { cause }));
}

function networkError(code: string, syscall?: string): Error {
  return Object.assign(new Error(code), { code, ...(syscall === undefined ? {} : { syscall }) });
}

/** What Node tells where a name has several addresses and none of them took the connection. */
function noneOf(...errors: readonly Error[]): Error {
  return Object.assign(new AggregateError(errors), { code: "EHOSTUNREACH" });
}

test.each<[what: string, Error, end: string]>([
  ["no way to the host while connecting", networkError("EHOSTUNREACH", "connect"), "unreachable"],
  ["no network while connecting", networkError("ENETUNREACH", "connect"), "unreachable"],
  ["a connection that is not taken in time", networkError("ETIMEDOUT", "connect"), "unreachable"],
  [
    "no way to any address of the host",
    noneOf(networkError("EHOSTUNREACH", "connect"), networkError("ETIMEDOUT", "connect")),
    "unreachable",
  ],
  ["a name that is not known", networkError("ENOTFOUND", "getaddrinfo"), "unreachable"],
  ["a certificate that has expired", networkError("CERT_HAS_EXPIRED"), "unreachable"],
  ["no way to the host while reading", networkError("EHOSTUNREACH", "read"), "uncertain"],
  ["no network while writing", networkError("ENETUNREACH", "write"), "uncertain"],
  ["no network, and nobody says when", networkError("ENETUNREACH"), "uncertain"],
  ["several failures, not all while connecting", noneOf(networkError("EHOSTUNREACH", "read")), "uncertain"],
  ["several failures that are not told", noneOf(), "uncertain"],
  ["a connection that timed out while reading", networkError("ETIMEDOUT", "read"), "uncertain"],
])("a POST that meets %s", async (_, cause, end) => {
  const connection = connectionTo("https://tavusapi.com", testTime(), { fetch: fetchFailing(cause) });
  const result = await createClient(connection).createSet("{}");
  expect(result.ok ? "ok" : result.failure.kind).toBe(end);
});

test.each<[what: string, Partial<Connection>, Act]>([
  ["http to another machine", { origin: "http://tavusapi.com" }, acts.get],
  ["an address with a path", { origin: "https://tavusapi.com/v2" }, acts.get],
  ["no key", { key: "" }, acts.get],
  ["a key with a line break", { key: `${KEY}\nx` }, acts.get],
  ["a key with a letter that no header takes", { key: `${KEY}é…` }, acts.get],
  ["an empty id", {}, (client) => client.deleteSet("")],
  ["an id of dots", {}, (client) => client.deleteSet("..")],
  ["an id of one dot", {}, (client) => client.publishPersona(".", "keep")],
])("sends nothing with %s", async (_, more, act) => {
  const sent: unknown[] = [];
  const spy: typeof fetch = (input) => (sent.push(input), Promise.reject(new Error("was sent")));
  const result = await act(
    createClient(connectionTo("https://tavusapi.com", testTime(), { fetch: spy, ...more })),
  );
  expect([result.ok ? "ok" : result.failure.kind, sent]).toEqual(["unsendable", []]);
  expect(wordsOf(result)).not.toContain(KEY);
});

test("encodes ids, so that they stay one segment", async () => {
  const run = await checkAct((client) => client.getPersona("a/b?c#d é\ud800"), [json(404, {})]);
  expect(run.requests).toEqual(["GET /v2/personas/a%2Fb%3Fc%23d%20%C3%A9%EF%BF%BD"]);
});

test("takes the key out of what the platform says", async () => {
  const run = await checkAct(acts.get, [json(401, { message: `Invalid access token ${KEY}` })]);
  expect(wordsOf(run.result)).toMatchInlineSnapshot(
    `"GET http://127.0.0.1:PORT/v2/objectives/o1 was refused with 401: Invalid access token … The key was refused for http://127.0.0.1:PORT: check that it is whole and that it belongs to this address."`,
  );
});

test("logs what was sent where, and never the key or a body", async () => {
  await withServer([cutAtOnce, json(200, SET), json(400, { error: "no" })], async ({ url }) => {
    const connection = connectionTo(`${url}/`, testTime());
    const client = createClient(connection);
    await client.getSet("o1");
    await client.createSet('{"data":["private words"]}');
    expect(connection.lines.map((line) => line.replace(url, "http://127.0.0.1:PORT"))).toMatchInlineSnapshot(`
      [
        "GET http://127.0.0.1:PORT/v2/objectives/o1: unreachable in 0 ms",
        "waiting 500 ms before retry 1 of 3",
        "GET http://127.0.0.1:PORT/v2/objectives/o1: 200 in 0 ms",
        "POST http://127.0.0.1:PORT/v2/objectives: 400 in 0 ms",
      ]
    `);
  });
});

test("keeps a set's text as it came, and shows its data as a list", async () => {
  const text =
    '{ "id":"o1","objectives_id" : "o2", "data": {"objective_name":"a", "next_conditional_objectives":{"b":"1","10":"2","__proto__":"3"}} , "name":null}';
  const run = await checkAct(acts.get, [json(200, text)]);
  const data = '{"objective_name":"a", "next_conditional_objectives":{"b":"1","10":"2","__proto__":"3"}}';
  expect(run.result).toEqual({
    ok: true,
    value: { id: "o2", name: "", text, data, document: `{"name":"","data":[${data}]}` },
  });
});

test.each([
  [
    { objectives_id: "o2", uuid: "o3", id: "o4", objectives_name: "A" },
    { id: "o2", name: "A" },
  ],
  [
    { uuid: "o3", id: "o4", objective_name: "B" },
    { id: "o3", name: "B" },
  ],
  [{ id: "o4" }, { id: "o4", name: "" }],
])("finds the new id in %j", async (reply, value) => {
  expect((await checkAct(acts.create, [json(200, reply)])).result).toEqual({ ok: true, value });
});

test.each([
  [
    { persona_id: "p1", persona_name: "Ana", objectives_id: "o1" },
    { id: "p1", name: "Ana", objectivesId: "o1" },
  ],
  [
    { persona_id: "p1", objectives_id: null },
    { id: "p1", name: "", objectivesId: undefined },
  ],
  [{ data: [{ persona_id: "p1" }] }, { id: "p1", name: "", objectivesId: undefined }],
  [{ data: { pal_id: "p1" } }, { id: "p1", name: "", objectivesId: undefined }],
])("reads the persona %j", async (reply, value) => {
  const run = await checkAct((client) => client.getPersona("p1"), [json(200, reply)]);
  expect(run.result).toMatchObject({ ok: true, value });
});

test("forces over edits in the dashboard only when it is told to", async () => {
  const run = await checkAct(
    async (client) => {
      await client.patchPersona("p1", "[]", "keep");
      await client.patchPersona("p1", "[]", "overwrite");
      return client.publishPersona("p1", "overwrite");
    },
    [json(200, {})],
  );
  expect(run.requests).toEqual([
    "PATCH /v2/personas/p1",
    "PATCH /v2/personas/p1?force=true",
    "POST /v2/personas/p1/publish?force=true",
  ]);
});

test("names a conflict with edits in the dashboard", async () => {
  const run = await checkAct(
    (client) => client.patchPersona("p1", "[]", "keep"),
    [json(409, { error: "Unpublished changes", conflict: "maker_changes" })],
  );
  expect(run.result).toMatchObject({ failure: { status: 409, conflict: "maker_changes" } });
  expect(wordsOf(run.result)).toMatchInlineSnapshot(
    `"PATCH http://127.0.0.1:PORT/v2/personas/p1 was refused with 409: Unpublished changes. There are unpublished edits in the dashboard: publish or discard them there first."`,
  );
});

test.each<[what: string, body: unknown, said: string]>([
  ["message", { message: "A", error: "B" }, "A."],
  ["error", { error: "B" }, "B."],
  ["an object for a message", { message: { name: ["required"] } }, '{"name":["required"]}.'],
  ["plain text", "too  bad\n", "too bad."],
  ["a web page", "<html><title>403 Forbidden</title>", "403 Forbidden."],
  ["nothing", "", ""],
  ["a long text", "x".repeat(1000), `${"x".repeat(300)}…`],
])("a refusal speaks by %s", async (_, body, said) => {
  const words = wordsOf((await checkAct(acts.get, [json(400, body)])).result);
  expect(words).toBe(
    `GET http://127.0.0.1:PORT/v2/objectives/o1 was refused with 400${said === "" ? "." : `: ${said}`} Nothing was changed.`,
  );
});

function waitThenAbort(user: AbortController): TestTime["sleep"] {
  const { sleep } = testTime();
  return (milliseconds, signal) => {
    if (milliseconds === 500) user.abort();
    return sleep(milliseconds, signal);
  };
}

function bytes(body: Buffer): Answer {
  return (response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(body);
  };
}

function empty(status: number): Answer {
  return (response) => response.writeHead(status).end();
}
