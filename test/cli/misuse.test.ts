// Wrong words, wrong files, a wrong world: what, where and what next, and never a stack or half a file.
import { describe, expect, test } from "vitest";
import type { FileFailureKind } from "../../server/src/project/file-system.ts";
import { STANDARD_INPUT } from "../../server/src/cli/world.ts";
import { failingFile } from "../project/memory-file-system.ts";
import { FRAGMENT, GOOD } from "./sets.ts";
import { checkCli, FOLDER, objectives, stage } from "./stage.ts";

describe("words that mean nothing", () => {
  test.each([
    "chek",
    "--json",
    "check --fromat json",
    "check --format xml",
    "check --max-warnings many",
    "check --max-warnings",
    "compile",
    "compile a.objectives b.objectives",
    "compile a.objectives --param hooks",
    "compile a.objectives --param hook=x",
    "compile a.objectives --target stagin",
    "emulate --port 99999",
    "emulate --allow-origin everybody",
    "emulate --allow-origin http://example.com",
    "attach a.objectives",
    "show",
    "list --cwd nowhere",
    "help",
  ])("objectives %s", async (line) => {
    const on = stage({ "a.objectives": `objectives "A"\n\nparam hooks = "x"\n`, "objectives.json": CONFIG });
    const { exit, errors, output } = await objectives(on, line);
    expect({ exit, output: output.split("\n")[0], errors }).toMatchSnapshot();
  });

  test("without any, help and exit code 2", async () => {
    const { exit, output, errors } = await objectives(stage({}), []);
    expect([exit, output, errors.split("\n")[0], errors.trim().split("\n").at(-1)]).toEqual([
      2,
      "",
      "Usage: objectives [options] [command]",
      "error: Name a command.",
    ]);
  });
});

const CONFIG = JSON.stringify({ version: 1, targets: { staging: { url: "https://example.com" } } });

describe("files that cannot be read", () => {
  const kinds = ["denied", "full", "not text", "zero byte", "too large", "folder", "other"] as const;
  const commands = ["check", "compile", "decompile", "format", "graph", "push"];
  const cases = kinds.flatMap((kind) => commands.map((command) => ({ kind, command })));

  test.each(cases)("$command: $kind", async ({ kind, command }) => {
    const on = stage({ "a.objectives": GOOD }, { fault: failingFile("readFile", "a.objectives", kind) });
    const { exit, output, errors } = await objectives(on, `${command} a.objectives`);
    expect([exit, output]).toEqual([2, ""]);
    expect(errors).toMatch(/^error: a\.objectives .*\.\n/);
    expect(errors.trim().split("\n").length).toBeLessThan(3);
  });

  test.each(["check", "compile", "decompile", "format", "graph"])(
    "%s of a broken standard input",
    async (command) => {
      const failure = { kind: "not text", path: STANDARD_INPUT, code: "" } as const;
      const { exit, errors } = await objectives(stage({}, { input: { ok: false, failure } }), `${command} -`);
      expect([exit, errors.split("\n")[0]]).toEqual([
        2,
        "error: standard input is not text in UTF-8. Save it as UTF-8, or name another file.",
      ]);
    },
  );

  test("a fragment where a set is wanted", async () => {
    const on = stage({ "a.objectives": FRAGMENT });
    expect(await checkCli(on, "compile a.objectives")).toMatchInlineSnapshot(`
      "error: a.objectives is a fragment: without a line like objectives "Name" it is no set. Compile the set that includes it.
      => 2"
    `);
    expect(await checkCli(on, "push a.objectives")).toMatchInlineSnapshot(`
      "error: None of these files is a set: a set begins with a line like objectives "Name".
      => 2"
    `);
  });
});

describe("results that cannot be written", () => {
  const COMPILE = "compile a.objectives -o b.json";

  test.each(["denied", "full", "read-only", "other"] as const satisfies FileFailureKind[])(
    "%s",
    async (kind) => {
      const on = stage({ "a.objectives": GOOD }, { fault: failingFile("writeFileAtomic", "b.json", kind) });
      const { exit, output, errors } = await objectives(on, COMPILE);
      expect([exit, output, on.files.texts.has(`${FOLDER}/b.json`)]).toEqual([2, "", false]);
      expect(errors).toMatch(/^error: b\.json .*\.\n$/);
    },
  );

  test.each([
    ["a missing folder", "compile a.objectives -o nowhere/b.json"],
    ["a folder", "compile a.objectives -o folder"],
    ["the file that is read", "compile a.objectives -o ./a.objectives"],
    ["the file that is read, by another command", "graph a.objectives -o a.objectives"],
    ["a picture of another kind", "graph a.objectives -o flow.PNG"],
  ])("%s", async (_, line) => {
    const on = stage({ "a.objectives": GOOD, "folder/x": "" });
    const { exit, errors } = await objectives(on, line);
    expect(exit).toBe(2);
    expect(errors).toMatchSnapshot();
    expect(on.files.texts.get(`${FOLDER}/a.objectives`)).toBe(GOOD);
  });

  test("a file that cannot be formatted stays as it was", async () => {
    const text = 'objectives   "A"\n';
    const on = stage(
      { "a.objectives": text },
      { fault: failingFile("writeFileAtomic", "a.objectives", "full") },
    );
    expect(await checkCli(on, "format")).toMatchInlineSnapshot(`
      "error: a.objectives could not be written: the disk is full. Make room and try again.
      0 files of 1 changed.
      => 2"
    `);
    expect(on.files.texts.get(`${FOLDER}/a.objectives`)).toBe(text);
  });
});

test("what should never happen is said without a stack", async () => {
  const on = stage({ "a.objectives": GOOD });
  const broken = {
    ...on,
    files: { ...on.files, kindOf: () => Promise.reject(new Error("The disk melted")) },
  };
  expect(await checkCli(broken, "check")).toMatchInlineSnapshot(`
    "error: This should not have happened: The disk melted. Please report it.
    => 2"
  `);
});
