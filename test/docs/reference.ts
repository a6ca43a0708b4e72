// docs/reference.md, made from the vocabulary, the grammar and the platform's field names.
import {
  declarations,
  edgeWords,
  properties,
  reservedWords,
  type PropertySpec,
} from "../../server/src/language/vocabulary.ts";
import { inEnglish } from "../../server/src/language/text/sentence.ts";
import { ebnf, type Shape } from "./shape.ts";
import { words, type Facts, type Word } from "./words.ts";
import type { ShownRule } from "./written-grammar.ts";

type Shapes = ReadonlyMap<ShownRule, Shape>;

export function referencePage(shapes: Shapes): string {
  const parts = [
    INTRODUCTION,
    glance(),
    "## A file",
    diagram("file"),
    FILE,
    "## Declarations",
    ...wordsOf(declarations).flatMap((word) => section(word, inEnglish(declarations[word]))),
    "## What an objective says",
    ...wordsOf(properties).flatMap(propertySection),
    ...section("->", "Leads to the objective that is next."),
    table(
      ["Word", "Means"],
      Object.entries(edgeWords).map(([word, doc]) => [`\`${word}\``, inEnglish(doc)]),
    ),
    LEXICAL,
    `Words that are names only in quotes: ${[...reservedWords].map((word) => `\`${word}\``).join(" ")}.`,
    "## The grammar in one piece",
    GRAMMAR,
    `\`\`\`ebnf\n${rules(shapes)}\n\`\`\``,
  ];
  return `${parts.join("\n\n")}\n`;
}

const INTRODUCTION = `# Reference

Every word of the language, made from the tables and the grammar that the tools themselves use.
[The guide](language.md) teaches it by example; [the findings](findings/README.md) say what can be wrong with a text.`;

const FILE = `A file with a header is a set: it compiles to one document of the platform. A file without one is a fragment, for sets to
include. In the diagrams, what is round stands as it is; what has corners has a diagram or a paragraph of its own.`;

const LEXICAL = `## Names and texts

| What | Its form |
|---|---|
| name | letters of any script, digits and \`_\`, with single hyphens between words: \`ask_problem\`, \`2nd_visit\`, \`follow-up\`; or a string |
| string | \`"…"\`, on one line |
| text | a string, a block string or a folded string |
| block string | \`"""\` at a line's end, then lines, then \`"""\` at the beginning of a line: line ends stay, and the closing line's indentation is taken off every line |
| folded string | \`""">\` … \`"""\`: the same, but a line end becomes a space, and a blank line becomes a line end |
| escape | \`\\"\` \`\\\\\` \`\\n\` \`\\t\` \`\\r\` \`\\$\` and \`\\u{0}\` to \`\\u{10FFFF}\` |
| param | \`\${name}\`, in the set's name, prompts, conditions, callbacks and the values of a step |
| comment | \`//\` to the line's end; \`///\` directly above a declaration describes it |

Inside a declaration, line ends and indentation mean nothing. A line that begins like a declaration, at the very start of the line,
begins one, whatever is still open above.`;

const GRAMMAR = "What may be left out stands in `[ ]`, what may be said any number of times in `{ }`.";

function glance(): string {
  const rows = wordsOf(words).map((word) => {
    const { becomes, unsaid }: Facts = words[word];
    return [`[\`${word}\`](#${anchorOf(word)})`, placeOf(word), becomes, unsaid];
  });
  return table(["Word", "Stands in", "Becomes", "Where it is not said"], rows);
}

function placeOf(word: Word): string {
  if (word in declarations) return "a file";
  const inDefaults = isProperty(word) && properties[word].inDefaults;
  return inDefaults ? "an objective, `defaults`" : "an objective";
}

function propertySection(word: keyof typeof properties): readonly string[] {
  const { doc, choices }: PropertySpec = properties[word];
  const values = Object.entries(choices ?? {}).map(([value, meaning]) => [
    `\`${value}\``,
    inEnglish(meaning),
  ]);
  return [
    ...section(word, inEnglish(doc)),
    ...(values.length === 0 ? [] : [table(["Value", "Means"], values)]),
  ];
}

function section(word: Word, doc: string): readonly string[] {
  const { becomes, unsaid, example, more }: Facts = words[word];
  return [
    `### ${titleOf(word)}`,
    diagram(ruleOf(word)),
    ...(word === "scenario" ? [diagram("step")] : []),
    more === undefined ? doc : `${doc} ${more}`,
    `- Becomes: ${becomes}${unsaid === "" ? "" : `\n- Where it is not said: ${unsaid}`}`,
    `\`\`\`objectives\n${example}\n\`\`\``,
  ];
}

function diagram(name: ShownRule): string {
  return `![How ${name === "file" ? "a file" : `'${name}'`} is written](railroad/${name}.svg)`;
}

function rules(shapes: Shapes): string {
  const width = Math.max(...Array.from(shapes.keys(), (name) => name.length));
  return Array.from(shapes, ([name, shape]) => `${name.padEnd(width)} = ${ebnf(shape)}`).join("\n");
}

function ruleOf(word: Word): ShownRule {
  if (word === "objectives") return "header";
  return word === "->" ? "arrow" : word;
}

function titleOf(word: Word): string {
  return word === "->" ? "Arrows" : word;
}

function anchorOf(word: Word): string {
  return titleOf(word).toLowerCase();
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function isProperty(word: Word): word is keyof typeof properties {
  return word in properties;
}

function wordsOf<Table extends object>(table: Table): readonly (keyof Table)[] {
  return Object.keys(table) as (keyof Table)[];
}
