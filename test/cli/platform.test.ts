// The commands that talk to the platform: plan, push, attach, list, show, delete; here to the emulator inside the command.
import { describe, expect, test } from "vitest";
import { failingFile } from "../project/memory-file-system.ts";
import { cutAtOnce, json, withServer } from "../platform/scripted-server.ts";
import { GOOD, MISTAKEN } from "./sets.ts";
import type { Props, Stage } from "./stage.ts";
import { checkCli, checkJson, FOLDER, objectives, stage } from "./stage.ts";

const PERSONA = '{"persona_name": "Front desk", "system_prompt": "You are kind."}';
const KEY = "a-key-of-tavus-0123456789";

function project(props: Props = {}): Stage {
  return stage({ "a.objectives": GOOD, "persona.json": PERSONA }, props);
}

/** A target of another machine that always asks first; nobody listens there. */
const STAGING = JSON.stringify({
  version: 1,
  targets: { staging: { url: "https://staging.example.com", personas: { "a.objectives": ["p1"] } } },
});

describe("the whole way", () => {
  test("create, nothing to do, update, gone", async () => {
    const on = project();
    const seen = [await checkCli(on, "push a.objectives"), await checkCli(on, "push")];
    on.files.texts.set(`${FOLDER}/a.objectives`, GOOD.replace("Say goodbye.", "Say goodbye warmly."));
    seen.push(
      await checkCli(on, "push"),
      await checkCli(on, "delete a.objectives"),
      await checkCli(on, "push"),
    );
    expect(seen.join("\n\n")).toMatchInlineSnapshot(`
      "a.objectives: made as o000000000002 on local (http://127.0.0.1:4180, emulator, not Tavus), read back and the same.
      => 0

      a.objectives: nothing to do, o000000000002 on local (http://127.0.0.1:4180, emulator, not Tavus) says the same.
      => 0

      a.objectives: o000000000002 on local (http://127.0.0.1:4180, emulator, not Tavus) changed, read back and the same.
        The platform itself made sure that no edit made in between was lost.
      => 0

      Deleted o000000000002 on local (http://127.0.0.1:4180, emulator, not Tavus).
      => 0

      a.objectives: made as o00000000000c on local (http://127.0.0.1:4180, emulator, not Tavus), read back and the same.
      => 0"
    `);
  });

  test("a persona that is there follows, then a new one, then delete names both", async () => {
    const on = project();
    await objectives(on, "push");
    expect(await checkCli(on, "attach a.objectives --new-persona persona.json")).toMatchInlineSnapshot(`
      "Persona p000000000004 was made; it follows o000000000002 on local (http://127.0.0.1:4180, emulator, not Tavus).
      => 0"
    `);
    const id = personaOf(await checkJson(on, "attach a.objectives --new-persona persona.json --json"));
    expect(await checkCli(on, `attach a.objectives --persona ${id}`)).toMatchInlineSnapshot(`
      "Persona p000000000006 follows o000000000002 on local (http://127.0.0.1:4180, emulator, not Tavus) already. Nothing was sent.
      => 0"
    `);
    expect(await checkCli(on, "delete a.objectives")).toMatchInlineSnapshot(`
      "o000000000002 is followed by p000000000004, p000000000006.
      Deleted o000000000002 on local (http://127.0.0.1:4180, emulator, not Tavus).
      => 0"
    `);
  });

  test("what is shown compiles to what was sent, and reads as text and JSON alike", async () => {
    const on = project();
    await objectives(on, "push");
    const sent = (await objectives(on, "compile a.objectives")).output;
    await objectives(on, "show a.objectives -o shown.objectives");
    expect((await objectives(on, "compile shown.objectives")).output).toBe(sent);
    await objectives(on, "show a.objectives --json -o shown.json");
    const { output, errors } = await objectives(on, "decompile shown.json");
    expect([output, errors]).toEqual([on.files.texts.get(`${FOLDER}/shown.objectives`), ""]);
  });

  test("the state of the emulator is kept between commands, and nothing else is written", async () => {
    const on = project();
    await objectives(on, "push");
    expect([...on.files.texts.keys()].sort()).toEqual([
      "/project/.keep",
      "/project/.objectives/.gitignore",
      "/project/.objectives/lock.json",
      "/project/a.objectives",
      "/project/persona.json",
    ]);
    expect(await checkJson(on, "list --json")).toMatchInlineSnapshot(`
      {
        "sets": [
          {
            "file": "a.objectives",
            "name": "Intake",
            "objectives": 2,
            "objectives_id": "o000000000002",
          },
        ],
        "target": "local",
        "version": 1,
      }
    `);
  });
});

