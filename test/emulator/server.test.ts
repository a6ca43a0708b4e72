// The emulator over real loopback HTTP: the platform page's own calls, the client, and callers that must not get in.
import { connect, Server } from "node:net";
import { request } from "node:http";
import { expect, test, vi } from "vitest";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import { startEmulator } from "../../server/src/emulator/server.ts";
import { createClient } from "../../server/src/platform/client.ts";
import { connectionTo, testTime } from "../platform/scripted-server.ts";
import { memoryFiles, memoryWorld, noFault } from "./memory-files.ts";
import { ask, STORE, withEmulator } from "./running.ts";

const SET = {
  name: "Intake",
  data: [{ objective_name: "a", next_required_objective: "10" }, { objective_name: "10" }],
};

/** The platform page's call that attaches on creation, word for word. */
const CREATE_PERSONA = {
  method: "POST",
  headers: { "Content-Type": "application/json", "x-api-key": "<api-key>" },
  body: `{
    "system_prompt": "You are a lead qualification assistant.",
    "objectives_id": "o12345"
  }`,
};

/** The platform page's call that attaches by editing, word for word. */
const PATCH_PERSONA = {
  method: "PATCH",
  headers: { "Content-Type": "application/json", "x-api-key": "<api-key>" },
  body: `[
    {"op": "add", "path": "/objectives_id", "value": "o12345"}
  ]`,
};

test("the platform page's two calls work word for word", () =>
  withEmulator(async ({ url }) => {
    const created = await fetch(`${url}/v2/personas/`, CREATE_PERSONA);
    const { persona_id } = (await created.json()) as { persona_id: string };
    expect([created.status, persona_id]).toEqual([200, "p000000000001"]);
    const other = await ask(fetch, "POST", `${url}/v2/personas/`, { system_prompt: "Another." });
    const { persona_id: otherId } = other.body as { persona_id: string };
    const patched = await fetch(`${url}/v2/personas/${otherId}`, PATCH_PERSONA);
    expect([patched.status, await patched.json()]).toEqual([
      200,
      { message: "Persona updated successfully" },
    ]);
    const { body } = await ask(fetch, "GET", `${url}/v2/personas`);
    expect((body as { data: { objectives_id: string }[] }).data.map((it) => it.objectives_id)).toEqual([
      "o12345",
      "o12345",
    ]);
  }));

test("the platform page's parameters make a set", () =>
  withEmulator(async ({ url }) => {
    const start = {
      objective_name: "check_patient_status",
      objective_prompt: "Ask the patient if they are new or are returning.",
      confirmation_mode: "auto",
      output_variables: ["patient_status", "patient_group"],
      modality: "verbal",
      next_conditional_objectives: {
        new_patient_intake_process: "If the patient has never been to the practice before",
        existing_patient_intake_process: "If the patient has been to the practice before",
      },
      next_required_objectives: ["get_patient_name"],
      callback_url: "https://your-server.com/objectives-webhook",
    };
    const created = await ask(fetch, "POST", `${url}/v2/objectives`, { data: [start] });
    const { objectives_id } = created.body as { objectives_id: string };
    const shown = await ask(fetch, "GET", `${url}/v2/objectives/${objectives_id}`);
    expect((shown.body as { data: unknown }).data).toEqual([start]);
  }));

