// What an assistant cannot do, whatever it says: read elsewhere, write anything, or ask an address that nobody approved.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GOOD } from "../cli/sets.ts";
import { LAW, LAW_TIMEOUT } from "../support/generators.ts";
import { assistantStage, FOLDER, type Props } from "./stage.ts";

const SECRET = "do_not_tell";
const SECRET_SET = `objectives "${SECRET}"\n\nobjective ${SECRET} { prompt "${SECRET}" -> ${SECRET}_too }\n`;

const FILES = {
  "set.objectives": GOOD,
  "deep/part.objectives": 'objective part { prompt "Ask." }\n',
  "notes.txt": SECRET_SET,
  "/disk/secret.objectives": SECRET_SET,
  "/disk/secret/set.objectives": SECRET_SET,
  "/disk/flows-too/set.objectives": SECRET_SET,
  "/etc/secret.json": `{"data": [{"objective_name": "${SECRET}"}]}`,
} as const;

const LINKS = {
  [`${FOLDER}/out.objectives`]: "/disk/secret.objectives",
  [`${FOLDER}/away`]: "/disk/secret",
  [`${FOLDER}/disk`]: "",
  [`${FOLDER}/notes.objectives`]: `${FOLDER}/notes.txt`,
  [`${FOLDER}/in.objectives`]: `${FOLDER}/set.objectives`,
} as const;

describe("files", () => {
  test.each([
    ["../secret.objectives", "lies outside"],
    ["/disk/secret.objectives", "lies outside"],
    ["deep/../../secret.objectives", "lies outside"],
    ["../flows-too/set.objectives", "lies outside"],
    ["out.objectives", "lies outside"],
    ["away/set.objectives", "lies outside"],
    ["disk/disk/secret.objectives", "lies outside"],
    ["notes.txt", "nothing else is read"],
    ["notes.objectives", "nothing else is read"],
    ["../*.objectives", "lies outside"],
    ["{..,deep}/*.objectives", "No file"],
    ["away/*", "No file"],
    ["-", "is not there"],
    ["--target=tavus", "is not there"],
  ])("%s is not read", async (path, why) => {
    const { call, end } = await assistantStage(FILES, { links: LINKS });
    const answer = await call("check", { paths: [path] });
    expect(answer).toMatch(/^refused: /);
    expect(answer).toContain(why);
    await end();
  });

  test("of the folder are read, by links within it too", async () => {
    const { call, end } = await assistantStage(FILES, { links: LINKS });
    expect(JSON.parse(await call("check", { paths: ["in.objectives", `${FOLDER}/deep`] }))).toMatchObject({
      files: 2,
    });
    expect(JSON.parse(await call("check"))).toMatchObject({ files: 3, errors: 0 });
    await end();
  });

  test("outside are not included either", async () => {
    const { call, end } = await assistantStage(FILES, { links: LINKS });
    const text = (path: string): string =>
      `objectives "S"\n\ninclude "${path}"\n\nobjective a { prompt "Ask." }\n`;
    const codes = async (path: string): Promise<string> => call("check", { text: text(path) });
    expect(await codes("../secret.objectives")).toContain("include-outside");
    expect(await codes("./away/set.objectives")).toContain("include-missing");
    expect(await codes("./out.objectives")).toContain("include-missing");
    await end();
  });

  test("outside are never told of, whatever is asked", { timeout: LAW_TIMEOUT }, async () => {
    const on = await assistantStage(FILES, { links: LINKS });
    const part = fc.constantFrom(
      "..",
      ".",
      "",
      "notes",
      "secret",
      "secret.objectives",
      "set.objectives",
      "deep",
      "away",
      "disk",
      "etc",
      "secret.json",
      "out.objectives",
      "*",
      "**",
      "{..,.}",
      "notes.txt",
      "\\",
      "\0",
      "%2e%2e",
      "～",
      "-o",
    );
    const path = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join("/"));
    const ask = fc.oneof(
      fc.record({
        name: fc.constant("check"),
        input: fc.record({ paths: fc.array(path, { minLength: 1, maxLength: 3 }) }),
      }),
      fc.record({
        name: fc.constant("plan"),
        input: fc.record({ paths: fc.array(path, { minLength: 1, maxLength: 2 }) }),
      }),
      fc.record({
        name: fc.constantFrom("format", "compile", "graph", "decompile"),
        input: fc.record({ path }),
      }),
      fc.record({
        name: fc.constantFrom("check", "compile", "graph"),
        input: path.map((it) => ({
          text: `objectives "S"\ninclude ${JSON.stringify(it)}\nobjective a { prompt "Ask." }\n`,
        })),
      }),
    );
    const before = new Map(on.files.texts);
    await fc.assert(
      fc.asyncProperty(ask, async ({ name, input }) => {
        expect(await on.call(name, input)).not.toContain(SECRET);
      }),
      LAW,
    );
    expect(on.files.texts).toEqual(before);
    expect(on.requests.filter((it) => !it.startsWith("HEAD http://127.0.0.1:4180/"))).toEqual([]);
    await on.end();
  });
});

