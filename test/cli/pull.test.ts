// `objectives pull`: what changed on the platform comes into the text, and nobody's work is lost.
import { describe, expect, test } from "vitest";
import { failingFile } from "../project/memory-file-system.ts";
import { checkCli, checkJson, objectives, stage, type Props, type Stage } from "./stage.ts";

const SET = `objectives "Intake"

include "./closing.objectives"

// how we say hello
param company = "Acme"

objective greet {
  prompt "Greet the caller for \${company}."   // keep it short
  collect mood
  -> close
}
`;
const CLOSING = `objective close { prompt "Say goodbye." }\n`;

/** Another set with the same end. */
const DESK = `objectives "Desk"

include "./closing.objectives"

objective answer { prompt "Answer the phone." -> close }
`;

/** The set was uploaded, and then changed on the platform by somebody else, as another text says. */
async function changedThere(change: (text: string) => string, props: Props = {}): Promise<Stage> {
  const on = stage({ "intake.objectives": SET, "closing.objectives": CLOSING }, props);
  await objectives(on, "push intake.objectives --yes");
  // Another checkout of the same project, with a lock of its own.
  const [main, lock] = [
    on.files.texts.get("/project/intake.objectives") ?? "",
    on.files.texts.get("/project/.objectives/lock.json") ?? "",
  ];
  on.files.texts.set("/project/intake.objectives", change(main));
  const pushed = await objectives(on, "push intake.objectives --yes");
  expect(pushed.exit).toBe(0);
  on.files.texts.set("/project/intake.objectives", main);
  on.files.texts.set("/project/.objectives/lock.json", lock);
  return on;
}

const ruder = (text: string): string => text.replace("Greet the caller", "Welcome the caller");
const otherEnd = (text: string): string =>
  text
    .replace('include "./closing.objectives"', "")
    .concat('\nobjective close { prompt "Say good night." }\n');
const textOf = (on: Stage, name: string): string => on.files.texts.get(`/project/${name}`) ?? "";

