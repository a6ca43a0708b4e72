// `objectives check`: findings for people and programs, and what decides the exit code.
import { describe, expect, test } from "vitest";
import { failingFile } from "../project/memory-file-system.ts";
import { FRAGMENT, GOOD, MISTAKEN, WARNED } from "./sets.ts";
import { checkCli, checkJson, objectives, stage } from "./stage.ts";

describe("as text", () => {
  test("shows the line with carets under the place", async () => {
    expect(await checkCli(stage({ "a.objectives": MISTAKEN }), "check a.objectives")).toMatchInlineSnapshot(`
      "a.objectives:6:6 error unknown-objective No objective is called 'clos'. Did you mean 'close'?
          6 |   -> clos
            |      ^^^^
      1 error in 1 file.
      => 1"
    `);
  });

  test("says that all is well", async () => {
    expect(await checkCli(stage({ "a.objectives": GOOD }), "check")).toMatchInlineSnapshot(`
      "Nothing to complain about in 1 file.
      => 0"
    `);
  });

  test("names the other places that belong to a finding", async () => {
    const text = `${GOOD}\nobjective close { prompt "Again." }\n`;
    expect(await checkCli(stage({ "a.objectives": text }), "check")).toMatchInlineSnapshot(`
      "a.objectives:11:11 error duplicate-objective The objective 'close' exists already: give this one another name, or remove it if it is a copy.
         11 | objective close { prompt "Again." }
            |           ^^^^^
        a.objectives:9:11 The first one stands here.
      1 error in 1 file.
      => 1"
    `);
  });

  test("says of the other places what is to be seen there", async () => {
    const text = GOOD.replace("collect", "confirm manual\n  collect").replace(
      'goodbye."',
      'goodbye." confirm manual',
    );
    const { output } = await objectives(stage({ "a.objectives": text }), "check");
    expect(output).toContain("\n  a.objectives:10:49 This one is manual, too.\n");
  });

  test("puts carets right behind tabs and wide characters", async () => {
    const text =
      'objectives "日本"\n\nobjective a {\n\tprompt "挨拶"\t-> 終わりx\n}\n\nobjective 終わり { prompt "Bye." }\n';
    expect(await checkCli(stage({ "a.objectives": text }), "check")).toMatchInlineSnapshot(`
      "a.objectives:4:17 error unknown-objective No objective is called '終わりx'. Did you mean '終わり'?
          4 | 	prompt "挨拶"	-> 終わりx
            | 	             	   ^^^^^^^

      a.objectives:7:11 warning bad-name '終わり' may not be understood everywhere: use the letters a to z, digits and '_', up to 100 of them.
          7 | objective 終わり { prompt "Bye." }
            |           ^^^^^^
      1 error, 1 warning in 1 file.
      => 1"
    `);
  });

  test("shows the part of a long line that matters", async () => {
    const text = `objectives "Long"\n\nobjective a { prompt "${"Listen. ".repeat(60)}" -> b -> nowhere }\n\nobjective b { prompt "Bye." }\n`;
    expect(await checkCli(stage({ "a.objectives": text }), "check")).toMatchInlineSnapshot(`
      "a.objectives:3:510 information several-required The platform's API of 2026 takes one next objective: 'nowhere' may be lost. Chain them instead.
          3 | …. Listen. Listen. Listen. " -> b -> nowhere }
            |                                   ^^^^^^^^^^

      a.objectives:3:513 error unknown-objective No objective is called 'nowhere': write one, or lead somewhere else.
          3 | …isten. Listen. Listen. " -> b -> nowhere }
            |                                   ^^^^^^^
      1 error, 1 information in 1 file.
      => 1"
    `);
  });

  test("lets no control character of a file reach the terminal", async () => {
    const text = 'objectives "Loud\u001b[31m"\n\nobjective a { prompt "\u001b[2J\u202e" -> nowhere }\n';
    const { output, errors } = await objectives(stage({ "a.objectives": text }), "check");
    expect(output + errors).not.toMatch(/[\u001b\u202e]/);
    expect(output).toContain("␛[2J");
  });

  test("is coloured on a terminal, unless somebody minds", async () => {
    const on = (environment: Record<string, string>) =>
      stage({ "a.objectives": MISTAKEN }, { terminal: "terminal", environment });
    const { output } = await objectives(on({}), "check");
    expect(output).toContain("\u001b[31merror");
    for (const [environment, line] of [
      [{ NO_COLOR: "1" }, "check"],
      [{ TERM: "dumb" }, "check"],
      [{}, "check --no-color"],
      [{}, "--no-color check"],
    ] as const) {
      expect((await objectives(on(environment), line)).output).not.toContain("\u001b");
    }
    expect((await objectives(stage({ "a.objectives": MISTAKEN }), "check")).output).not.toContain("\u001b");
  });
});

