// Sets of several files, and values of params, on the command line.
import { describe, expect, test } from "vitest";
import { failingFile } from "../project/memory-file-system.ts";
import { checkCli, objectives, stage } from "./stage.ts";

const MAIN = `objectives "Intake"

include "./shared/closing.objectives"

param company = "Acme"

objective greet {
  prompt "Greet the caller for \${company}."
  -> close
}
`;
const CLOSING = `objective close { prompt "Thank them for calling \${company}." }\n`;
const FILES = { "intake.objectives": MAIN, "shared/closing.objectives": CLOSING };

describe("check", () => {
  test("of a set is a check of its fragments, each said once", async () => {
    const on = stage({ ...FILES, "shared/closing.objectives": CLOSING.replace("company", "compny") });
    expect(await checkCli(on, "check intake.objectives")).toMatchInlineSnapshot(`
      "shared/closing.objectives:1:52 error unknown-param No param is called 'compny'. Did you mean 'company'?
          1 | objective close { prompt "Thank them for calling \${compny}." }
            |                                                    ^^^^^^
      1 error in 2 files.
      => 1"
    `);
  });

  test("of everything says of a fragment once what several sets say", async () => {
    const on = stage({
      ...FILES,
      "other.objectives": MAIN.replace("Intake", "Other"),
      "shared/closing.objectives": CLOSING.replace("{ prompt", "{ -> gone prompt"),
    });
    expect(await checkCli(on, "check")).toMatchInlineSnapshot(`
      "shared/closing.objectives:1:22 error unknown-objective No objective is called 'gone': write one, or lead somewhere else.
          1 | objective close { -> gone prompt "Thank them for calling \${company}." }
            |                      ^^^^
      1 error in 3 files.
      => 1"
    `);
  });

  test("of a fragment alone says nothing of sets that nobody named", async () => {
    const on = stage(
      { ...FILES, "broken.objectives": "" },
      { fault: failingFile("readFile", "broken.objectives", "not text") },
    );
    expect(await checkCli(on, "check shared/closing.objectives")).toMatchInlineSnapshot(`
      "Nothing to complain about in 1 file.
      => 0"
    `);
  });

  test("of a fragment alone asks the sets that include it", async () => {
    expect(await checkCli(stage(FILES), "check shared/closing.objectives")).toMatchInlineSnapshot(`
      "Nothing to complain about in 1 file.
      => 0"
    `);
  });

  test("says that no set includes a fragment", async () => {
    expect(await checkCli(stage({ "closing.objectives": 'objective a { prompt "Ask." }\n' }), "check"))
      .toMatchInlineSnapshot(`
        "closing.objectives:1:11 information unused-fragment No set includes this file, so it is never uploaded: include it in one, or begin it with a line such as objectives "Name".
            1 | objective a { prompt "Ask." }
              |           ^
        1 information in 1 file.
        => 0"
      `);
  });

  test("names the other file that belongs to a finding", async () => {
    const on = stage({
      ...FILES,
      "shared/closing.objectives": `${CLOSING}objective greet { prompt "Again." }\n`,
    });
    expect(await checkCli(on, "check intake.objectives")).toMatchInlineSnapshot(`
      "shared/closing.objectives:2:11 error duplicate-objective The objective 'greet' exists already in intake.objectives: give this one another name, or remove it if it is a copy.
          2 | objective greet { prompt "Again." }
            |           ^^^^^
        intake.objectives:7:11 The first one stands here.
      1 error in 2 files.
      => 1"
    `);
  });

  test("says which include leads nowhere, outside, round, or to a set", async () => {
    const on = stage({
      "a/set.objectives":
        'objectives "A"\ninclude "./gone.objectives"\ninclude "../outside.objectives"\ninclude "./round.objectives"\ninclude "./other.objectives"\n',
      "a/round.objectives": 'include "./round.objectives"\n',
      "a/other.objectives": 'objectives "B"\nobjective b { prompt "p" }\n',
      "outside.objectives": "",
    });
    expect(await checkCli(on, "check a/set.objectives")).toMatchInlineSnapshot(`
      "a/set.objectives:2:9 error include-missing './gone.objectives' is not there: write that file, or correct the path. It is seen from this file.
          2 | include "./gone.objectives"
            |         ^^^^^^^^^^^^^^^^^^^

      a/set.objectives:3:9 error include-outside '../outside.objectives' leads out of this workspace: include a file that is inside, by a path with '/' that begins with './' or '../'.
          3 | include "../outside.objectives"
            |         ^^^^^^^^^^^^^^^^^^^^^^^

      a/set.objectives:5:9 error include-set './other.objectives' is a set by itself: remove its 'objectives' line to make it a fragment, or include another file.
          5 | include "./other.objectives"
            |         ^^^^^^^^^^^^^^^^^^^^

      a/round.objectives:1:9 error include-cycle './round.objectives' includes this file already, by itself or through others: remove one of these includes. Every file of a set sees all of the set's names without them.
          1 | include "./round.objectives"
            |         ^^^^^^^^^^^^^^^^^^^^
      4 errors in 2 files.
      => 1"
    `);
  });

  test("lets includes lead anywhere below objectives.json", async () => {
    const on = stage({
      "objectives.json": '{ "version": 1 }',
      "a/set.objectives":
        'objectives "A"\ninclude "../closing.objectives"\nobjective a { prompt "p" -> close }\n',
      "closing.objectives": 'objective close { prompt "p" }\n',
    });
    expect(await checkCli(on, "check a/set.objectives")).toMatchInlineSnapshot(`
      "Nothing to complain about in 2 files.
      => 0"
    `);
  });
});