describe("folders", () => {
  const rootsOf = async (props: Props): Promise<string> => {
    const { call, end } = await assistantStage(FILES, props);
    const answer = await call("check", { paths: ["set.objectives"] });
    await end();
    return answer;
  };

  test("are those that the client has open", async () => {
    expect(await rootsOf({ roots: () => ["file:///disk/secret"] })).toContain(SECRET);
    expect(await rootsOf({ roots: () => ["file:///disk/secret", "vscode-vfs://github/x"] })).toContain(
      '"errors": 0',
    );
    expect(await rootsOf({ roots: () => [] })).toContain('"errors": 0');
  });

  test("are what people name, whatever the client has open", async () => {
    expect(
      await rootsOf({ roots: () => ["file:///disk/secret"], wish: { counts: "this folder" } }),
    ).toContain('"errors": 0');
  });

  test("are never a whole disk, and have to be there", async () => {
    expect(await rootsOf({ roots: () => ["file:///"] })).toMatchInlineSnapshot(
      `"refused: No folder is named, and a whole disk is more than an assistant should read. Start the server with --cwd and the folder of your sets."`,
    );
    expect(await rootsOf({ wish: { folder: "/nowhere" } })).toMatchInlineSnapshot(
      `"refused: /nowhere cannot be found. Start the server with --cwd and the folder of your sets."`,
    );
  });

  test("may change while the client runs", async () => {
    let roots = ["file:///disk/flows"];
    const { call, client, end } = await assistantStage(FILES, { roots: () => roots });
    expect(await call("check", { paths: ["set.objectives"] })).toContain('"errors": 0');
    roots = ["file:///disk/secret"];
    await client.sendRootsListChanged();
    expect(await call("check", { paths: ["set.objectives"] })).toContain(SECRET);
    await end();
  });

  test("of one client may be several", async () => {
    const on = await assistantStage(FILES, { roots: () => ["file:///disk/flows", "file:///disk/secret"] });
    expect(await on.call("check", { paths: ["/disk/secret/set.objectives"] })).toContain(SECRET);
    await on.end();
  });
});

describe("addresses", () => {
  const plan = async (
    files: Readonly<Record<string, string>>,
    props: Props = {},
  ): Promise<readonly string[]> => {
    const { call, requests, end } = await assistantStage({ "set.objectives": GOOD, ...files }, props);
    const answer = await call("plan", { paths: ["set.objectives"] });
    await end();
    return [answer, ...requests];
  };
  const targetAt = (url: string): Record<string, string> => ({
    "objectives.json": JSON.stringify({
      version: 1,
      defaultTarget: "staging",
      targets: { staging: { url } },
    }),
  });
  const key = { TAVUS_API_KEY: SECRET };

  test("are the emulator's where nobody says more; it leaves no trace", async () => {
    const [answer = "", ...requests] = await plan({});
    expect(JSON.parse(answer)).toMatchObject({
      target: "local",
      sets: [{ file: "set.objectives", action: "create" }],
    });
    expect(requests).toEqual(["HEAD http://127.0.0.1:4180/"]);
  });

  test("are read from the emulator's state", async () => {
    const [answer] = await plan({ ".objectives/emulator.json": "{" });
    expect(answer).toMatch(/^refused: .*emulator\.json/);
  });

  test.each(["https://tavusapi.com", "https://evil.example", "http://127.0.0.1:22", "http://localhost:4180"])(
    "such as %s, which a project's file names, are not asked",
    async (url) => {
      const [answer, ...requests] = await plan(targetAt(url), { environment: key });
      expect(answer).toContain(`'staging' is at ${url}, which nobody has approved`);
      expect(requests).toEqual([]);
    },
  );

  test("that people approved are asked, and nothing but questions is sent", async () => {
    const fetch: typeof globalThis.fetch = async () => Response.json({ data: [] });
    const [answer = "", ...requests] = await plan(targetAt("https://tavusapi.com"), {
      environment: key,
      wish: { origins: ["https://tavusapi.com"] },
      fetch,
    });
    expect(JSON.parse(answer)).toMatchObject({ target: "staging" });
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.filter((it) => !it.startsWith("GET https://tavusapi.com/"))).toEqual([]);
  });

  test("get no key but their own", async () => {
    const [answer, ...requests] = await plan(targetAt("https://other.example"), {
      environment: key,
      wish: { origins: ["https://other.example"] },
    });
    expect(answer).toContain("There is no key for https://other.example");
    expect(answer).not.toContain(SECRET);
    expect(requests).toEqual([]);
  });

  test("are those of the target that people chose", async () => {
    const [answer] = await plan(targetAt("https://evil.example"), { wish: { target: "local" } });
    expect(answer).toContain('"target": "local"');
  });
});
