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
    const on = await changedThere((text) =>
      text
        .replace('include "./closing.objectives"', "")
        .concat('\nobjective close { prompt "Say good night." }\n'),
    );
    await objectives(on, "pull intake.objectives");
    expect([textOf(on, "intake.objectives"), textOf(on, "closing.objectives")]).toEqual([
      SET,
      CLOSING.replace("goodbye", "good night"),
    ]);
  });

  const byeThere = (text: string): string =>
    text
      .replace('include "./closing.objectives"', "")
      .concat('\nobjective close { prompt "Say good night." }\n');

  test("names each file that it wrote, and the sets that a fragment is a part of, too", async () => {
    const on = await changedThere(byeThere);
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
    const on = await changedThere(byeThere, {
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
    (JSON.parse((await objectives(on, "show intake.objectives --json")).output) as { objectives_id: string })
      .objectives_id;

  test("becomes a file named after it, which a push then finds unchanged", async () => {
    const on = await changedThere((text) => text.replace('"Intake"', '"Intake, at night"'));
    const id = await idOf(on);
    expect(await checkCli(on, `pull ${id}`)).toMatchInlineSnapshot(`
      "Wrote intake-at-night.objectives.
      => 0"
    `);
    expect(await checkCli(on, "plan intake-at-night.objectives")).toContain("nothing to do");
  });

  test("never over somebody's text", async () => {
    const on = await changedThere(ruder);
    const { exit, errors } = await objectives(on, `pull ${await idOf(on)} -o closing.objectives`);
    expect([exit, errors]).toEqual([
      2,
      "error: closing.objectives is there already: its comments, params and scenarios would be lost. Name another file, or move it away first.\n",
    ]);
  });

  test("and that is not there is said to be missing", async () => {
    const on = await changedThere(ruder);
    expect((await objectives(on, "pull o404")).exit).toBe(3);
  });
});

test("a file that was never uploaded says how to take over a set", async () => {
  const on = stage({ "intake.objectives": SET, "closing.objectives": CLOSING });
  expect(await checkCli(on, "pull intake.objectives")).toMatchInlineSnapshot(`
    "error: intake.objectives was not uploaded from here yet, so nothing says which set it is. Nothing was changed. To take over a set that is there, pull it by its id.
    => 5"
  `);
});