describe("compile", () => {
  test("puts the fragments' objectives behind the set's own", async () => {
    const { output } = await objectives(stage(FILES), "compile intake.objectives");
    expect(namesIn(output)).toEqual(["greet", "close"]);
  });

  test("refuses a set that is not whole", async () => {
    const on = stage({ "intake.objectives": MAIN });
    expect(await checkCli(on, "compile intake.objectives")).toMatchInlineSnapshot(`
      "intake.objectives:3:9 error include-missing './shared/closing.objectives' is not there: write that file, or correct the path. It is seen from this file.
          3 | include "./shared/closing.objectives"
            |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      error: intake.objectives was not compiled: mend the errors first.
      => 1"
    `);
  });

  test("writes where each value is written, in whichever file", async () => {
    const on = stage(FILES);
    const { exit } = await objectives(on, "compile intake.objectives -o a.json --source-map a.json.map");
    const { file, mappings } = JSON.parse(on.files.texts.get("/project/a.json.map") ?? "") as Mapped;
    const told = mappings.map((it) => `${it.pointer} ${it.file}:${it.line}:${it.column} ${it.from}`);
    expect([exit, file, ...told].join("\n")).toMatchInlineSnapshot(`
      "0
      intake.objectives
      /name intake.objectives:1:12 own
      /data/0 intake.objectives:7:1 own
      /data/0/objective_name intake.objectives:7:11 own
      /data/0/objective_prompt intake.objectives:8:10 own
      /data/0/confirmation_mode intake.objectives:7:11 nobody
      /data/0/modality intake.objectives:7:11 nobody
      /data/0/next_required_objectives intake.objectives:9:3 own
      /data/0/next_required_objectives/0 intake.objectives:9:3 own
      /data/1 shared/closing.objectives:1:1 own
      /data/1/objective_name shared/closing.objectives:1:11 own
      /data/1/objective_prompt shared/closing.objectives:1:26 own
      /data/1/confirmation_mode shared/closing.objectives:1:11 nobody
      /data/1/modality shared/closing.objectives:1:11 nobody"
    `);
  });
});

