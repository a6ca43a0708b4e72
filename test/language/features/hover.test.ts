// What is said of the word under the cursor.
import { describe, expect, test } from "vitest";
import { hover } from "../../../server/src/language/features/hover.ts";
import { bracketed, marked } from "../../support/marked.ts";

/** What is said, below the line in which the word stands in brackets. */
function checkHover(source: string) {
  const { model, point, text } = marked(source);
  const said = hover(model, point);
  if (!said) return expect("nothing");
  const line =
    bracketed(text, said.span)
      .split("\n")
      .find((it) => it.includes("«")) ?? "";
  return expect(`${line.trim()}\n---\n${said.markdown}`);
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
  **e** · an end

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
  **b** · an end

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
      **good** · an end

      > p

      confirm \`manual\` · modality \`visual\`

      Collected before it on every way: \`mood\`, \`full_name\`

      Comes from

      - \`greet\` when “They are well”
      - \`bad\`"
    `);
    checkHover(at("objective greet", "objective gr$0eet")).toMatchInlineSnapshot(`
      "objective «greet» {
      ---
      **greet** · the start

      The *first* thing.

      > Greet the Smile \\& Co caller: 1 \\< 2.

      collects \`mood\`, \`full_name\` · confirm \`manual\`

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

      - \`good\`"
    `);
  });

  test("from a scenario's step as well", () => {
    checkHover(at('scenario "s" { greet {', 'scenario "s" { greet$0 {')).toMatchInlineSnapshot(`
      "scenario "s" { «greet» { mood = "x" } good end }
      ---
      **greet** · the start

      The *first* thing.

      > Greet the Smile \\& Co caller: 1 \\< 2.

      collects \`mood\`, \`full_name\` · confirm \`manual\`

      Leads to

      - \`good\` when “They are well”
      - \`bad\` otherwise"
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
    - \`bad\`"
  `);
  checkHover(at("{ mood =", "{ mo$0od =")).toMatchInlineSnapshot(`
    "scenario "s" { greet { «mood» = "x" } good end }
    ---
    **mood** · variable

    Collected by

    - \`greet\`
    - \`bad\`"
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
    \`modality\`: Whether the objective is completed by the participant's spoken or visible response: \`verbal\` (the built-in value) or \`visual\`."
  `);
  checkHover(at("otherwise", "other$0wise")).toMatchInlineSnapshot(`
    "-> bad «otherwise»
    ---
    \`otherwise\`: The next objective where no condition holds."
  `);
  checkHover(at(" end }", " en$0d }")).toMatchInlineSnapshot(`
    "scenario "s" { greet { mood = "x" } good «end» }
    ---
    \`end\`: the conversation is over here."
  `);
});

test.each([
  ["a text", at("Greet the", "Gre$0et the")],
  ["a comment", at("*first*", "*fi$0rst*")],
  ["a word that is none", "objective a { attem$0pts 3 }"],
  ["an empty file", "$0"],
])("nothing on %s", (_, source) => checkHover(source).toBe("nothing"));
