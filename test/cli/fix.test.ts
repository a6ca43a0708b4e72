// `objectives check --fix`: what needs no thinking is done, and nothing else.
import { describe, expect, test } from "vitest";
import { failingFile } from "../project/memory-file-system.ts";
import { checkCli, objectives, stage } from "./stage.ts";

const SET = `objectives "S"
include "./shared.objectives"

objective a {
  prompt "Ask for the mood."
  collect mood, mood // twice
  -> b
}
`;
const SHARED = `objective b {
  prompt "Ask for the name."
  collect full_name, full_name
}
`;
const FILES = { "a.objectives": SET, "shared.objectives": SHARED };

test("mends a set and its fragments, and checks what is left", async () => {
  const on = stage(FILES);
  expect(await checkCli(on, "check a.objectives --fix")).toMatchInlineSnapshot(`
    "Mended a.objectives.
    Mended shared.objectives.
    Nothing to complain about in 2 files.
    => 0"
  `);
  expect(on.files.texts.get("/project/a.objectives")).toBe(SET.replace("mood, mood", "mood"));
  expect(on.files.texts.get("/project/shared.objectives")).toBe(
    SHARED.replace("full_name, full_name", "full_name"),
  );
});

test("of a fragment that two sets share the second finds it mended", async () => {
  const on = stage({ ...FILES, "z.objectives": SET.replace('"S"', '"Z"') });
  const { exit, errors } = await objectives(on, "check --fix");
  expect([exit, errors.match(/Mended .*/g)]).toEqual([
    0,
    ["Mended a.objectives.", "Mended shared.objectives.", "Mended z.objectives."],
  ]);
});

describe("a name that two sets share through a fragment", () => {
  const shared = 'objective "say goodbye" { prompt "Thank the caller." }\n';
  const setOf = (name: string): string => `objectives "${name}"
include "./shared.objectives"
objective greet { prompt "Greet the caller and ask for their mood." -> "say goodbye" }
`;
  const files = { "a.objectives": setOf("A"), "b.objectives": setOf("B"), "shared.objectives": shared };

  test("is another one in both of them", async () => {
    const on = stage(files);
    const { exit, errors } = await objectives(on, "check --fix");
    expect([exit, errors.match(/Mended .*/g)]).toEqual([
      0,
      ["Mended a.objectives.", "Mended shared.objectives.", "Mended b.objectives."],
    ]);
    expect(on.files.texts.get("/project/b.objectives")).toBe(
      setOf("B").replace('"say goodbye"', "say_goodbye"),
    );
  });

  test("stays where one of them was not named: nobody looks at it", async () => {
    const on = stage(files);
    const { errors } = await objectives(on, "check a.objectives --fix");
    expect(errors).not.toContain("Mended");
    expect(on.files.texts.get("/project/shared.objectives")).toBe(shared);
  });
});

test("a fragment that is named alone is mended as a part of the set that includes it", async () => {
  const on = stage(FILES);
  const { errors } = await objectives(on, "check shared.objectives --fix");
  expect(errors.match(/Mended .*/g)).toEqual(["Mended shared.objectives."]);
  expect(on.files.texts.get("/project/a.objectives")).toBe(SET);
});

test("what a project switched off stays as it is", async () => {
  const on = stage({
    ...FILES,
    "objectives.json": '{ "version": 1, "rules": { "duplicate-variable": "off" } }',
  });
  await objectives(on, "check --fix");
  expect(on.files.texts.get("/project/a.objectives")).toBe(SET);
});

describe("says why it could not", () => {
  test("mend standard input", async () => {
    expect((await objectives(stage(FILES), "check - --fix")).errors).toContain(
      "Standard input cannot be mended.",
    );
  });

  test("write", async () => {
    const on = stage(FILES, { fault: failingFile("writeFileAtomic", "a.objectives", "full") });
    const { exit, errors } = await objectives(on, "check a.objectives --fix");
    expect([exit, errors.split("\n")[0]]).toEqual([
      2,
      "error: a.objectives could not be written: the disk is full. Make room and try again.",
    ]);
  });
});
