// Fences of `objectives` in Markdown: coloured inside, and closed whatever is left open in them.
import { describe, expect, test } from "vitest";
import type { IRawGrammar } from "vscode-textmate";
import { checkScopes } from "./check-scopes.ts";
import { loadHighlighter } from "./tokenise.ts";

/** As much of Markdown as matters here: headings, and fences of languages that nobody knows. */
const markdown = {
  scopeName: "text.html.markdown",
  patterns: [
    { match: "^#.*$", name: "markup.heading.markdown" },
    { begin: "^\\s*(`{3,}|~{3,}).*$", end: "^\\s*\\1\\s*$", name: "markup.fenced_code.block.markdown" },
  ],
  repository: {},
} as unknown as IRawGrammar;

const highlight = await loadHighlighter(
  "text.html.markdown",
  {
    "text.html.markdown": markdown,
    "source.objectives": "syntaxes/objectives.tmLanguage.json",
    "markdown.objectives.codeblock": "syntaxes/objectives.markdown.tmLanguage.json",
  },
  ["markdown.objectives.codeblock"],
);

const check = (annotated: string): void => checkScopes(highlight, annotated);

describe("a fence of objectives", () => {
  test("is coloured as the language", () => {
    check(`
  # Intake
# ^^^^^^^^ markup.heading.markdown
  \`\`\`objectives
# ^^^ punctuation.definition.markdown
#    ^^^^^^^^^^ fenced_code.block.language.markdown
  objective greet { prompt "Hi." -> bye }
# ^^^^^^^^^ storage.type.objective
#           ^^^^^ entity.name.function.objective
#                                   ^^^ entity.name.function.reference
  \`\`\`
# ^^^ punctuation.definition.markdown
  # Next
# ^^^^^^ markup.heading.markdown
`);
  });

  test.each(['objective a { prompt "Ask', 'objective a {\n    prompt """\n      Ask', "collect", ""])(
    "closes behind %j",
    (unfinished) => {
      check(`
  \`\`\`objectives
  ${unfinished}
  \`\`\`
# ^^^ punctuation.definition.markdown
  # Next
# ^^^^^^ markup.heading.markdown
`);
    },
  );

  test("may be empty, longer than three, made of tildes, indented, with words behind its language", () => {
    check(`
  ~~~~objectives title="intake"
#     ^^^^^^^^^^ fenced_code.block.language.markdown
  ~~~
# ^^^ markup.fenced_code.block.markdown
  ~~~~
# ^^^^ punctuation.definition.markdown
    \`\`\`Objectives
#      ^^^^^^^^^^ fenced_code.block.language.markdown
    param hooks
#   ^^^^^ storage.type.param
    \`\`\`
#   ^^^ punctuation.definition.markdown
  \`\`\`objectives
  \`\`\`
# ^^^ punctuation.definition.markdown
  # Next
# ^^^^^^ markup.heading.markdown
`);
  });
});

test.each(["objectivesque", "json"])("a fence of %s stays as it was", (language) => {
  const tokens = highlight(`\`\`\`${language}\nobjective a { }\n\`\`\``).flat();
  expect(tokens.flatMap(({ scopes }) => scopes).filter((scope) => scope.endsWith(".objectives"))).toEqual([]);
});

test("a fence inside another one is only text", () => {
  const tokens = highlight("~~~text\n```objectives\nobjective a { }\n```\n~~~\n# Next").flat();
  expect(tokens.filter(({ scopes }) => scopes.some((scope) => scope.endsWith(".objectives")))).toEqual([]);
  expect(tokens.at(-1)?.scopes).toEqual(["markup.heading.markdown"]);
});
