// The schema of objectives.json names every code, made from the table: `npm test -- -u` writes it anew.
import { readFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { expect, test } from "vitest";
import { getLanguageService, TextDocument, type Diagnostic } from "vscode-json-languageservice";
import { codes, levelOf } from "../server/src/language/diagnostics/codes.ts";
import { readConfig } from "../server/src/project/config.ts";
import { ALL_CODES } from "./support/woken.ts";

const FILE = "schemas/objectives.schema.json";

interface Schema {
  readonly properties: Readonly<Record<string, object>>;
}

test("its rules say what the table says", async () => {
  const text = await format(JSON.stringify(schema()), { ...(await resolveConfig(FILE)), parser: "json" });
  await expect(text).toMatchFileSnapshot(path.resolve(FILE));
});

/** The file's own, with its rules made anew. */
function schema(): Schema {
  const written = JSON.parse(readFileSync(FILE, "utf8")) as Schema;
  return { ...written, properties: { ...written.properties, rules } };
}

const rules = {
  type: "object",
  description: "How much a finding matters, by its code. docs/findings/README.md explains them.",
  properties: Object.fromEntries(
    ALL_CODES.map((code) => [
      code,
      {
        enum: ["error", "warning", "information", "hint", "off"],
        default: levelOf(code),
        description: codes[code].doc,
      },
    ]),
  ),
  additionalProperties: false,
  errorMessage: "No finding has this code.",
};

test("an editor knows every code, and warns of one that nothing has", async () => {
  const known = { version: 1, rules: Object.fromEntries(ALL_CODES.map((code) => [code, "warning"])) };
  expect(await problemsOf(known)).toEqual([]);
  const [problem, ...others] = await problemsOf({ version: 1, rules: { "lnog-prompt": "off" } });
  expect(problem?.message).toBe("No finding has this code.");
  expect(problem?.severity).toBe(WARNING);
  expect(others).toEqual([]);
});

test("the program knows every code, too, and refuses one that nothing has: it would change nothing", () => {
  const known = { version: 1, rules: Object.fromEntries(ALL_CODES.map((code) => [code, "warning"])) };
  expect(readConfig(JSON.stringify(known)).ok).toBe(true);
  expect(readConfig(JSON.stringify({ version: 1, rules: { "lnog-prompt": "off" } })).ok).toBe(false);
});

const WARNING = 2;

async function problemsOf(config: object): Promise<readonly Diagnostic[]> {
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: "schema:x", fileMatch: ["*"], schema: schema() }] });
  const document = TextDocument.create("file:///objectives.json", "json", 1, JSON.stringify(config));
  return service.doValidation(document, service.parseJSONDocument(document));
}
