// The commands that make one text of another: compile, decompile, format, graph.
import { describe, expect, test } from "vitest";
import type { GraphView } from "../../server/src/language/graph/view.ts";
import { FRAGMENT, GOOD, MISTAKEN } from "./sets.ts";
import { checkCli, checkJson, FOLDER, objectives, stage } from "./stage.ts";

describe("compile", () => {
  test("prints the platform's JSON", async () => {
    expect(await checkCli(stage({ "a.objectives": GOOD }), "compile a.objectives")).toMatchInlineSnapshot(`
      "{
        "name": "Intake",
        "data": [
          {
            "objective_name": "greet",
            "objective_prompt": "Greet the caller.",
            "confirmation_mode": "auto",
            "output_variables": [
              "caller_name"
            ],
            "modality": "verbal",
            "next_required_objectives": [
              "close"
            ]
          },
          {
            "objective_name": "close",
            "objective_prompt": "Say goodbye.",
            "confirmation_mode": "auto",
            "modality": "verbal"
          }
        ]
      }
      => 0"
    `);
  });

  test("writes it to a file, and says where", async () => {
    const on = stage({ "a.objectives": GOOD });
    const { output } = await objectives(on, "compile a.objectives");
    expect(await checkCli(on, "compile a.objectives -o a.json")).toBe("Wrote a.json.\n=> 0");
    expect(on.files.texts.get(`${FOLDER}/a.json`)).toBe(output);
  });

  test("writes required links in either form", async () => {
    const on = stage({ "a.objectives": GOOD });
    const links = async (line: string) =>
      (await objectives(on, line)).output.split("\n").filter((it) => it.includes("required"));
    expect([await links("compile a.objectives"), await links("compile a.objectives --required single")])
      .toMatchInlineSnapshot(`
      [
        [
          "      "next_required_objectives": [",
        ],
        [
          "      "next_required_objective": "close"",
        ],
      ]
    `);
  });

  test("puts the params of the command line before those of the target, and these before the file's", async () => {
    const text = `objectives "\${a}\${b}\${c}"\n\nparam a = "a"\nparam b = "b"\nparam c = "c"\n`;
    const config = { version: 1, targets: { x: { url: "https://example.com", params: { b: "B", c: "B" } } } };
    const on = stage({ "a.objectives": text, "objectives.json": JSON.stringify(config) });
    expect(await checkJson(on, "compile a.objectives --target x --param c=C")).toMatchObject({ name: "aBC" });
    expect(await checkJson(on, "compile a.objectives")).toMatchObject({ name: "abc" });
  });

  test("writes what it can in spite of an error, and fails", async () => {
    const { exit, output, errors } = await objectives(
      stage({ "a.objectives": MISTAKEN }),
      "compile a.objectives",
    );
    expect([exit, JSON.parse(output)]).toMatchObject([1, { name: "Intake" }]);
    expect(errors).toMatchInlineSnapshot(`
      "a.objectives:6:6 error unknown-objective No objective is called 'clos'. Did you mean 'close'?
          6 |   -> clos
            |      ^^^^
      "
    `);
  });

  test("writes nothing where the text says no one document", async () => {
    const on = stage({ "a.objectives": 'objectives "A"\n\nobjective a { prompt "x" prompt "y" }\n' });
    expect(await checkCli(on, "compile a.objectives -o b.json")).toMatchInlineSnapshot(`
      "a.objectives:3:26 error duplicate-property 'prompt' is said already: keep one of the two.
          3 | objective a { prompt "x" prompt "y" }
            |                          ^^^^^^
        a.objectives:3:15 The first one stands here.
      error: a.objectives was not compiled: mend the errors first.
      => 1"
    `);
    expect(on.files.texts.has(`${FOLDER}/b.json`)).toBe(false);
  });

  test("says what leaves no document, even where the project does not want to hear it", async () => {
    const on = stage({
      "a.objectives": 'objectives "A"\n\nobjective a { prompt "x" prompt "y" }\n',
      "objectives.json": '{"version": 1, "rules": {"duplicate-property": "off"}}',
    });
    for (const line of ["compile a.objectives", "push a.objectives"]) {
      const { exit, errors } = await objectives(on, line);
      expect([exit, errors.includes("error duplicate-property")]).toEqual([1, true]);
    }
  });

  test("says which objective does not fit the single form", async () => {
    const text = GOOD.replace("-> close", "-> close\n  -> late") + '\nobjective late { prompt "Wait." }\n';
    expect(await checkCli(stage({ "a.objectives": text }), "compile a.objectives --required single --quiet"))
      .toMatchInlineSnapshot(`
      "a.objectives:7:3 information several-required The platform's API of 2026 takes one next objective: 'late' may be lost. Chain them instead.
          7 |   -> late
            |   ^^^^^^^
      error: 'greet': "next_required_objective" takes one objective, and 2 follow. Keep one, or use the list form.
      error: a.objectives was not compiled: mend the errors first.
      => 1"
    `);
  });

  test("as JSON carries document and findings", async () => {
    const on = stage({ "a.objectives": MISTAKEN });
    expect(await checkJson(on, "compile a.objectives --json")).toMatchInlineSnapshot(`
      {
        "document": {
          "data": [
            {
              "confirmation_mode": "auto",
              "modality": "verbal",
              "next_required_objectives": [
                "clos",
              ],
              "objective_name": "greet",
              "objective_prompt": "Greet the caller.",
              "output_variables": [
                "caller_name",
              ],
            },
            {
              "confirmation_mode": "auto",
              "modality": "verbal",
              "objective_name": "close",
              "objective_prompt": "Say goodbye.",
            },
          ],
          "name": "Intake",
        },
        "file": "a.objectives",
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
        ],
        "version": 1,
      }
    `);
  });
});