describe("for programs", () => {
  test("as JSON, in the order of files and places", async () => {
    const on = stage({ "a.objectives": MISTAKEN, "b/c.objectives": WARNED.replace("Intake", "Other") });
    expect(await checkJson(on, "check --format json")).toMatchInlineSnapshot(`
      {
        "errors": 1,
        "files": 2,
        "findings": [
          {
            "code": "unknown-objective",
            "column": 6,
            "endColumn": 10,
            "endLine": 6,
            "file": "a.objectives",
            "line": 6,
            "message": "No objective is called 'clos'. Did you mean 'close'?",
            "severity": "error",
            "url": "file:///objectives/docs/findings/unknown-objective.md",
          },
          {
            "code": "bad-name",
            "column": 11,
            "endColumn": 19,
            "endLine": 3,
            "file": "b/c.objectives",
            "line": 3,
            "message": "'greet!' may not be understood everywhere: use the letters a to z, digits and '_', up to 100 of them.",
            "severity": "warning",
            "url": "file:///objectives/docs/findings/bad-name.md",
          },
        ],
        "warnings": 1,
      }
    `);
  });

  test("as SARIF", async () => {
    const on = stage({ "with space.objectives": MISTAKEN });
    expect(await checkJson(on, "check --format sarif")).toMatchInlineSnapshot(`
      {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "runs": [
          {
            "artifacts": [
              {
                "location": {
                  "uri": "with%20space.objectives",
                },
              },
            ],
            "columnKind": "utf16CodeUnits",
            "results": [
              {
                "level": "error",
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "with%20space.objectives",
                      },
                      "region": {
                        "endColumn": 10,
                        "endLine": 6,
                        "startColumn": 6,
                        "startLine": 6,
                      },
                    },
                  },
                ],
                "message": {
                  "text": "No objective is called 'clos'. Did you mean 'close'?",
                },
                "ruleId": "unknown-objective",
                "ruleIndex": 0,
              },
            ],
            "tool": {
              "driver": {
                "name": "objectives",
                "rules": [
                  {
                    "defaultConfiguration": {
                      "level": "error",
                    },
                    "help": {
                      "markdown": "An arrow and a scenario's step name an objective of the same set. The platform takes the upload, and the conversation ends where the name leads nowhere.",
                      "text": "An arrow and a scenario's step name an objective of the same set. The platform takes the upload, and the conversation ends where the name leads nowhere.",
                    },
                    "helpUri": "file:///objectives/docs/findings/unknown-objective.md",
                    "id": "unknown-objective",
                    "shortDescription": {
                      "text": "An arrow and a scenario's step name an objective of the same set. The platform takes the upload, and the conversation ends where the name leads nowhere.",
                    },
                  },
                ],
                "version": "0.1.0",
              },
            },
          },
        ],
        "version": "2.1.0",
      }
    `);
  });

  test("as annotations of GitHub, escaped", async () => {
    const on = stage({ "a,b:c%.objectives": MISTAKEN.replace("-> clos", '-> "50%\\nclos"') });
    expect((await objectives(on, "check --format github")).output).toMatchInlineSnapshot(`
      "::error file=a%2Cb%3Ac%25.objectives,line=6,endLine=6,col=6,endColumn=17,title=unknown-objective::No objective is called '50%25%0Aclos': write one, or lead somewhere else.
      "
    `);
  });

  test("prints the report even where a file cannot be read", async () => {
    const on = stage(
      { "a.objectives": GOOD, "b.objectives": GOOD },
      { fault: failingFile("readFile", "b.objectives", "denied") },
    );
    const { exit, output, errors } = await objectives(on, "check --json");
    expect([exit, JSON.parse(output)]).toEqual([2, { files: 1, errors: 0, warnings: 0, findings: [] }]);
    expect(errors).toMatchInlineSnapshot(`
      "error: b.objectives may not be used by this user. Check its permissions.
      "
    `);
  });
});

