// Semantic tokens have the colours that the patterns give: nothing flickers when they come, and every theme colours them.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  flowPlaces,
  TOKEN_MODIFIERS,
  unitTokens,
  type SemanticToken,
} from "../../server/src/language/features/semantic-tokens.ts";
import { analyze } from "../../server/src/language/model/analyze.ts";
import { onlyFile } from "../../server/src/language/model/files.ts";
import { lineIndex } from "../../server/src/language/text/line-index.ts";
import { parse, startOf } from "../../server/src/language/model/source.ts";
import { LAW, LAW_TIMEOUT } from "../support/generators.ts";
import { anyProgram } from "../support/program-generators.ts";
import { loadHighlighter } from "./tokenise.ts";

interface Manifest {
  readonly contributes: {
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, readonly string[]>> }[];
  };
}

const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const scopes = contributes.semanticTokenScopes[0]?.scopes ?? {};

const highlight = await loadHighlighter(
  "source.objectives",
  { "source.objectives": "syntaxes/objectives.tmLanguage.json" },
  [],
);

/** The scope whose colour VS Code gives the token: that of its type with the modifier that counts, else of its type. */
function scopeOf({ type, modifiers }: SemanticToken): string | undefined {
  const declared = modifiers.includes("declaration") ? scopes[`${type}.declaration`] : undefined;
  return (declared ?? scopes[type])?.[0];
}

/** The tokens whose colour is not that of the patterns, in one line each. */
function otherColours(text: string): readonly string[] {
  const source = parse(text);
  const placeOf = flowPlaces(analyze(onlyFile(source)));
  const lines = lineIndex(text);
  const coloured = highlight(text);
  return source.units.flatMap((unit, index) =>
    unitTokens(unit, placeOf, "names").flatMap((token) => {
      const { line, column } = lines.positionAt(startOf(source, index) + token.span.start);
      const length = token.span.end - token.span.start;
      const under = (coloured[line] ?? []).filter(
        ({ start, end }) => start < column + length && column < end,
      );
      const given = new Set(under.map((it) => it.scopes.at(-1)));
      const word = unit.text.slice(token.span.start, token.span.end);
      return [...given].join() === scopeOf(token)
        ? []
        : [`${word}: ${[...given].join()}, not ${scopeOf(token)}`];
    }),
  );
}

describe("colours", () => {
  test("of every kind of word", () => {
    const text = `objectives "S of \${city}"
param city = "Bern"
param "odd one" = "x"
defaults { confirm manual modality visual callback "https://\${city}" }
objective a { prompt "In \${city}" collect x, "y z" meta owner "me" meta "odd key" "v" -> "b c" when "\${city}" -> d otherwise }
objective "b\\"c" { prompt """
  In \${city}
  """ }
scenario "T" { a { x = "\${city}" "y z" = "1" } "b c" end }`;
    expect(otherColours(text)).toEqual([]);
  });

  test(
    "of any text that is well-formed, but for quoted names, of which a line may not tell what they are",
    () => {
      fc.assert(
        fc.property(
          // The patterns read lines that end in a line feed, as VS Code hands them over.
          anyProgram.map((text) => text.replaceAll(/\r\n?/g, "\n")),
          (text) => {
            expect(otherColours(text).filter((word) => !word.includes("string.quoted"))).toEqual([]);
          },
        ),
        LAW,
      );
    },
    LAW_TIMEOUT,
  );
});

test("types and modifiers of our own are declared", () => {
  const STANDARD = ["declaration", "documentation"];
  expect(contributes.semanticTokenTypes.map(({ id }) => id)).toEqual(["objective", "param"]);
  expect(contributes.semanticTokenModifiers.map(({ id }) => id)).toEqual(
    TOKEN_MODIFIERS.filter((modifier) => !STANDARD.includes(modifier)),
  );
});

test("scopes are those of the patterns", () => {
  const grammar = readFileSync("syntaxes/objectives.tmLanguage.json", "utf8");
  expect(
    Object.values(scopes)
      .flat()
      .filter((scope) => !grammar.includes(`"${scope}"`)),
  ).toEqual([]);
});