describe("decompile", () => {
  test("prints text that compiles to the same", async () => {
    const on = stage({ "a.objectives": GOOD });
    const { output: json } = await objectives(on, "compile a.objectives");
    const back = { ...on, props: { ...on.props, input: { ok: true, value: json } as const } };
    const { exit, output } = await objectives(back, "decompile -");
    expect([exit, output]).toEqual([0, GOOD.replace(/close \{ (.*) \}/, "close {\n  $1\n}")]);
  });

  test("says what it left out", async () => {
    const on = stage({
      "a.json": '{"colour": "red", "data": [{"objective_name": "a", "objective_prompt": "x"}]}',
    });
    expect(await checkCli(on, "decompile a.json")).toMatchInlineSnapshot(`
      "a.json:1:2 /colour This key of the set is not the platform's: it was left out.
      objectives ""

      objective a {
        prompt "x"
      }
      => 0"
    `);
  });

  test("never writes over a text that says something else", async () => {
    const on = stage({
      "a.json": '{"data": [{"objective_name": "a", "objective_prompt": "x"}]}',
      "b.objectives": GOOD,
    });
    expect(await checkCli(on, "decompile a.json -o b.objectives")).toMatchInlineSnapshot(`
      "error: b.objectives is there already: its comments, params and scenarios would be lost. Name another file, or move it away first.
      => 2"
    `);
    expect(on.files.texts.get(`${FOLDER}/b.objectives`)).toBe(GOOD);
    expect(await checkCli(on, "decompile a.json -o c.objectives")).toBe("Wrote c.objectives.\n=> 0");
    expect(await checkCli(on, "decompile a.json -o c.objectives")).toBe("Wrote c.objectives.\n=> 0");
  });

  test("names every place that it cannot read", async () => {
    const on = stage({ "a.json": '{"data": [{"objective_name": 1}, {"objective_prompt": "x"}]}' });
    expect(await checkCli(on, "decompile a.json")).toMatchInlineSnapshot(`
      "error: a.json:1:30 /data/0/objective_name "objective_name" takes a string, and this is a number.
      error: a.json:1:11 /data/0 The objective has no "objective_prompt".
      error: a.json:1:34 /data/1 The objective has no "objective_name".
      error: a.json was not decompiled: mend 3 places first.
      => 1"
    `);
    expect(await checkCli(on, "decompile a.json --json")).toMatchInlineSnapshot(`
      "error: a.json:1:30 /data/0/objective_name "objective_name" takes a string, and this is a number.
      error: a.json:1:11 /data/0 The objective has no "objective_prompt".
      error: a.json:1:34 /data/1 The objective has no "objective_name".
      {
        "version": 1,
        "text": null,
        "notes": [],
        "refused": [
          {
            "pointer": "/data/0/objective_name",
            "line": 1,
            "column": 30,
            "reason": "\\"objective_name\\" takes a string, and this is a number."
          },
          {
            "pointer": "/data/0",
            "line": 1,
            "column": 11,
            "reason": "The objective has no \\"objective_prompt\\"."
          },
          {
            "pointer": "/data/1",
            "line": 1,
            "column": 34,
            "reason": "The objective has no \\"objective_name\\"."
          }
        ]
      }
      error: a.json was not decompiled: mend 3 places first.
      => 1"
    `);
  });
});

describe("format", () => {
  const LOOSE = GOOD.replaceAll("  ", "     ");

  test("lays files out in place, and then has nothing to do", async () => {
    const on = stage({ "a.objectives": LOOSE, "b.objectives": GOOD, "c/d.objectives": FRAGMENT });
    expect(await checkCli(on, "format")).toMatchInlineSnapshot(`
      "formatted a.objectives
      1 file of 3 changed.
      => 0"
    `);
    expect(on.files.texts.get(`${FOLDER}/a.objectives`)).toBe(GOOD);
    expect(await checkCli(on, "format")).toMatchInlineSnapshot(`
      "0 files of 3 changed.
      => 0"
    `);
  });

  test("only says with --check what would change", async () => {
    const on = stage({ "a.objectives": LOOSE, "b.objectives": GOOD });
    expect(await checkCli(on, "format --check")).toMatchInlineSnapshot(`
      "not formatted: a.objectives
      1 file of 2 to be changed.
      => 1"
    `);
    expect(on.files.texts.get(`${FOLDER}/a.objectives`)).toBe(LOOSE);
    expect(await checkJson(on, "format --check --json")).toMatchInlineSnapshot(`
      {
        "files": [
          {
            "changed": true,
            "failed": false,
            "file": "a.objectives",
          },
          {
            "changed": false,
            "failed": false,
            "file": "b.objectives",
          },
        ],
        "version": 1,
      }
    `);
  });

  test("sends standard input to standard output", async () => {
    const on = stage({}, { input: { ok: true, value: LOOSE } });
    expect(await objectives(on, "format -")).toEqual({ exit: 0, output: GOOD, errors: "" });
    expect((await objectives(on, "format --check -")).exit).toBe(1);
  });

  test("stops when interrupted", async () => {
    const on = stage({ "a.objectives": LOOSE }, { interruption: AbortSignal.abort() });
    expect(await checkCli(on, "format")).toMatchInlineSnapshot(`
      "error: Interrupted: 0 of 1 file done; the rest are as they were.
      => 130"
    `);
    expect(on.files.texts.get(`${FOLDER}/a.objectives`)).toBe(LOOSE);
  });
});

