// What VS Code is told of the tools is what the tools are.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { TOOLS } from "../../server/src/assistant/tools.ts";

interface LanguageModelTool {
  readonly name: string;
  readonly displayName: string;
  readonly toolReferenceName: string;
  readonly modelDescription: string;
  readonly inputSchema: object;
  readonly when: string;
}

const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly contributes: { readonly languageModelTools: readonly LanguageModelTool[] };
};

const words = JSON.parse(readFileSync("package.nls.json", "utf8")) as Readonly<Record<string, string>>;

test("every tool, and no other", () => {
  const said = contributes.languageModelTools.map(({ name }) => name);
  expect(said).toEqual(TOOLS.map(({ name }) => `objectives_${name}`));
});

test.each(TOOLS)("$name", ({ name, title, description, input }) => {
  const said = contributes.languageModelTools.find((it) => it.name === `objectives_${name}`);
  const { $schema: _dialect, ...inputSchema } = z.toJSONSchema(input);
  expect(said).toMatchObject({
    toolReferenceName: `objectives${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    modelDescription: description,
    when: "isWorkspaceTrusted",
  });
  expect(said?.inputSchema).toEqual(inputSchema);
  expect(words[said?.displayName.replaceAll("%", "") ?? ""]).toBe(title);
});
