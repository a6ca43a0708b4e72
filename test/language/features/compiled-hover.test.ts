// What is said of a value in compiled JSON.
import { expect, test } from "vitest";
import { compile } from "../../../server/src/language/compile/compile.ts";
import { writePayload } from "../../../server/src/language/compile/write-payload.ts";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { compiledHover } from "../../../server/src/language/features/compiled-hover.ts";
import { markdownOf } from "../../../server/src/language/features/hover/paragraphs.ts";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import { modelOf } from "../../support/fixture.ts";

const SET = `objectives "Intake"
defaults { confirm manual }
objective greet {
  prompt """
    Greet them.
    Ask for a name.
    """
  -> close
}
objective close { prompt "Close." }
`;

/** What is said of the first place in the compiled JSON that reads like this. */
function checkHover(words: string, set = SET) {
  const model = modelOf(set);
  const compiled = compile(check(model));
  const document = compiled.kind === "document" ? compiled.document : { name: "", objectives: [] };
  const json = writePayload(document, "single");
  if (typeof json !== "string") throw new Error("It cannot be written.");
  const hover = compiledHover(model, document, json, json.indexOf(words) + 1);
  if (!hover) return expect("nothing");
  return expect(
    `${json.slice(hover.span.start, hover.span.end)}\n---\n${markdownOf(hover.paragraphs, inEnglish)}`,
  );
}

test("a text, as it is written", () => {
  checkHover("Greet them").toMatchInlineSnapshot(`
    ""Greet them.\\nAsk for a name."
    ---
    \`objective_prompt\`: What the agent should achieve. The more detail, the better: one goal, and an outcome that can be observed.

    \`\`\`\`objectives
    """
    Greet them.
    Ask for a name.
    """
    \`\`\`\`"
  `);
});

test("a value of the defaults", () => {
  checkHover('"manual"').toMatchInlineSnapshot(`
    ""manual"
    ---
    \`confirmation_mode\`: Who decides that the objective is completed: the platform's model (\`auto\`, the built-in value) or the participant (\`manual\`).

    From the defaults:

    \`\`\`\`objectives
    confirm manual
    \`\`\`\`"
  `);
});

test("a value that nobody says", () => {
  checkHover('"verbal"').toMatchInlineSnapshot(`
    ""verbal"
    ---
    \`modality\`: Whether the objective is completed by the participant's spoken or visible response: \`verbal\` (the built-in value) or \`visual\`.

    Nobody says it: the value is the platform's own."
  `);
});

test("a link, by its key", () => {
  checkHover('"next_required_objective"').toMatchInlineSnapshot(`
    ""next_required_objective"
    ---
    \`next_required_objective\`: The objectives that follow: an arrow with a condition, or without one.

    \`\`\`\`objectives
    -> close
    \`\`\`\`"
  `);
});

test("a link to an objective that is called as a field is", () => {
  const set = `objectives "S"
objective a { prompt "p" -> "modality" when "They see it" }
objective "modality" { prompt "p" }
`;
  checkHover('"They see it"', set).toMatchInlineSnapshot(`
    ""They see it"
    ---
    \`next_conditional_objectives\`: The objectives that follow: an arrow with a condition, or without one.

    \`\`\`\`objectives
    -> "modality" when "They see it"
    \`\`\`\`"
  `);
});

test("nothing, where no value of the set is", () => {
  checkHover("{").toMatchInlineSnapshot(`"nothing"`);
});