test("the client's every call, end to end", () =>
  withEmulator(async ({ url }) => {
    const client = createClient({ ...connectionTo(url, testTime()), key: "local" });
    const created = await client.createSet(JSON.stringify(SET));
    expect(created).toEqual({ ok: true, value: { id: "o000000000001", name: "Intake" } });
    const set = await client.getSet("o000000000001");
    if (!set.ok) throw new Error(set.failure.kind);
    const guarded = `[{"op":"test","path":"/data","value":${set.value.data}},{"op":"replace","path":"/name","value":"New"}]`;
    expect(await client.patchSet(set.value.id, guarded)).toEqual({ ok: true, value: "changed" });
    expect(await client.patchSet(set.value.id, guarded)).toEqual({ ok: true, value: "unchanged" });

    const persona = await client.createPersona('{"persona_name":"Ana"}');
    if (!persona.ok) throw new Error(persona.failure.kind);
    const attach = `[{"op":"add","path":"/objectives_id","value":"${set.value.id}"}]`;
    expect(await client.patchPersona(persona.value.id, attach, "keep")).toEqual({
      ok: true,
      value: "changed",
    });
    expect(await client.publishPersona(persona.value.id, "keep")).toEqual({ ok: true, value: "published" });
    expect(await client.getPersona(persona.value.id)).toMatchObject({
      value: { name: "Ana", objectivesId: set.value.id },
    });

    expect(await client.deleteSet(set.value.id)).toEqual({ ok: true, value: "deleted" });
    expect(await client.getSet(set.value.id)).toMatchObject({
      failure: { kind: "refused", status: 404, words: "Objective not found" },
    });
    expect(await client.listPersonas()).toMatchObject({ ok: true, value: [{ id: persona.value.id }] });
  }));

test("the client lists all pages", () =>
  withEmulator(async ({ url }) => {
    const client = createClient({ ...connectionTo(url, testTime()), key: "local" });
    for (let made = 0; made < 103; made += 1) await client.createSet(JSON.stringify(SET));
    const sets = await client.listSets();
    expect(sets.ok && new Set(sets.value.map(({ id }) => id)).size).toBe(103);
  }));

test("many at once lose nothing", () =>
  withEmulator(async ({ url }) => {
    const bodies = Array.from({ length: 40 }, (_, index) => ({ ...SET, name: `${index}` }));
    await Promise.all(bodies.map((body) => ask(fetch, "POST", `${url}/v2/objectives`, body)));
    expect((await ask(fetch, "GET", `${url}/v2/objectives`)).body).toMatchObject({ total_count: 40 });
  }));