describe("graph", () => {
  test("says what the call or the target gives the params", async () => {
    const on = stage({
      "a.objectives": 'objectives "A"\n\nparam mood = "calm"\n\nobjective a { prompt "Be ${mood}." }\n',
      "objectives.json": '{ "version": 1, "targets": { "local": { "params": { "mood": "quick" } } } }',
    });
    const promptOf = async (options: string): Promise<unknown> => {
      const { nodes } = (await checkJson(on, `graph a.objectives --json ${options}`)) as GraphView;
      return nodes[0]?.prompt;
    };
    expect(await promptOf("")).toBe("Be calm.");
    expect(await promptOf("--target local")).toBe("Be quick.");
    expect(await promptOf("--target local --param mood=merry")).toBe("Be merry.");
  });

  test("as Mermaid", async () => {
    expect(await checkCli(stage({ "a.objectives": GOOD }), "graph a.objectives --format mermaid"))
      .toMatchInlineSnapshot(`
      "flowchart TD
        n0(["greet"])
        n1(["close"])
        n0 --> n1
        classDef start stroke:#2c8a3f,stroke-width:2px
        class n0 start
      => 0"
    `);
  });

  test("as JSON", async () => {
    expect(await checkJson(stage({ "a.objectives": GOOD }), "graph a.objectives --json"))
      .toMatchInlineSnapshot(`
      {
        "edges": [
          {
            "condition": "",
            "findings": [],
            "id": "greet required close",
            "isOnCycle": false,
            "kind": "required",
            "source": "greet",
            "target": "close",
          },
        ],
        "nodes": [
          {
            "confirmation": "auto",
            "findings": [],
            "id": "greet",
            "isEnd": false,
            "isStart": true,
            "kind": "objective",
            "modality": "verbal",
            "name": "greet",
            "prompt": "Greet the caller.",
            "variables": [
              "caller_name",
            ],
          },
          {
            "confirmation": "auto",
            "findings": [],
            "id": "close",
            "isEnd": true,
            "isStart": false,
            "kind": "objective",
            "modality": "verbal",
            "name": "close",
            "prompt": "Say goodbye.",
            "variables": [],
          },
        ],
        "title": "Intake",
        "version": 1,
      }
    `);
  });

  test("as a picture in the colours of a theme, laid out plainly where there is no engine", async () => {
    const on = stage({ "a.objectives": GOOD });
    const light = await objectives(on, "graph a.objectives");
    const dark = await objectives(on, "graph a.objectives --theme dark");
    expect(light.output).toMatch(/^<svg[\s\S]*greet[\s\S]*<\/svg>\s*$/);
    expect(dark.output).not.toBe(light.output);
    expect(light.errors).toMatchInlineSnapshot(`
      "The layout engine gave no answer, so the picture is laid out plainly.
      "
    `);
  });

  test.each([
    ["flow.svg", /^<svg/],
    ["flow.mmd", /^flowchart/],
    ["flow.json", /^\{/],
  ])("goes by the output's name: %s", async (name, form) => {
    const on = stage({ "a.objectives": GOOD });
    await objectives(on, `graph a.objectives -o ${name}`);
    expect(on.files.texts.get(`${FOLDER}/${name}`)).toMatch(form);
  });

  test("draws what is half-written, and says that there are errors", async () => {
    expect(await checkCli(stage({ "a.objectives": MISTAKEN }), "graph a.objectives --format mermaid"))
      .toMatchInlineSnapshot(`
        "a.objectives has 1 error, which \`objectives check\` shows.
        flowchart TD
          n0(["greet"])
          n1(["close"])
          n2{{"clos"}}
          n0 --> n2
          classDef start stroke:#2c8a3f,stroke-width:2px
          class n0 start
          classDef missing stroke:#d3302f,stroke-dasharray:4 3
          class n2 missing
        => 0"
      `);
  });
});

test("lsp serves an editor", async () => {
  expect(await checkCli(stage({}), "lsp --stdio")).toBe("(serves an editor)\n=> 0");
});
