// Plans and outcomes, as people and as programs read them.
import { expect, test } from "vitest";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import type { SetDocument } from "../../server/src/language/compile/payload.ts";
import type { Plan, RemoteState } from "../../server/src/sync/plan.ts";
import { planSet } from "../../server/src/sync/plan.ts";
import type { Painter } from "../../server/src/sync/report.ts";
import {
  PLAIN,
  planJson,
  planLines,
  planMarkdown,
  pushJson,
  pushLines,
} from "../../server/src/sync/report.ts";
import { FILE, GREETING, objective, set, stage } from "./stage.ts";

const REMOTE = set(
  "Greeting",
  objective("greet", {
    variables: ["mood"],
    conditional: [
      ["wrap_up", "If in a hurry"],
      ["talk", "Else"],
    ],
  }),
  objective("wrap_up", { required: ["end"] }),
  objective("talk", { callback: "https://example.com/a" }),
  objective("end"),
  objective("old thing"),
);

const LOCAL = set(
  "Welcome",
  objective("greet", {
    prompt: 'Say "hello".',
    variables: ["mood", "name"],
    confirmation: "manual",
    conditional: [
      ["wrap_up", "If in a hurry"],
      ["talk", "In any other case"],
    ],
  }),
  objective("talk", { modality: "visual", required: ["end"] }),
  objective("wrap_up", { required: ["end"] }),
  objective("end"),
  objective("new", { required: ["end"] }),
);

async function planOf(
  ...sets: readonly (readonly [string, SetDocument, SetDocument | undefined, RemoteState])[]
): Promise<Plan> {
  const { target } = await stage();
  return { target, sets: sets.map(([file, local, base, remote]) => planSet(file, local, base, remote)) };
}

const there = (document: SetDocument): RemoteState => ({ kind: "there", id: "o1", document });

async function everyAction(): Promise<Plan> {
  return planOf(
    ["intake.objectives", LOCAL, REMOTE, there(REMOTE)],
    ["new.objectives", GREETING, undefined, { kind: "absent", namesakes: [] }],
    ["same.objectives", GREETING, GREETING, there(GREETING)],
  );
}

test("a plan for people says what changes in the words of the language", async () => {
  expect(planLines(await everyAction(), PLAIN).join("\n")).toMatchInlineSnapshot(`
    "Plan for local (http://127.0.0.1:4180, emulator, not Tavus)

    intake.objectives (o1) will be changed
      ~ name
          - "Greeting"
          + "Welcome"
      ~ greet
          - prompt "Do greet."
          + prompt "Say \\"hello\\"."
          - collect mood
          + collect mood, name
          - confirm auto
          + confirm manual
          - -> talk when "Else"
          + -> talk when "In any other case"
      ~ talk (moved, too)
          - modality verbal
          + modality visual
          - callback "https://example.com/a"
          + -> end
      + new
      - "old thing"

    new.objectives is new and will be made
      + greet
      + wrap_up

    same.objectives (o1) says the same; nothing to do

    2 sets to upload."
  `);
});

test("a plan that needs decisions says so last, and what to decide with each set", async () => {
  const plan = await planOf(
    ["a.objectives", GREETING, GREETING, there(REMOTE)],
    ["b.objectives", GREETING, undefined, { kind: "gone", id: "o1", namesakes: ["o2", "o3"] }],
  );
  expect(planLines(plan, PLAIN)).toContain("  A push would undo what was changed there:");
  expect(planLines(plan, PLAIN).slice(-6).join("\n")).toMatchInlineSnapshot(`
    "b.objectives (o1) has a namesake on the platform
      + greet
      + wrap_up
    b.objectives: the set o1 is gone, and 2 sets of this name that did not come from this file are there already: o2, o3. Nothing was sent. To make one of them, such as o2, the set of this file: \`objectives pull o2 -o b.objectives --target local\`. Or give this set another name in its first line, or delete the other with \`objectives delete o2 --target local\`, and push again.

    2 sets need a decision; nothing is sent until then."
  `);
});

interface Report {
  readonly target: string;
  readonly sets: readonly {
    readonly file: string;
    readonly action: string;
    readonly objectives_id?: string;
  }[];
}

function readReport(json: string | undefined): Report {
  return JSON.parse(json ?? "null") as Report;
}

test("a plan for programs keeps every condition in its place, whatever its target is called", async () => {
  const conditional = (...targets: readonly string[]): SetDocument =>
    set("x", objective("a", { conditional: targets.map((target) => [target, "w"] as const) }));
  const before = conditional("b", "10");
  const plan = await planOf([
    "a.objectives",
    conditional("b", "10", "9", "__proto__"),
    before,
    there(before),
  ]);
  expect(planJson(plan).split("\n").slice(-22).join("\n")).toMatchInlineSnapshot(`
    "          "name": "a",
              "change": "changed",
              "fields": [
                {
                  "field": "next_conditional_objectives",
                  "old": {
                    "b": "w",
                    "10": "w"
                  },
                  "new": {
                    "b": "w",
                    "10": "w",
                    "9": "w",
                    "__proto__": "w"
                  }
                }
              ]
            }
          ]
        }
      ]
    }"
  `);
});