describe("a file that was uploaded", () => {
  test("takes what changed, and keeps comments, params and layout", async () => {
    const on = await changedThere(ruder);
    expect(await checkCli(on, "pull intake.objectives")).toMatchInlineSnapshot(`
      "intake.objectives (o000000000002 on local) took over what changed on the platform:
        ~ greet
            - prompt "Greet the caller for Acme."
            + prompt "Welcome the caller for Acme."
      => 0"
    `);
    expect(textOf(on, "intake.objectives")).toBe(ruder(SET));
    expect(await checkCli(on, "plan intake.objectives")).toContain("nothing to do");
  });

  test("in the fragment that says it", async () => {
    const on = await changedThere(otherEnd);
    await objectives(on, "pull intake.objectives");
    expect([textOf(on, "intake.objectives"), textOf(on, "closing.objectives")]).toEqual([
      SET,
      CLOSING.replace("goodbye", "good night"),
    ]);
  });

  test("names each file that it wrote, and the sets that a fragment is a part of, too", async () => {
    const on = await changedThere(otherEnd);
    on.files.texts.set("/project/desk.objectives", DESK);
    expect(await checkCli(on, "pull intake.objectives")).toMatchInlineSnapshot(`
      "intake.objectives (o000000000002 on local) took over what changed on the platform:
        ~ close
            - prompt "Say goodbye."
            + prompt "Say good night."
      Wrote closing.objectives.
      note: closing.objectives is a part of other sets, too. Check them: \`objectives check desk.objectives\`.
      => 0"
    `);
  });

  test("does not name sets that have no part in what it wrote", async () => {
    const on = await changedThere(ruder);
    on.files.texts.set("/project/desk.objectives", DESK);
    expect((await objectives(on, "pull intake.objectives")).errors).toBe("");
  });

  test("says nothing of files that nobody named and that cannot be read", async () => {
    const on = await changedThere(otherEnd, {
      fault: failingFile("readFile", "noise.objectives", "other"),
    });
    on.files.texts.set("/project/noise.objectives", "");
    expect((await objectives(on, "pull intake.objectives")).errors).toBe("");
  });

  test("says how much is wrong with the text that was not before", async () => {
    const on = await changedThere((text) =>
      text
        .replace("-> close", '-> "calm!"')
        .concat('\nobjective "calm!" { prompt "Calm the caller down." -> close }\n'),
    );
    expect(await checkCli(on, "pull intake.objectives")).toMatchInlineSnapshot(`
      "intake.objectives (o000000000002 on local) took over what changed on the platform:
        ~ greet
            - -> close
            + -> "calm!"
        + "calm!"
      note: The text has 1 warning that it had not before: \`objectives check intake.objectives\` shows them.
      => 0"
    `);
  });

  test("stays as it is where nothing changed, or only the text did", async () => {
    const on = await changedThere((text) => text);
    expect(await checkCli(on, "pull intake.objectives")).toMatchInlineSnapshot(`
      "intake.objectives (o000000000002 on local) says what the platform says.
      => 0"
    `);
    on.files.texts.set("/project/intake.objectives", SET.replace("mood", "temper"));
    expect(await checkCli(on, "pull intake.objectives")).toMatchInlineSnapshot(`
      "intake.objectives (o000000000002 on local) has changes that were not uploaded yet, and nothing changed on the platform. Push it.
      => 0"
    `);
    expect(textOf(on, "intake.objectives")).toContain("temper");
  });

  test("with changes of its own is not touched until somebody says so", async () => {
    const on = await changedThere(ruder);
    const mine = SET.replace("collect mood", "collect temper");
    on.files.texts.set("/project/intake.objectives", mine);
    expect(await checkCli(on, "pull intake.objectives")).toMatchInlineSnapshot(`
      "error: intake.objectives: both the text and the set o000000000002 on the platform were changed since the last upload, each in its own way. Nothing was changed. With --replace the platform's version is taken where the two differ; comments, params and layout stay. Keep a copy of the file first.
      => 5"
    `);
    expect(textOf(on, "intake.objectives")).toBe(mine);
    expect(await checkJson(on, "pull intake.objectives --json")).toMatchObject({
      action: "conflict",
      objectives_id: "o000000000002",
      files: [],
      notes: [expect.stringContaining("each in its own way")],
    });
    await objectives(on, "pull intake.objectives --replace");
    expect(textOf(on, "intake.objectives")).toBe(ruder(SET));
  });

  test("tells which comments went with what they were about", async () => {
    const on = await changedThere((text) =>
      text.replace(/objective greet[^]*/, 'objective hello { prompt "Wave." -> close }\n'),
    );
    expect(await checkCli(on, "pull intake.objectives")).toMatchInlineSnapshot(`
      "intake.objectives (o000000000002 on local) took over what changed on the platform:
        + hello
        - greet
      note: intake.objectives:9:47 The comment "// keep it short" went with what it was about.
      note: The text has 1 warning that it had not before: \`objectives check intake.objectives\` shows them.
      => 0"
    `);
  });

  test("that says no one set is not touched", async () => {
    const on = await changedThere(ruder);
    on.files.texts.set(
      "/project/intake.objectives",
      SET.replace('"./closing.objectives"', '"./gone.objectives"'),
    );
    expect(await checkCli(on, "pull intake.objectives")).toMatchInlineSnapshot(`
      "intake.objectives:3:9 error include-missing './gone.objectives' is not there: write that file, or correct the path. It is seen from this file.
          3 | include "./gone.objectives"
            |         ^^^^^^^^^^^^^^^^^^^
      error: intake.objectives says no one set, so nobody can tell what changed. Nothing was changed: mend it first.
      => 1"
    `);
  });

  test("for programs", async () => {
    const on = await changedThere(ruder);
    expect(JSON.parse((await objectives(on, "pull intake.objectives --json")).output)).toMatchObject({
      action: "pulled",
      files: ["intake.objectives"],
      notes: [],
    });
  });
});

