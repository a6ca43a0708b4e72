// What is said of the word under the cursor.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { markdownOf } from "../../../server/src/language/features/hover/paragraphs.ts";
import { hover } from "../../../server/src/language/features/hover.ts";
import { withParams } from "../../../server/src/language/model/analyze.ts";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import { MAIN, modelOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { bracketed, marked } from "../../support/marked.ts";
import { anyDamagedProgram } from "../../support/program-generators.ts";

/** What is said, below the line in which the word stands in brackets. */
function checkHover(source: string) {
  const { sets, point, text } = marked(source);
  const [first, ...others] = sets;
  const said = hover([check(first), ...others.map((model) => check(model))], point);
  if (!said) return expect("nothing");
  const line =
    bracketed(text, said.span)
      .split("\n")
      .find((it) => it.includes("«")) ?? "";
  return expect(`${line.trim()}\n---\n${markdownOf(said.paragraphs, inEnglish)}`);
}

const SET = `
objectives "Dental"
param brand = "Smile & Co"
defaults { confirm manual }

/// The *first* thing.
objective greet {
  prompt "Greet the \${brand} caller: 1 < 2."
  collect mood, full_name
  -> good when "They are well"
  -> bad otherwise
}
objective good { prompt "p" modality visual }
objective bad { prompt """
  - one
  - two
  """ confirm auto collect mood -> good }
scenario "s" { greet { mood = "x" } good end }
`;
const at = (from: string, to: string): string => SET.replace(from, to);

describe("an objective", () => {
  test("says what is collected before it on every way, and no more of it than can be read", () => {
    checkHover(`
objectives "S"
objective a { prompt "p" collect x, y -> b when "c" -> d otherwise }
objective b { prompt "p" collect z -> e }
objective d { prompt "p" collect y, z, w -> e }
objective $0e { prompt "p" }
`).toMatchInlineSnapshot(`
  "objective «e» { prompt "p" }
  ---
  **e** · end

  > p

  Collected before it on every way: \`x\`, \`y\`, \`z\`

  Comes from

  - \`b\`
  - \`d\`"
`);
    checkHover(`
objectives "S"
objective a { prompt "p" collect v0, v1, v2, v3, v4, v5, v6, v7, v8, v9 -> b }
objective $0b { prompt "p" }
`).toMatchInlineSnapshot(`
  "objective «b» { prompt "p" }
  ---
  **b** · end

  > p

  Collected before it on every way: \`v0\`, \`v1\`, \`v2\`, \`v3\`, \`v4\`, \`v5\`, \`v6\`, \`v7\` and 2 more

  Comes from

  - \`a\`"
`);
  });

  test("says what it is, where it comes from and where it leads", () => {
    checkHover(at("-> good when", "-> go$0od when")).toMatchInlineSnapshot(`
      "-> «good» when "They are well"
      ---
      **good** · end

      > p

      confirm \`manual\` (from the defaults) · modality \`visual\`

      Collected before it on every way: \`mood\`, \`full_name\`

      Comes from

      - \`greet\` when “They are well”
      - \`bad\`

      Findings

      - With 'visual' the agent has to see: give its persona a perception layer, or this is never completed."
    `);
    checkHover(at("objective greet", "objective gr$0eet")).toMatchInlineSnapshot(`
      "objective «greet» {
      ---
      **greet** · start

      The *first* thing.

      > Greet the Smile \\& Co caller: 1 \\< 2.

      collects \`mood\`, \`full_name\` · confirm \`manual\` (from the defaults)

      Leads to

      - \`good\` when “They are well”
      - \`bad\` otherwise"
    `);
    checkHover(at("-> bad otherwise", "-> $0bad otherwise")).toMatchInlineSnapshot(`
      "-> «bad» otherwise
      ---
      **bad**

      > \\- one  
      > \\- two

      collects \`mood\`

      Collected before it on every way: \`mood\`, \`full_name\`

      Comes from

      - \`greet\` otherwise

      Leads to

      - \`good\`

      Findings

      - 'mood' is collected again here: on the way greet → bad the later value replaces the earlier. Collect it once, or give one of the two another name."
    `);
  });

  test("from a scenario's step as well", () => {
    checkHover(at('scenario "s" { greet {', 'scenario "s" { greet$0 {')).toMatchInlineSnapshot(`
      "scenario "s" { «greet» { mood = "x" } good end }
      ---
      **greet** · start

      The *first* thing.

      > Greet the Smile \\& Co caller: 1 \\< 2.

      collects \`mood\`, \`full_name\` · confirm \`manual\` (from the defaults)

      Leads to

      - \`good\` when “They are well”
      - \`bad\` otherwise

      Step 1 of 2

      May be followed by

      - \`good\`
      - \`bad\`"
    `);
  });

  test("that nothing declares has nothing to say", () => {
    checkHover(at("-> bad", "-> wo$0rse")).toBe("nothing");
  });
});

test("variables and params", () => {
  checkHover(at("collect mood,", "collect mo$0od,")).toMatchInlineSnapshot(`
    "collect «mood», full_name
    ---
    **mood** · variable

    Collected by

    - \`greet\`
    - \`bad\`

    Scenarios that give it a value

    - “s”"
  `);
  checkHover(at("{ mood =", "{ mo$0od =")).toMatchInlineSnapshot(`
    "scenario "s" { greet { «mood» = "x" } good end }
    ---
    **mood** · variable

    Collected by

    - \`greet\`
    - \`bad\`

    Scenarios that give it a value

    - “s”"
  `);
  checkHover(at("${brand}", "${bra$0nd}")).toMatchInlineSnapshot(`
    "prompt "Greet the \${«brand»} caller: 1 < 2."
    ---
    **brand** · param

    Its value: \`Smile & Co\`

    Used once."
  `);
  checkHover('param hooks$0\nobjective a { callback "${hooks}" }').toMatchInlineSnapshot(`
    "param «hooks»
    ---
    **hooks** · param

    Its value comes from the target.

    Used once."
  `);
});

test("words of the language", () => {
  checkHover(at("defaults", "def$0aults")).toMatchInlineSnapshot(`
    "«defaults» { confirm manual }
    ---
    \`defaults\`: What every objective of this file says unless it says otherwise: \`confirm\`, \`modality\`, \`callback\`."
  `);
  checkHover(at("confirm manual", "confirm ma$0nual")).toMatchInlineSnapshot(`
    "defaults { confirm «manual» }
    ---
    \`manual\`: The participant confirms: the platform sends \`conversation.objective.pending\`, and the client answers with \`conversation.objective.confirm\`."
  `);
  checkHover(at("modality visual", "moda$0lity visual")).toMatchInlineSnapshot(`
    "objective good { prompt "p" «modality» visual }
    ---
    \`modality\`: Whether the objective is completed by the participant's spoken or visible response: \`verbal\` (the built-in value) or \`visual\`.

    Field of the platform: \`modality\`"
  `);
  checkHover(at("otherwise", "other$0wise")).toMatchInlineSnapshot(`
    "-> bad «otherwise»
    ---
    \`otherwise\`: The next objective where no condition holds.

    Field of the platform: \`next_conditional_objectives\`"
  `);
  checkHover(at(" end }", " en$0d }")).toMatchInlineSnapshot(`
    "scenario "s" { greet { mood = "x" } good «end» }
    ---
    \`end\`: The conversation is over here."
  `);
});

test.each([
  ["a text", at("Greet the", "Gre$0et the")],
  ["a comment", at("*first*", "*fi$0rst*")],
  ["a word that is none", "objective a { attem$0pts 3 }"],
  ["an empty file", "$0"],
])("nothing on %s", (_, source) => checkHover(source).toBe("nothing"));

describe("a variable", () => {
  const WAYS = `objectives "S"
objective a { prompt "p" collect x, y -> b when "1" -> c otherwise }
objective b { prompt "p" collect z -> d }
objective c { prompt "p" -> d }
objective d { prompt "p" collect x, y, z }
scenario "One" { a { x = "1" } c }
`;
  test("that is collected before on every way, or on some", () => {
    checkHover(WAYS.replace("collect x, y, z", "collect $0x, y, z")).toMatchInlineSnapshot(`
      "objective d { prompt "p" collect «x», y, z }
      ---
      **x** · variable

      Collected by

      - \`a\`
      - \`d\`

      It is collected before this on every way.

      Scenarios that give it a value

      - “One”"
    `);
    checkHover(WAYS.replace("collect x, y, z", "collect x, y, $0z")).toMatchInlineSnapshot(`
      "objective d { prompt "p" collect x, y, «z» }
      ---
      **z** · variable

      Collected by

      - \`b\`
      - \`d\`

      It is collected before this on some ways, not on every one."
    `);
  });

  test("that nobody collects", () => {
    checkHover(`objective a { }\nscenario "s" { a { mo$0od = "x" } }`).toMatchInlineSnapshot(`
      "scenario "s" { a { «mood» = "x" } }
      ---
      **mood** · variable

      No objective collects it.

      Scenarios that give it a value

      - “s”"
    `);
  });
});

test("a param that a target gives a value", () => {
  const { model, point } = marked('param ho$0oks = "a"\nobjective a { callback "${hooks}" }');
  const said = (target?: string): string => {
    const given = withParams(model, new Map([["hooks", "b"]]), target);
    return markdownOf(hover([check(given)], point)?.paragraphs ?? [], inEnglish);
  };
  expect(said("staging")).toContain("Its value for `staging`: `b`\n\nWithout that: `a`");
  expect(said()).toContain("The value that is given: `b`\n\nWithout that: `a`");
});

describe("files", () => {
  const FILES = `objectives "One"
include "./shared.objectives"
include "./gone.objectives"
include "../x.objectives"
include "./two.objectives"
objective greet { prompt "p" -> close }
// two.objectives
objectives "Two"
include "./shared.objectives"
// shared.objectives
include "./more.objectives"
param p = "x"
objective close { prompt "p" -> more }
scenario "s" { }
// more.objectives
include "./shared.objectives"
objective more { prompt "p" }
`;
  const inFiles = (from: string, to: string): string => FILES.replace(from, to);

  test("what an include brings, and why one brings nothing", () => {
    checkHover(inFiles("./shared", "./sha$0red")).toMatchInlineSnapshot(`
      "include «"./shared.objectives"»
      ---
      \`./shared.objectives\`

      fragment · 1 objective · 1 param · 1 scenario

      Brings

      - \`close\`

      Includes

      - \`./more.objectives\`"
    `);
    checkHover(inFiles("./gone", "./go$0ne")).toMatchInlineSnapshot(`
      "include «"./gone.objectives"»
      ---
      \`./gone.objectives\`

      There is no such file."
    `);
    checkHover(inFiles("../x", "../$0x")).toMatchInlineSnapshot(`
      "include «"../x.objectives"»
      ---
      \`../x.objectives\`

      It lies outside of the workspace, where nothing can be included from."
    `);
    checkHover(inFiles("./two", "./t$0wo")).toMatchInlineSnapshot(`
      "include «"./two.objectives"»
      ---
      \`./two.objectives\`

      It is a set of its own, which cannot be a part of another."
    `);
    checkHover(
      inFiles(
        '\ninclude "./shared.objectives"\nobjective more',
        '\ninclude "./$0shared.objectives"\nobjective more',
      ),
    ).toMatchInlineSnapshot(`
      "include «"./shared.objectives"»
      ---
      \`./shared.objectives\`

      It includes this file in the end, so it brings nothing more."
    `);
  });

  test("a set at a glance", () => {
    checkHover(inFiles('"One"', '"$0One"')).toMatchInlineSnapshot(`
      "objectives «"One"»
      ---
      **One** · set

      3 objectives · 1 param · 1 scenario

      3 files

      Starts with \`greet\`

      Ends with

      - \`more\`"
    `);
    checkHover('objectives "$0Empty"').toMatchInlineSnapshot(`
      "objectives «"Empty"»
      ---
      **Empty** · set"
    `);
  });

  test("in a shared file, what another set sees otherwise", () => {
    checkHover(inFiles("objective close", "objective clo$0se")).toMatchInlineSnapshot(`
      "objective «close» { prompt "p" -> more }
      ---
      **close**

      > p

      Comes from

      - \`greet\`

      Leads to

      - \`more\`

      This is what it is in “One”, and not in “Two”."
    `);
  });

  test("in a shared file, what only another set than the first knows", () => {
    checkHover(`objectives "One"
include "./shared.objectives"
// two.objectives
objectives "Two"
include "./shared.objectives"
objective close { prompt "p" }
// shared.objectives
objective ask { prompt "p" -> $0close }
`).toMatchInlineSnapshot(`
  "objective ask { prompt "p" -> «close» }
  ---
  **close** · end

  > p

  Comes from

  - \`ask\`

  This is what it is in “Two”, and not in “One”."
`);
  });

  test("in a shared file, once what every set sees", () => {
    checkHover(inFiles("param p", "param $0p")).toMatchInlineSnapshot(`
      "param «p» = "x"
      ---
      **p** · param

      Its value: \`x\`

      Nothing uses it."
    `);
  });
});

describe("a scenario", () => {
  const SCENARIOS = `objectives "S"
objective a { prompt "p" -> b when "1" -> c otherwise }
objective b { prompt "p" }
objective c { prompt "p" }
scenario "Right" { a c }
scenario "Wrong" { a a }
`;
  test("how far it goes", () => {
    checkHover(SCENARIOS.replace("Right", "Ri$0ght")).toMatchInlineSnapshot(`
      "scenario «"Right"» { a c }
      ---
      **Right** · scenario

      \`a\` → \`c\`

      The set lets all of its steps follow one another."
    `);
    checkHover(SCENARIOS.replace("Wrong", "Wr$0ong")).toMatchInlineSnapshot(`
      "scenario «"Wrong"» { a a }
      ---
      **Wrong** · scenario

      \`a\` → \`a\`

      It stops before \`a\`, which cannot follow there."
    `);
  });

  test("what may follow a step", () => {
    checkHover(SCENARIOS.replace("{ a c", "{ $0a c")).toMatchInlineSnapshot(`
      "scenario "Right" { «a» c }
      ---
      **a** · start

      > p

      Leads to

      - \`b\` when “1”
      - \`c\` otherwise

      Step 1 of 2

      May be followed by

      - \`b\`
      - \`c\`"
    `);
  });
});

test("of an objective: values from defaults, what is found in it but not here, and whether anything leads there", () => {
  checkHover(`objectives "S"
defaults { modality visual callback "https://example.com" }
objective a { prompt "p" -> b$0 -> c }
objective b { prompt "" modality verbal callback "https://x.org" }
objective c { prompt "p" }
objective lost { prompt "p" -> c }
`).toMatchInlineSnapshot(`
  "objective a { prompt "p" -> «b» -> c }
  ---
  **b** · end

  callback \`https://x.org\`

  Comes from

  - \`a\`

  Findings

  - The prompt is empty: say it in words."
`);
  checkHover(`objectives "S"
objective a { prompt "p" -> c }
objective c { prompt "p" }
objective $0lost { prompt "p" -> c }
`).toMatchInlineSnapshot(`
  "objective «lost» { prompt "p" -> c }
  ---
  **lost** · unreachable

  > p

  Leads to

  - \`c\`"
`);
});

test("an arrow, and what the platform calls it", () => {
  checkHover("objective a { -$0> a }").toMatchInlineSnapshot(`
    "objective a { «->» a }
    ---
    \`->\`: Leads to an objective that follows this one.

    Field of the platform: \`next_required_objectives\`, or \`next_required_objective\`"
  `);
  checkHover('objective a { -$0> a when "x" }').toMatchInlineSnapshot(`
    "objective a { «->» a when "x" }
    ---
    \`->\`: Leads to an objective that follows this one.

    Field of the platform: \`next_conditional_objectives\`"
  `);
});

test("with tabs, CRLF and emoji, at the very start and end", () => {
  checkHover('objective a {\r\n\tprompt "👩‍👧"\r\n\t-> $0a').toMatchInlineSnapshot(`
    "-> «a»
    ---
    **a**

    > 👩‍👧

    Leads to

    - \`a\`

    Findings

    - No set includes this file, so it is never uploaded: include it in one, or begin it with a line such as objectives "Name"."
  `);
  checkHover("$0objective a").toMatchInlineSnapshot(`
    "«objective» a
    ---
    \`objective\`: One goal of the conversation, with the objectives that follow it.

    Field of the platform: \`objective_name\`"
  `);
  checkHover("objective a$0").toMatchInlineSnapshot(`
    "objective «a»
    ---
    **a** · end"
  `);
});

test("of any damaged text what it says is of a span that touches the place", { timeout: LAW_TIMEOUT }, () => {
  fc.assert(
    fc.property(anyDamagedProgram, fc.nat(), (text, pick) => {
      const offset = pick % (text.length + 1);
      const said = hover([check(modelOf(text))], { file: MAIN, offset });
      if (!said) return;
      expect(said.span.start <= offset && offset <= said.span.end).toBe(true);
      expect(markdownOf(said.paragraphs, inEnglish)).not.toBe("");
    }),
    LAW,
  );
});