describe("plan", () => {
  test("says what would happen and changes nothing", async () => {
    const on = project();
    expect(await checkCli(on, "plan")).toMatchInlineSnapshot(`
      "Plan for local (http://127.0.0.1:4180, emulator, not Tavus)

      a.objectives is new and will be made
        + greet
        + close

      1 set to upload.
      => 0"
    `);
    expect(on.files.texts.has(`${FOLDER}/.objectives/lock.json`)).toBe(false);
    expect(await checkJson(on, "list --json")).toMatchObject({ sets: [] });
  });

  test("as JSON and for a pull request", async () => {
    const on = project();
    await objectives(on, "push");
    on.files.texts.set(`${FOLDER}/a.objectives`, GOOD.replace("Say goodbye.", "Bye."));
    expect(await checkJson(on, "plan --format json")).toMatchInlineSnapshot(`
      {
        "sets": [
          {
            "action": "update",
            "file": "a.objectives",
            "objectives": [
              {
                "change": "same",
                "name": "greet",
              },
              {
                "change": "changed",
                "fields": [
                  {
                    "field": "objective_prompt",
                    "new": "Bye.",
                    "old": "Say goodbye.",
                  },
                ],
                "name": "close",
              },
            ],
            "objectives_id": "o000000000002",
          },
        ],
        "target": "local",
      }
    `);
    expect((await objectives(on, "plan --format markdown")).output).toMatchInlineSnapshot(`
      "### Plan for local (http://127.0.0.1:4180, emulator, not Tavus)

      | Set | What happens | Objectives |
      | --- | --- | --- |
      | a.objectives | update | 1 changed |

      **a.objectives**

      \`\`\`diff
      ~ close
      -     prompt "Say goodbye."
      +     prompt "Bye."
      \`\`\`
      "
    `);
  });

  test("tells by its exit code on request whether something would change", async () => {
    const on = project();
    const exits = [];
    for (const line of ["plan", "plan --detailed-exit-code", "push", "plan --detailed-exit-code"]) {
      exits.push(`${line}: ${(await objectives(on, line)).exit}`);
    }
    expect(exits).toEqual([
      "plan: 0",
      "plan --detailed-exit-code: 1",
      "push: 0",
      "plan --detailed-exit-code: 0",
    ]);
  });
});

describe("push", () => {
  test("sends nothing while anything has an error", async () => {
    const on = stage({ "a.objectives": GOOD, "b.objectives": MISTAKEN });
    expect(await checkCli(on, "push")).toMatchInlineSnapshot(`
      "b.objectives:6:6 error unknown-objective No objective is called 'clos'. Did you mean 'close'?
          6 |   -> clos
            |      ^^^^
      error: 1 error in 1 file. Nothing was sent: mend them first.
      => 1"
    `);
    expect(await checkJson(on, "list --json")).toMatchObject({ sets: [] });
  });

  test("takes the sets that the target names, and leaves fragments to their sets", async () => {
    const config = { version: 1, targets: { local: { sets: ["flows"] } } };
    const on = stage({
      "flows/a.objectives": GOOD,
      "flows/part.objectives": 'objective part { prompt "x" }\n',
      "drafts/b.objectives": MISTAKEN,
      "objectives.json": JSON.stringify(config),
    });
    expect(await checkJson(on, "push --json")).toMatchObject({
      applied: true,
      sets: [{ file: "flows/a.objectives" }],
    });
  });

  test("leaves out what belongs to a project in a folder of this one, and refuses it when it is named", async () => {
    const on = stage({
      "objectives.json": '{"version": 1}',
      "a.objectives": GOOD,
      "other/objectives.json": '{"version": 1}',
      "other/b.objectives": GOOD,
    });
    expect(await checkJson(on, "push --json")).toMatchObject({ sets: [{ file: "a.objectives" }] });
    expect(await checkCli(on, "push a.objectives other/b.objectives")).toMatchInlineSnapshot(`
      "error: Not of the project in /project: other/b.objectives. Send each project by itself.
      => 2"
    `);
    expect(await checkJson(on, "push other/b.objectives --json")).toMatchObject({
      sets: [{ file: "b.objectives" }],
    });
  });

  test("prints the plan with what became of it for programs", async () => {
    expect(await checkJson(project(), "push --json")).toMatchInlineSnapshot(`
      {
        "applied": true,
        "sets": [
          {
            "action": "create",
            "file": "a.objectives",
            "objectives": [
              {
                "change": "added",
                "fields": [
                  {
                    "field": "objective_prompt",
                    "new": "Greet the caller.",
                    "old": "",
                  },
                  {
                    "field": "output_variables",
                    "new": [
                      "caller_name",
                    ],
                    "old": [],
                  },
                  {
                    "field": "next_required_objectives",
                    "new": [
                      "close",
                    ],
                    "old": [],
                  },
                ],
                "name": "greet",
              },
              {
                "change": "added",
                "fields": [
                  {
                    "field": "objective_prompt",
                    "new": "Say goodbye.",
                    "old": "",
                  },
                ],
                "name": "close",
              },
            ],
            "objectives_id": "o000000000002",
          },
        ],
        "target": "local",
      }
    `);
  });

  test("leaves drift to people", async () => {
    const on = project();
    await objectives(on, "push");
    on.files.texts.delete(`${FOLDER}/.objectives/lock.json`);
    on.files.texts.set(`${FOLDER}/a.objectives`, GOOD.replace("Say goodbye.", "Bye."));
    const { exit, errors } = await objectives(on, "push");
    expect([exit, errors.includes("Nothing was sent.")]).toEqual([5, true]);
  });

  test("says what stands on the platform when the lock cannot be written", async () => {
    const on = project({ fault: failingFile("writeFileAtomic", "lock.json", "full") });
    expect(await checkCli(on, "push")).toMatchInlineSnapshot(`
      "error: a.objectives: /project/.objectives/lock.json could not be written: the disk is full. Make room and try again. Nothing was sent.
      => 2"
    `);
  });

  test("names the file that another command uses", async () => {
    const on = project();
    await on.emulator.files.create("/project/.objectives/emulator.json.lock", "{}");
    expect(await checkCli(on, "push")).toMatchInlineSnapshot(`
      "error: The emulator's state /project/.objectives/emulator.json is in use by another process. Stop that emulator or choose another place for the state; if no emulator is running, delete /project/.objectives/emulator.json.lock.
      => 4"
    `);
  });

  test("ends with 130 when interrupted", async () => {
    const { exit, errors } = await objectives(project({ interruption: AbortSignal.abort() }), "push");
    expect([exit, errors.includes("nothing was changed")]).toEqual([130, true]);
  });
});