test("a plan for programs", async () => {
  const { target, sets } = readReport(planJson(await everyAction()));
  expect(target).toBe("local");
  expect(sets.map(({ file, action, objectives_id: id }) => [file, action, id])).toEqual([
    ["intake.objectives", "update", "o1"],
    ["new.objectives", "create", undefined],
    ["same.objectives", "unchanged", "o1"],
  ]);
  expect(sets[0]).toMatchInlineSnapshot(`
    {
      "action": "update",
      "file": "intake.objectives",
      "name": {
        "new": "Welcome",
        "old": "Greeting",
      },
      "objectives": [
        {
          "change": "changed",
          "fields": [
            {
              "field": "objective_prompt",
              "new": "Say "hello".",
              "old": "Do greet.",
            },
            {
              "field": "output_variables",
              "new": [
                "mood",
                "name",
              ],
              "old": [
                "mood",
              ],
            },
            {
              "field": "confirmation_mode",
              "new": "manual",
              "old": "auto",
            },
            {
              "field": "next_conditional_objectives",
              "new": {
                "talk": "In any other case",
                "wrap_up": "If in a hurry",
              },
              "old": {
                "talk": "Else",
                "wrap_up": "If in a hurry",
              },
            },
          ],
          "name": "greet",
        },
        {
          "change": "changed",
          "fields": [
            {
              "field": "modality",
              "new": "visual",
              "old": "verbal",
            },
            {
              "field": "callback_url",
              "new": "",
              "old": "https://example.com/a",
            },
            {
              "field": "next_required_objectives",
              "new": [
                "end",
              ],
              "old": [],
            },
          ],
          "name": "talk",
        },
        {
          "change": "same",
          "name": "wrap_up",
        },
        {
          "change": "same",
          "name": "end",
        },
        {
          "change": "added",
          "fields": [
            {
              "field": "objective_prompt",
              "new": "Do new.",
              "old": "",
            },
            {
              "field": "next_required_objectives",
              "new": [
                "end",
              ],
              "old": [],
            },
          ],
          "name": "new",
        },
        {
          "change": "removed",
          "fields": [
            {
              "field": "objective_prompt",
              "new": "",
              "old": "Do old thing.",
            },
          ],
          "name": "old thing",
        },
      ],
      "objectives_id": "o1",
    }
  `);
});

test("a plan for a pull request", async () => {
  expect(planMarkdown(await everyAction(), inEnglish).join("\n")).toMatchInlineSnapshot(`
    "### Plan for local (http://127.0.0.1:4180, emulator, not Tavus)

    | Set | What happens | Objectives |
    | --- | --- | --- |
    | intake.objectives | update | 1 added, 2 changed, 1 removed |
    | new.objectives | create | 2 added |
    | same.objectives | unchanged | nothing changes |

    **intake.objectives**

    \`\`\`diff
    ~ name
    -     "Greeting"
    +     "Welcome"
    ~ greet
    -     prompt "Do greet."
    +     prompt "Say \\"hello\\"."
    -     collect mood
    +     collect mood, name
    -     confirm auto
    +     confirm manual
    -     -> talk when "Else"
    +     -> talk when "In any other case"
    ~ talk (moved, too)
    -     modality verbal
    +     modality visual
    -     callback "https://example.com/a"
    +     -> end
    + new
    - "old thing"
    \`\`\`

    **new.objectives**

    \`\`\`diff
    + greet
    + wrap_up
    \`\`\`"
  `);
});

test("no name can leave its place in Markdown", async () => {
  const odd = set("x", objective("```\n| <b>", { prompt: "````" }), objective("y", { prompt: "p" }));
  const markdown = planMarkdown(
    await planOf(["a|b`*.objectives", odd, odd, there(set("x", objective("y")))]),
    inEnglish,
  );
  expect(markdown.join("\n")).toMatchInlineSnapshot(`
    "### Plan for local (http://127.0.0.1:4180, emulator, not Tavus)

    | Set | What happens | Objectives |
    | --- | --- | --- |
    | a\\|b\\\`\\*.objectives | drifted | 1 added, 1 changed |

    **a\\|b\\\`\\*.objectives**

    \`\`\`text
    a|b\`*.objectives: the set o1 was changed on the platform since the last upload, and the text was not. Nothing was sent. To take it over into the text: \`objectives pull 'a|b\`*.objectives' --target local\`.
    \`\`\`

    \`\`\`\`diff
    A push would undo what was changed there:
    + "\`\`\`\\n| <b>"
    ~ y
    -     prompt "Do y."
    +     prompt "p"
    \`\`\`\`"
  `);
});

test("colours are the painter's, and the words stay the same", async () => {
  const plan = await everyAction();
  const paint = (text: string): string => `⟦${text}⟧`;
  const brackets: Painter = {
    words: inEnglish,
    added: paint,
    removed: paint,
    changed: paint,
    strong: paint,
    faint: paint,
    problem: paint,
  };
  const painted = planLines(plan, brackets).join("\n");
  expect(painted).toContain("⟦  + new⟧");
  expect(painted.replaceAll(/[⟦⟧]/g, "")).toBe(planLines(plan, PLAIN).join("\n"));
});

test("a push for programs says whether all was applied, and which ids there are now", async () => {
  const it = await stage();
  const sets = [{ file: FILE, document: GREETING }];
  const declined = readReport(pushJson(await it.pushed(sets, async () => "no")));
  expect(declined).toMatchObject({
    target: "local",
    applied: false,
    sets: [{ file: FILE, action: "create" }],
  });
  expect(declined.sets[0]).not.toHaveProperty("objectives_id");
  const done = readReport(pushJson(await it.pushed(sets)));
  const id = (await it.kept()).id;
  expect(done).toMatchObject({ applied: true, sets: [{ file: FILE, action: "create", objectives_id: id }] });
  const again = readReport(pushJson(await it.pushed(sets)));
  expect(again).toMatchObject({ applied: true, sets: [{ action: "unchanged", objectives_id: id }] });
});

test("where no plan could be made there is nothing for programs, but words for people", async () => {
  const it = await stage({ intercept: () => Promise.reject(new TypeError("fetch failed")) });
  const result = await it.pushed([{ file: FILE, document: GREETING }]);
  expect(pushJson(result)).toBeUndefined();
  expect(pushLines(result, PLAIN)).toHaveLength(1);
});