describe("nothing is lost", () => {
  test("when somebody saves while the platform is asked", async () => {
    let saves = 0;
    const on = await changedThere(ruder, {
      fault: (action, path) => {
        // The second reading of a pull is the one before it writes.
        if (saves > 0 && action === "readFile" && path.endsWith("intake.objectives") && --saves === 0)
          on.files.texts.set(path, `${SET}// saved meanwhile\n`);
        return undefined;
      },
    });
    saves = 2;
    const { exit, errors } = await objectives(on, "pull intake.objectives");
    expect([exit, errors]).toEqual([
      5,
      "error: intake.objectives was changed meanwhile. Nothing was written: pull again.\n",
    ]);
    expect(textOf(on, "intake.objectives")).toContain("// saved meanwhile");
  });

  test("when the disk is full", async () => {
    const full = failingFile("writeFileAtomic", "intake.objectives", "full");
    const on = await changedThere(ruder, { fault: full });
    const { exit, errors } = await objectives(on, "pull intake.objectives");
    expect([exit, errors]).toEqual([
      2,
      "error: intake.objectives could not be written: the disk is full. Make room and try again.\n",
    ]);
    expect(textOf(on, "intake.objectives")).toBe(SET);
  });
});

describe("a set that is known by its id", () => {
  const idOf = async (on: Stage): Promise<string> =>
    ((await checkJson(on, "show intake.objectives --json")) as { objectives_id: string }).objectives_id;

  /** The set is on the platform, and nothing here remembers that. */
  async function unknownHere(files: Readonly<Record<string, string>>): Promise<Stage> {
    const on = stage({ "intake.objectives": SET, "closing.objectives": CLOSING });
    await objectives(on, "push --yes");
    for (const name of ["intake.objectives", "closing.objectives", ".objectives/lock.json"])
      on.files.texts.delete(`/project/${name}`);
    for (const [name, text] of Object.entries(files)) on.files.texts.set(`/project/${name}`, text);
    return on;
  }

  test("becomes a file named after it, which a push then finds unchanged", async () => {
    const on = await unknownHere({});
    expect(await checkCli(on, "pull o000000000002")).toMatchInlineSnapshot(`
      "Wrote intake.objectives.
      => 0"
    `);
    expect(await checkCli(on, "plan intake.objectives")).toContain("nothing to do");
  });

  test("goes to the file that holds it", async () => {
    const on = await changedThere(ruder);
    expect(await checkCli(on, `pull ${await idOf(on)}`)).toContain(
      "intake.objectives (o000000000002 on local) took",
    );
    expect(textOf(on, "intake.objectives")).toBe(ruder(SET));
    expect([...on.files.texts.keys()].filter((path) => path.endsWith(".objectives"))).toHaveLength(2);
  });

  test("never becomes a second file", async () => {
    const on = await changedThere(ruder);
    expect(await checkCli(on, "pull o000000000002 -o other.objectives")).toMatchInlineSnapshot(`
      "error: The set o000000000002 is that of intake.objectives. Pull into it with \`objectives pull intake.objectives --target local\`, or print it into a file that stays by itself with \`objectives show o000000000002 --target local -o FILE\`. Nothing was changed.
      => 5"
    `);
    expect(textOf(on, "other.objectives")).toBe("");
  });

  test("comes back where its file was, once that is deleted", async () => {
    const on = await changedThere(ruder);
    on.files.texts.delete("/project/intake.objectives");
    expect(await checkCli(on, "pull o000000000002")).toMatchInlineSnapshot(`
      "Wrote intake.objectives.
      => 0"
    `);
  });

  test("becomes a file that is there, which keeps its comments, params and layout", async () => {
    const on = await unknownHere({ "intake.objectives": ruder(SET), "closing.objectives": CLOSING });
    expect(await checkCli(on, "pull o000000000002 -o intake.objectives")).toMatchInlineSnapshot(`
      "error: intake.objectives: the set o000000000002 on the platform differs from the text, and what was last uploaded is not known here. Nothing was changed. With --replace the platform's version is taken where the two differ; comments, params and layout stay. Keep a copy of the file first.
      => 5"
    `);
    expect(textOf(on, "intake.objectives")).toBe(ruder(SET));
    expect(await checkCli(on, "pull o000000000002 -o intake.objectives --replace")).toMatchInlineSnapshot(`
      "intake.objectives (o000000000002 on local) took over what changed on the platform:
        ~ greet
            - prompt "Welcome the caller for Acme."
            + prompt "Greet the caller for Acme."
      => 0"
    `);
    expect(textOf(on, "intake.objectives")).toBe(SET);
    expect(await checkCli(on, "plan intake.objectives")).toContain("nothing to do");
  });

  test("becomes a file that says the same, without a question", async () => {
    const on = await unknownHere({ "intake.objectives": SET, "closing.objectives": CLOSING });
    expect(await checkCli(on, "push --yes")).toMatchInlineSnapshot(`
      "error: intake.objectives: a set of this name that did not come from this file is there already: o000000000002. Nothing was sent. To make it the set of this file: \`objectives pull o000000000002 -o intake.objectives --target local\`. Or give this set another name in its first line, or delete the other with \`objectives delete o000000000002 --target local\`, and push again.
      => 5"
    `);
    expect(await checkCli(on, "pull o000000000002 -o intake.objectives")).toMatchInlineSnapshot(`
      "intake.objectives (o000000000002 on local) says what the platform says.
      => 0"
    `);
    expect(await checkCli(on, "push --yes")).toContain("nothing to do");
  });

  test("is no fragment, and no set that is another already", async () => {
    const on = await unknownHere({ "closing.objectives": CLOSING, "desk.objectives": DESK });
    await objectives(on, "push desk.objectives --yes");
    expect(await checkCli(on, "pull o000000000002 -o closing.objectives")).toMatchInlineSnapshot(`
      "error: closing.objectives is there already, and is no set: name another file with --output.
      => 2"
    `);
    expect(await checkCli(on, "pull o000000000002 -o desk.objectives --replace")).toMatchInlineSnapshot(`
      "error: desk.objectives is the set o000000000005 already. Name another file with --output. Nothing was changed.
      => 5"
    `);
    expect([textOf(on, "closing.objectives"), textOf(on, "desk.objectives")]).toEqual([CLOSING, DESK]);
  });

  test("takes the place of one that is gone", async () => {
    const on = await unknownHere({ "intake.objectives": SET, "closing.objectives": CLOSING });
    const local = SET.replace('"Intake"', '"Desk"');
    on.files.texts.set("/project/intake.objectives", local);
    await objectives(on, "push --yes");
    const id = await idOf(on);
    const lock = textOf(on, ".objectives/lock.json");
    await objectives(on, `delete ${id} --yes`);
    on.files.texts.set("/project/.objectives/lock.json", lock);
    on.files.texts.set("/project/intake.objectives", SET);
    expect(await checkCli(on, "pull intake.objectives")).toMatchInlineSnapshot(`
      "error: intake.objectives: the set o000000000005 is gone, and a set of this name that did not come from this file is there already: o000000000002. Nothing was changed. To make it the set of this file: \`objectives pull o000000000002 -o intake.objectives --target local\`.
      => 5"
    `);
    expect((await objectives(on, "pull o000000000002 -o intake.objectives")).exit).toBe(0);
    expect(await checkCli(on, "plan")).toContain("nothing to do");
  });

  test("and that is not there is said to be missing", async () => {
    const on = await changedThere(ruder);
    expect((await objectives(on, "pull o404")).exit).toBe(3);
  });
});

test("a file that is not there is said to be missing, and nobody is asked for it", async () => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return new Response("{}", { status: 404 });
  };
  const on = stage({}, { fetch, environment: { TAVUS_API_KEY: "key" } });
  expect(await checkCli(on, "pull missing.objectives --target tavus")).toMatchInlineSnapshot(`
    "error: missing.objectives is not there. Check the path, or name a set by its id.
    => 2"
  `);
  expect(asked).toEqual([]);
});

test("a file that was never uploaded says how to take over a set", async () => {
  const on = stage({ "intake.objectives": SET, "closing.objectives": CLOSING });
  expect(await checkCli(on, "pull intake.objectives")).toMatchInlineSnapshot(`
    "error: intake.objectives was not uploaded from here yet, so nothing says which set it is. Nothing was changed. To take over a set that is there: \`objectives pull ID -o intake.objectives --target local\`; \`objectives list --target local\` shows its id.
    => 5"
  `);
});