test("interrupted while a set is made, a push says what is not known, and the next one finds out", async () => {
  const interruption = new AbortController();
  const sets: object[] = [];
  const slow: typeof fetch = (address, init) =>
    new Promise((resolve, reject) => {
      if (init?.method === "POST") {
        sets.push({ objectives_id: "o1", ...(JSON.parse(String(init.body)) as object) });
        init.signal?.addEventListener("abort", () => reject(new DOMException("Aborted", "AbortError")));
        return interruption.abort();
      }
      const isList = String(address).includes("?");
      resolve(Response.json(isList ? { data: sets, total_count: sets.length } : sets[0]));
    });
  const on = stage(
    { "a.objectives": GOOD },
    { fetch: slow, environment: { TAVUS_API_KEY: KEY }, interruption: interruption.signal },
  );
  expect(await checkCli(on, "push --target tavus --yes --quiet")).toMatchInlineSnapshot(`
    "error: a.objectives: POST https://tavusapi.com/v2/objectives was cancelled on its way, and whether it was carried out is not known. Look at what is there before trying again. The next push looks for it first.
    => 130"
  `);
  const again = { ...on, props: { ...on.props, interruption: new AbortController().signal } };
  expect(await checkCli(again, "push --target tavus --yes")).toMatchInlineSnapshot(`
    "a.objectives: nothing to do, o1 on tavus (https://tavusapi.com) says the same.
    => 0"
  `);
});