/** The status of a request with headers that `fetch` does not let one choose. */
function statusOf(port: number, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port,
      path: "/v2/objectives",
      headers: { "x-api-key": "k", ...headers },
    };
    request(options, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

test.each<[headers: (port: number) => Record<string, string>, status: number]>([
  [(port) => ({ host: `127.0.0.1:${port}` }), 200],
  [(port) => ({ host: `localhost:${port}` }), 200],
  [(port) => ({ host: `[::1]:${port}` }), 200],
  [(port) => ({ host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` }), 200],
  [(port) => ({ host: `evil.example:${port}` }), 403],
  [(port) => ({ host: `127.0.0.1.evil.example:${port}` }), 403],
  [(port) => ({ host: `evil@127.0.0.1:${port}` }), 403],
  [(port) => ({ host: `127.0.0.1:${port}?` }), 403],
  [() => ({ host: "127.0.0.1" }), 403],
  [() => ({ host: "127.0.0.1:1" }), 403],
  [() => ({ host: "not a host" }), 403],
  [(port) => ({ host: `127.0.0.1:${port}`, origin: "https://evil.example" }), 403],
  [(port) => ({ host: `127.0.0.1:${port}`, origin: `https://127.0.0.1:${port}` }), 403],
  [(port) => ({ host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port - 1}` }), 403],
  [(port) => ({ host: `127.0.0.1:${port}`, origin: "null" }), 403],
])("who asks is looked at (%#)", (headers, status) =>
  withEmulator(async ({ port }) => {
    expect(await statusOf(port, headers(port))).toBe(status);
  }),
);

test("a foreign page's request does nothing", () =>
  withEmulator(async ({ url }) => {
    const foreign = await ask(fetch, "POST", `${url}/v2/objectives`, SET, { origin: "https://evil.example" });
    expect(foreign.status).toBe(403);
    expect((await ask(fetch, "GET", `${url}/v2/objectives`)).body).toMatchObject({ total_count: 0 });
  }));

test("a page that is let in by name may ask, and its browser is told so; others still may not", () =>
  withEmulator(
    async ({ url }) => {
      const page = "https://v--1.vscode-cdn.net";
      const leave = await fetch(`${url}/v2/objectives`, {
        method: "OPTIONS",
        headers: { origin: page, "access-control-request-method": "POST" },
      });
      expect(leave.status).toBe(204);
      expect(leave.headers.get("access-control-allow-origin")).toBe(page);
      expect(leave.headers.get("access-control-allow-headers")).toContain("x-api-key");
      const answer = await fetch(`${url}/v2/objectives`, { headers: { origin: page, "x-api-key": "local" } });
      expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, page]);
      expect(answer.headers.get("vary")).toBe("origin");
      const foreign = await fetch(url, { method: "OPTIONS", headers: { origin: "https://evil.example" } });
      expect([foreign.status, foreign.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    },
    { allowedOrigins: ["https://v--1.vscode-cdn.net"] },
  ));

test("without such a name no page is told that it may", () =>
  withEmulator(async ({ url }) => {
    const own = await fetch(url, { headers: { origin: url } });
    expect([own.status, own.headers.get("access-control-allow-origin")]).toEqual([200, null]);
  }));

test("a body over the limit is refused in words, and the next request is served", () =>
  withEmulator(async ({ url }) => {
    const large = await ask(fetch, "POST", `${url}/v2/objectives`, `"${"x".repeat(16 * 1024 * 1024)}"`);
    expect(large).toEqual({ status: 413, body: { message: "The body is larger than 16 MiB" } });
    expect((await ask(fetch, "GET", `${url}/v2/objectives`)).status).toBe(200);
  }));

test("bytes that are no text are refused", () =>
  withEmulator(async ({ url }) => {
    const headers = { "x-api-key": "k", "content-type": "application/json" };
    const response = await fetch(`${url}/v2/objectives`, {
      method: "POST",
      headers,
      body: new Uint8Array([0x22, 0xff, 0x22]),
    });
    expect([response.status, await response.json()]).toEqual([
      400,
      { message: "The body is not text in UTF-8" },
    ]);
  }));

test.each(["GET / HTTP/1.1\r\n\r\n", "nonsense\r\n\r\n"])(
  "a broken request (%j) is answered with 400",
  (bytes) =>
    withEmulator(async ({ port }) => {
      const socket = connect(port, "127.0.0.1");
      socket.end(bytes);
      const chunks: Buffer[] = [];
      for await (const chunk of socket as AsyncIterable<Buffer>) chunks.push(chunk);
      expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 400 /);
    }),
);

test("a sender that breaks off in the middle changes nothing and stops nobody", () =>
  withEmulator(async ({ url, port }) => {
    const socket = connect(port, "127.0.0.1");
    const head = `POST /v2/objectives HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nx-api-key: k\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"data"`;
    await new Promise<void>((resolve) => socket.write(head, () => resolve()));
    socket.destroy();
    expect((await ask(fetch, "GET", `${url}/v2/objectives`)).body).toMatchObject({ total_count: 0 });
  }));

test("HEAD is answered as GET, without the body", () =>
  withEmulator(async ({ url }) => {
    const response = await fetch(`${url}/v2/objectives`, { method: "HEAD", headers: { "x-api-key": "k" } });
    expect([response.status, await response.text()]).toEqual([200, ""]);
  }));

test("a port in use is a value, and the state is free again", () =>
  withEmulator(async ({ port }) => {
    const files = memoryFiles(noFault);
    const start = await startEmulator({ port, storeFile: STORE, form: "both", world: memoryWorld(files) });
    expect(start.ok ? "" : start.problem.kind).toBe("port in use");
    expect(start.ok ? "" : inEnglish(start.problem.message)).toBe(
      `Port ${port} is in use: stop what listens there, or choose another with --port, or 0 for any free one.`,
    );
    expect([...files.contents.keys()]).toEqual([]);
  }));

test.each([-1, 70_000, 1.5])("a port that is none (%d) is a value", async (port) => {
  const start = await startEmulator({
    port,
    storeFile: STORE,
    form: "both",
    world: memoryWorld(memoryFiles(noFault)),
  });
  expect(start.ok ? "" : start.problem.kind).toBe("port unusable");
});

test("a state in use is a value, and no port is taken", async () => {
  const files = memoryFiles(noFault);
  await withEmulator(
    async () => {
      const start = await startEmulator({
        port: 0,
        storeFile: STORE,
        form: "both",
        world: memoryWorld(files),
      });
      expect(start.ok ? "" : start.problem.kind).toBe("store in use");
    },
    { files },
  );
});

test("closing saves what is under way, frees the state, and can be done twice", async () => {
  const files = memoryFiles(noFault);
  await withEmulator(
    async (emulator) => {
      const upload = ask(fetch, "POST", `${emulator.url}/v2/objectives`, SET);
      expect((await upload).status).toBe(200);
      await Promise.all([emulator.close(), emulator.close()]);
      await expect(fetch(emulator.url)).rejects.toThrow();
    },
    { files },
  );
  expect([...files.contents.keys()]).toEqual([STORE]);
});

test("the page shows what is there, every word escaped, and needs no key", () =>
  withEmulator(async ({ url }) => {
    const nasty = `<script>alert("1")</script> & 'x'`;
    await ask(fetch, "POST", `${url}/v2/objectives`, {
      name: nasty,
      data: [{ objective_name: nasty, objective_prompt: nasty, next_required_objective: nasty }],
    });
    await ask(fetch, "POST", `${url}/v2/personas`, { persona_name: nasty, objectives_id: nasty });
    await ask(fetch, "POST", `${url}/v2/personas`, { persona_name: "Ana", objectives_id: "o000000000001" });
    const response = await fetch(url);
    const page = await response.text();
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(page).not.toContain("<script");
    expect(page.match(/&#60;script&#62;/g)).toHaveLength(7);
    expect(
      page.slice(page.indexOf("<h2>"), page.indexOf("</body>")).replaceAll(/&#60;.*?&#39;x&#39;/g, "NASTY"),
    ).toMatchInlineSnapshot(`
      "<h2>1 set</h2>
      <details>
      <summary><strong>NASTY</strong><code>o000000000001</code>
      <span class="faint">1 objective · 1 persona · changed <time datetime="2026-03-01T12:00:01.000Z">2026-03-01 12:00:01 UTC</time></span></summary>
      <ol><li><code>NASTY</code> <span class="to">→ <code>NASTY</code></span><p>NASTY</p></li></ol>
      </details>
      <h2>2 personas</h2>
      <div class="card"><strong>NASTY</strong><code>p000000000002</code>
      <p class="faint">follows <code>NASTY</code>, which is not here</p></div>
      <div class="card"><strong>Ana</strong><code>p000000000003</code>
      <p class="faint">follows NASTY <code>o000000000001</code></p></div>
      "
    `);
  }));

test("the page of an empty emulator says what to do", () =>
  withEmulator(async ({ url }) => {
    const page = await (await fetch(url)).text();
    expect(page).toContain("None yet: upload one to the target");
    expect((await fetch(url, { method: "POST" })).status).toBe(405);
  }));

test("errors of the socket after the start end nothing", async () => {
  const listening = vi.spyOn(Server.prototype, "listen");
  try {
    await withEmulator(async ({ url }) => {
      const [server] = listening.mock.contexts as Server[];
      for (const code of ["EMFILE", "ENFILE"]) {
        expect(server?.emit("error", Object.assign(new Error("accept"), { code }))).toBe(true);
      }
      expect((await ask(fetch, "GET", `${url}/v2/objectives`)).status).toBe(200);
    });
  } finally {
    listening.mockRestore();
  }
});
