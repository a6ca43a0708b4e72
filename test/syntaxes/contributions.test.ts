// What package.json tells VS Code about the language: every file is there and is what it is said to be.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { reservedWords } from "../../server/src/language/vocabulary.ts";
import { EXAMPLES, exampleSets } from "../support/examples.ts";
import { loadHighlighter } from "./tokenise.ts";

interface Grammar {
  readonly scopeName: string;
  readonly path: string;
}

interface Language {
  readonly id: string;
  readonly extensions: readonly string[];
  readonly configuration: string;
  readonly icon: { readonly light: string; readonly dark: string };
}

interface Manifest {
  readonly icon: string;
  readonly contributes: { readonly languages: readonly Language[]; readonly grammars: readonly Grammar[] };
}

const { icon, contributes } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const highlight = await loadHighlighter(
  "source.objectives",
  { "source.objectives": "syntaxes/objectives.tmLanguage.json" },
  [],
);

test.each(contributes.grammars.map(({ scopeName, path }) => ({ scopeName, path })))(
  "the grammar $scopeName is in its file",
  ({ scopeName, path }) => {
    expect(JSON.parse(readFileSync(path, "utf8"))).toMatchObject({ scopeName });
  },
);

test("the language has an extension, a configuration and icons for light and dark", () => {
  const [language] = contributes.languages;
  expect(language).toMatchObject({ id: "objectives", extensions: [".objectives"] });
  const files = [language?.configuration, language?.icon.light, language?.icon.dark].map(String);
  for (const file of files) expect(readFileSync(file, "utf8")).not.toBe("");
});

test("the icon is a picture of 256 by 256", () => {
  const png = readFileSync(icon);
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
});

test.each([...reservedWords])("the reserved word %s is coloured as a keyword", (word) => {
  const [token] = highlight(word).flat();
  expect(token?.text).toBe(word);
  expect(token?.scopes.at(-1)).toMatch(/^(?:keyword|storage)\./);
});

describe("the examples", () => {
  test.each(exampleSets())("nothing in %s looks wrong", (file) => {
    const tokens = highlight(readFileSync(`${EXAMPLES}/${file}`, "utf8")).flat();
    expect(tokens.filter(({ scopes }) => scopes.some((scope) => scope.startsWith("invalid")))).toEqual([]);
    expect(tokens.filter(({ scopes }) => scopes.length === 0)).toEqual([]);
  });
});