describe("asking first", () => {
  const remote = (props: Props): Stage =>
    stage(
      { "a.objectives": GOOD, "objectives.json": STAGING },
      {
        environment: { OBJECTIVES_API_KEY: KEY, OBJECTIVES_API_ORIGIN: "https://staging.example.com" },
        ...props,
      },
    );
  const empty: typeof fetch = async () => Response.json({ data: [], total_count: 0 });

  test("shows the plan, and takes no for an answer", async () => {
    const on = remote({ answer: () => "n", fetch: empty });
    expect(await checkCli(on, "push --target staging")).toMatchInlineSnapshot(`
      "Plan for staging (https://staging.example.com)

      a.objectives is new and will be made
        + greet
        + close

      1 set to upload.
      Upload? [y/N] n
      Nothing was sent.
      => 5"
    `);
  });

  test("needs --yes where nobody is there", async () => {
    const { exit, errors } = await objectives(remote({ fetch: empty }), "push --target staging");
    expect([exit, errors.trim().split("\n").slice(-2)]).toMatchInlineSnapshot(`
      [
        2,
        [
          "error: There is nobody to ask here. Say --yes if it is to be done without asking.",
          "Nothing was sent.",
        ],
      ]
    `);
  });

  test("asks which target where a key for Tavus is set and nothing says", async () => {
    const environment = { TAVUS_API_KEY: KEY };
    expect(await checkCli(project({ environment }), "list")).toMatchInlineSnapshot(`
      "error: A key for https://tavusapi.com is set, and nothing says which target is meant: name one with --target, or set "defaultTarget" in objectives.json.
      => 2"
    `);
    expect(await checkCli(project({ environment, answer: () => "local" }), "list")).toMatchInlineSnapshot(`
      "Which target: local, tavus? local
      0 sets on local (http://127.0.0.1:4180, emulator, not Tavus).
      => 0"
    `);
  });

  test.each(["push", "attach o1 --persona p1", "delete o1"])(
    "%s: no, nobody, interrupted",
    async (command) => {
      const answering: typeof fetch = async (input) =>
        Response.json(
          String(input).includes("/o1") ? { uuid: "o1", data: [] } : { data: [], total_count: 0 },
        );
      const line = `${command} --target staging`;
      const asked = new AbortController();
      const exits = [
        await objectives(remote({ fetch: answering, answer: () => "n" }), line),
        await objectives(remote({ fetch: answering }), line),
        await objectives(
          remote({
            fetch: answering,
            interruption: asked.signal,
            answer: () => {
              asked.abort();
              return "";
            },
          }),
          line,
        ),
      ].map(({ exit, errors }) => [exit, /Nothing was (sent|deleted)\./.test(errors)]);
      expect(exits).toEqual([
        [5, true],
        [2, true],
        [130, true],
      ]);
    },
  );

  test("attaches the personas that objectives.json names", async () => {
    const config = { version: 1, targets: { local: { personas: { "a.objectives": ["p000000000009"] } } } };
    const on = stage({ "a.objectives": GOOD, "objectives.json": JSON.stringify(config) });
    await objectives(on, "push");
    expect(await checkCli(on, "attach a.objectives")).toMatchInlineSnapshot(`
      "error: GET http://127.0.0.1:4180/v2/personas/p000000000009 was refused with 404: Persona not found. It is not there, or belongs to another account. Nothing was changed.
      => 3"
    `);
  });
});

describe("a platform that does not do as asked", () => {
  const line = (url: string) => `push a.objectives --target local --url ${url}`;

  test.each([
    ["a wrong key", json(401, { message: "Invalid access token" }), 3],
    ["nonsense", json(200, "<html><title>Login</title></html>"), 4],
    ["a cut connection", cutAtOnce, 4],
    ["a redirect", json(302, "", { location: "https://example.com" }), 3],
  ] as const)("%s", async (_, answer, exit) => {
    await withServer([answer], async ({ url }) => {
      const heard = await objectives(project({ fetch }), line(url));
      expect([heard.exit, heard.output]).toEqual([exit, ""]);
      expect(heard.errors.replaceAll(url, "URL")).toMatchSnapshot();
    });
  });

  test("nothing listens where --url says", async () => {
    const { exit, errors } = await objectives(project(), line("http://127.0.0.1:4999"));
    expect([exit, errors]).toMatchInlineSnapshot(`
      [
        4,
        "error: GET http://127.0.0.1:4999/v2/objectives?limit=50&page=1 could not be done. Nothing listens there. Check the address and the network; nothing was changed. Nothing was sent.
      ",
      ]
    `);
  });

  test("what is not there", async () => {
    const on = project();
    expect(await checkCli(on, "show o1")).toMatchInlineSnapshot(`
      "error: GET http://127.0.0.1:4180/v2/objectives/o1 was refused with 404: Objective not found. It is not there, or belongs to another account.
      => 3"
    `);
    expect(await checkCli(on, "delete o1")).toMatchInlineSnapshot(`
      "error: GET http://127.0.0.1:4180/v2/objectives/o1 was refused with 404: Objective not found. It is not there, or belongs to another account.
      => 3"
    `);
    expect(await checkCli(on, "show b.objectives")).toMatchInlineSnapshot(`
      "error: b.objectives is not there. Check the path, or name a set by its id.
      => 2"
    `);
  });
});