describe("a param's value", () => {
  const VALUED =
    'objectives "S"\nparam company = "own"\nparam call-back\nobjective a { prompt "${company} ${call-back}" }\n';
  const CONFIG =
    '{ "version": 1, "targets": { "staging": { "url": "https://tavusapi.com", "params": { "company": "target", "call-back": "target" } } } }';
  const files = { "a.objectives": VALUED, "objectives.json": CONFIG };

  test.each([
    [
      "the option's, before all others",
      "--param company=option --target staging",
      { OBJECTIVES_PARAM_company: "env" },
      "option target",
    ],
    [
      "the environment's, before the target's",
      "--target staging",
      { OBJECTIVES_PARAM_COMPANY: "env" },
      "env target",
    ],
    [
      "the environment's, with _ for what a variable cannot have",
      "",
      { OBJECTIVES_PARAM_CALL_BACK: "env" },
      "own env",
    ],
    ["the target's, before its own", "--target staging", {}, "target target"],
  ])("is %s", async (_, options, environment, prompt) => {
    const { output } = await objectives(stage(files, { environment }), `compile a.objectives ${options}`);
    expect((JSON.parse(output) as Compiled).data[0]?.objective_prompt).toBe(prompt);
  });

  test("that is missing is said where it is used", async () => {
    expect(await checkCli(stage(files), "compile a.objectives")).toMatchInlineSnapshot(`
      "a.objectives:4:36 error param-without-value 'call-back' has no value here: give it one (param call-back = "…"), or compile with --param call-back=….
          4 | objective a { prompt "\${company} \${call-back}" }
            |                                    ^^^^^^^^^
      error: a.objectives was not compiled: mend the errors first.
      => 1"
    `);
  });

  test("that is missing for a target is to be given there", async () => {
    const config = '{ "version": 1, "targets": { "local": { "params": { "callback": "x" } } } }';
    const on = stage({ ...files, "objectives.json": config });
    expect(await checkCli(on, "push a.objectives --yes")).toMatchInlineSnapshot(`
      "a.objectives:4:36 error param-without-value 'call-back' has no value for the target 'local': give it one under "params" of that target in objectives.json, one for all targets here (param call-back = "…"), or one with --param call-back=….
          4 | objective a { prompt "\${company} \${call-back}" }
            |                                    ^^^^^^^^^
      error: 1 error in 1 file. Nothing was sent: mend them first.
      => 1"
    `);
    expect(await checkCli(on, "compile a.objectives --target local")).toContain("the target 'local'");
    expect(await checkCli(on, "check a.objectives")).toContain("has no value here");
  });

  test("of a param that no set has is refused", async () => {
    expect(await checkCli(stage(files), "check --param compani=x")).toMatchInlineSnapshot(`
      "error: a.objectives has no param 'compani'. Did you mean 'company'?
      a.objectives:4:36 hint param-without-value 'call-back' has no value here: give it one (param call-back = "…"), or compile with --param call-back=….
          4 | objective a { prompt "\${company} \${call-back}" }
            |                                    ^^^^^^^^^
      1 hint in 1 file.
      => 2"
    `);
  });
});

describe("push", () => {
  test("sends the set with its fragments", async () => {
    const on = stage(FILES);
    expect(await checkCli(on, "push intake.objectives --yes")).toMatchInlineSnapshot(`
      "intake.objectives: made as o000000000002 on local (http://127.0.0.1:4180, emulator, not Tavus), read back and the same.
      => 0"
    `);
    const { output } = await objectives(on, "show intake.objectives --json");
    expect(output).toContain("Thank them for calling Acme.");
  });

  test("counts what is wrong in a shared fragment once", async () => {
    const main = (name: string): string =>
      `objectives "${name}"\n\ninclude "./end.objectives"\n\nobjective ${name} { prompt "Ask." -> end }\n`;
    const on = stage({
      "a.objectives": main("a"),
      "b.objectives": main("b"),
      "end.objectives": 'objective "end" { prompt "" }\n',
    });
    expect(await checkCli(on, "push --yes")).toMatchInlineSnapshot(`
      "end.objectives:1:26 error empty-text The prompt is empty: say it in words.
          1 | objective "end" { prompt "" }
            |                          ^^
      error: 1 error in 3 files. Nothing was sent: mend them first.
      => 1"
    `);
  });

  test("shows where the value is written that the platform refuses", async () => {
    const words = "data[1].objective_prompt is too short";
    const refusing: typeof fetch = (_, init) =>
      Promise.resolve(
        init?.method === "POST"
          ? Response.json({ message: words }, { status: 400 })
          : Response.json({ data: [], total_count: 0 }),
      );
    const on = stage(FILES, { fetch: refusing, environment: { TAVUS_API_KEY: "k" } });
    expect(await checkCli(on, "push intake.objectives --target tavus --yes")).toMatchInlineSnapshot(`
      "Plan for tavus (https://tavusapi.com)

      intake.objectives is new and will be made
        + greet
        + close

      1 set to upload.
      error: intake.objectives: POST https://tavusapi.com/v2/objectives was refused with 400: data[1].objective_prompt is too short. Nothing was changed.
      shared/closing.objectives:1:26
          1 | objective close { prompt "Thank them for calling \${company}." }
            |                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      => 3"
    `);
  });
});

interface Compiled {
  readonly data: readonly { readonly objective_name: string; readonly objective_prompt: string }[];
}

interface Mapped {
  readonly file: string;
  readonly mappings: readonly {
    readonly pointer: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly from: string;
  }[];
}

function namesIn(json: string): readonly string[] {
  return (JSON.parse(json) as Compiled).data.map((it) => it.objective_name);
}