describe("the exit code", () => {
  test.each([
    { files: { "a.objectives": GOOD }, line: "check", exit: 0 },
    { files: { "a.objectives": MISTAKEN }, line: "check", exit: 1 },
    { files: { "a.objectives": WARNED }, line: "check", exit: 0 },
    { files: { "a.objectives": WARNED }, line: "check --max-warnings 1", exit: 0 },
    { files: { "a.objectives": WARNED }, line: "check --max-warnings 0", exit: 1 },
    { files: { "a.objectives": FRAGMENT }, line: "check", exit: 0 },
    { files: { "a.objectives": GOOD }, line: "check b.objectives", exit: 2 },
    { files: { "a.objectives": MISTAKEN }, line: "check a.objectives b.objectives", exit: 2 },
    { files: {}, line: "check", exit: 2 },
    { files: { "x/a.objectives": GOOD }, line: "check x/*.objectives", exit: 0 },
    { files: { "x/a.objectives": MISTAKEN }, line: "check --cwd x a.objectives", exit: 1 },
    { files: { "a.objectives": GOOD, "objectives.json": "{" }, line: "check", exit: 2 },
  ])("$line is $exit", async ({ files, line, exit }) => {
    expect((await objectives(stage(files), line)).exit).toBe(exit);
  });

  test("heeds what objectives.json says of a finding", async () => {
    const rules = (level: string) => JSON.stringify({ version: 1, rules: { "unknown-objective": level } });
    const exits = [];
    for (const level of ["error", "warning", "off"]) {
      const on = stage({ "a.objectives": MISTAKEN, "objectives.json": rules(level) });
      const { exit, errors } = await objectives(on, "check");
      exits.push(`${level}: ${exit} ${errors.trim()}`);
    }
    expect(exits).toMatchInlineSnapshot(`
      [
        "error: 1 1 error in 1 file.",
        "warning: 0 1 warning in 1 file.",
        "off: 0 Nothing to complain about in 1 file.",
      ]
    `);
  });
});

test("reads standard input", async () => {
  const on = stage({}, { input: { ok: true, value: MISTAKEN } });
  expect(await checkCli(on, "check -")).toMatchInlineSnapshot(`
    "standard input:6:6 error unknown-objective No objective is called 'clos'. Did you mean 'close'?
        6 |   -> clos
          |      ^^^^
    1 error in 1 file.
    => 1"
  `);
});

test("stops when interrupted, and says how far it got", async () => {
  const on = stage({ "a.objectives": GOOD }, { interruption: AbortSignal.abort() });
  expect(await checkCli(on, "check")).toMatchInlineSnapshot(`
    "error: Interrupted: 0 of 1 file checked.
    => 130"
  `);
});

test("says with --quiet nothing but findings", async () => {
  expect(await objectives(stage({ "a.objectives": GOOD }), "check --quiet")).toEqual({
    exit: 0,
    output: "",
    errors: "",
  });
});

test("says what is wrong with a project once, not for every file", async () => {
  const on = stage({
    "a.objectives": GOOD,
    "b.objectives": GOOD,
    "objectives.json": '{"version": 1, "rulez": {}}',
  });
  expect(await checkCli(on, "check")).toMatchInlineSnapshot(`
    "error: /project/objectives.json:1:16 /rulez "rulez" is not known here. Did you mean "rules"?
    => 2"
  `);
});

test("shows progress where it takes long, and makes room for complaints", async () => {
  const on = (terminal: "terminal" | "file") =>
    stage(
      { "a.objectives": GOOD, "b.objectives": GOOD },
      { terminal, pace: "slow", fault: failingFile("readFile", "b.objectives", "denied") },
    );
  expect((await objectives(on("file"), "check")).errors).toMatchInlineSnapshot(`
    "checking 2 files …
    error: b.objectives may not be used by this user. Check its permissions.
    Nothing to complain about in 1 file.
    "
  `);
  const { errors } = await objectives(on("terminal"), "check --no-color");
  expect(errors.split("\r\u001b[K").filter((it) => it !== "")).toMatchInlineSnapshot(`
    [
      "░░░░░░░░░░░░░░░░░░░░ checking 2 files",
      "██████████░░░░░░░░░░ checking 2 files",
      "error: b.objectives may not be used by this user. Check its permissions.
    ",
      "Nothing to complain about in 1 file.
    ",
    ]
  `);
});

test("without any file says which folder was looked through", async () => {
  expect(await checkCli(stage({}), "check")).toMatchInlineSnapshot(`
    "error: /project holds no file that ends in .objectives. Name another folder, or write one.
    => 2"
  `);
});

test("each of several complaints is called an error", async () => {
  const config = '{ "version": 1, "ruls": {}, "tagets": {} }';
  const on = stage({ "a.objectives": GOOD, "objectives.json": config });
  expect(await checkCli(on, "check")).toMatchInlineSnapshot(`
    "error: /project/objectives.json:1:17 /ruls "ruls" is not known here. Did you mean "rules"?
    error: /project/objectives.json:1:29 /tagets "tagets" is not known here. Did you mean "targets"?
    => 2"
  `);
});