describe("keys", () => {
  const COMMANDS = [
    "plan",
    "push --yes",
    "list",
    "show o1",
    "delete o1 --yes",
    "attach o1 --persona p1 --yes",
  ];

  test.each(COMMANDS)("a foreign --url never sees one: %s", async (command) => {
    await withServer([json(404, { error: "Not here" })], async ({ url, seen }) => {
      const environment = {
        TAVUS_API_KEY: KEY,
        OBJECTIVES_API_KEY: KEY,
        OBJECTIVES_API_ORIGIN: "https://example.com",
      };
      for (const target of ["local", "tavus"]) {
        const on = project({ fetch, environment });
        const heard = await objectives(on, `${command} --target ${target} --url ${url}`);
        expect(heard.output + heard.errors).not.toContain(KEY);
      }
      expect(seen.length).toBeGreaterThan(0);
      expect(JSON.stringify(seen)).not.toContain(KEY);
      expect(new Set(seen.map(({ key }) => key))).toEqual(new Set(["local"]));
    });
  });

  test.each(COMMANDS)("a foreign https address gets nothing at all: %s", async (command) => {
    const asked: string[] = [];
    const record: typeof fetch = async (input) => {
      asked.push(input instanceof Request ? input.url : input.toString());
      return Response.json({}, { status: 404 });
    };
    const on = project({ fetch: record, environment: { TAVUS_API_KEY: KEY } });
    const { exit, errors } = await objectives(on, `${command} --target tavus --url https://evil.example`);
    expect([exit, asked]).toEqual([2, []]);
    expect(errors).toContain("There is no key for https://evil.example");
  });

  test("goes to Tavus, in its header and nowhere else", async () => {
    const sent: Request[] = [];
    const record: typeof fetch = async (input, init) => {
      sent.push(new Request(input, init));
      return Response.json({ data: [], total_count: 0 });
    };
    const heard = await objectives(
      project({ fetch: record, environment: { TAVUS_API_KEY: KEY } }),
      "list --target tavus",
    );
    expect(sent.map(({ url, headers }) => [url, headers.get("x-api-key")])).toEqual([
      ["https://tavusapi.com/v2/objectives?limit=50&page=1", KEY],
    ]);
    expect(heard).toEqual({ exit: 0, output: "", errors: "0 sets on tavus (https://tavusapi.com).\n" });
  });
});

describe("progress", () => {
  test("plain lines where there is no terminal, and only when it takes long", async () => {
    expect((await objectives(project({ pace: "slow" }), "push")).errors).toMatchInlineSnapshot(`
      "a.objectives: looking …
      a.objectives: creating …
      a.objectives: reading back …
      "
    `);
    expect((await objectives(project({ pace: "slow" }), "push --quiet")).errors).toBe("");
    expect((await objectives(project(), "push")).errors).toBe("");
  });

  test("a bar on a terminal, which goes away", async () => {
    const { errors } = await objectives(project({ pace: "slow", terminal: "terminal" }), "push --no-color");
    expect(errors.replaceAll("\r\u001b[K", "\n")).toMatchInlineSnapshot(`
      "
      ░░░░░░░░░░░░░░░░░░░░ a.objectives: looking

      ░░░░░░░░░░░░░░░░░░░░ a.objectives: creating
      ░░░░░░░░░░░░░░░░░░░░ a.objectives: reading back
      "
    `);
    expect(errors.endsWith("\r\u001b[K")).toBe(true);
  });

  test("nothing moves while somebody is asked", async () => {
    const config = { version: 1, targets: { local: { confirm: "changes" } } };
    const on = stage(
      { "a.objectives": GOOD, "objectives.json": JSON.stringify(config) },
      { pace: "slow", terminal: "terminal", answer: () => "y", columns: 40 },
    );
    const { errors } = await objectives(on, "push --no-color");
    expect(errors.replaceAll("\r\u001b[K", "<")).toMatchInlineSnapshot(`
      "<░░░░░░░░░░░░░░░░░░░░ a.objectives: look<Plan for local (http://127.0.0.1:4180, emulator, not Tavus)

      a.objectives is new and will be made
        + greet
        + close

      1 set to upload.
      Upload? [y/N] y
      <░░░░░░░░░░░░░░░░░░░░ a.objectives: crea<░░░░░░░░░░░░░░░░░░░░ a.objectives: read<"
    `);
  });
});

test("an emulator that listens is used instead of the one inside", async () => {
  const asked: string[] = [];
  const listening: typeof fetch = async (input, init) => {
    asked.push(`${init?.method ?? "GET"} ${input instanceof Request ? input.url : input.toString()}`);
    return Response.json({ data: [], total_count: 0 });
  };
  await objectives(project({ fetch: listening }), "list");
  expect(asked).toEqual([
    "HEAD http://127.0.0.1:4180",
    "GET http://127.0.0.1:4180/v2/objectives?limit=50&page=1",
  ]);
});

function personaOf(report: unknown): string {
  const { personas } = report as { personas: readonly { persona_id: string }[] };
  return personas[0]?.persona_id ?? "";
}
