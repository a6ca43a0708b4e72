// The schema of objectives.json: it takes what the program takes, and names every code, made from the table by `npm test -- -u`.
import { readFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { describe, expect, test } from "vitest";
import {
  ClientCapabilities,
  getLanguageService,
  TextDocument,
  type CompletionItem,
  type Diagnostic,
  type LanguageService,
} from "vscode-json-languageservice";
import { codes, levelOf, type Code, type Level } from "../server/src/language/diagnostics/codes.ts";
import type { CodeSpec } from "../server/src/language/diagnostics/codes/spec.ts";
import { inEnglish } from "../server/src/language/text/sentence.ts";
import { readOrigin } from "../server/src/platform/origin.ts";
import { readConfig } from "../server/src/project/config.ts";
import { piecesOf } from "./docs/markdown.ts";
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

const LEVELS = {
  error: "An error: nothing is uploaded with it.",
  warning: "A warning.",
  information: "Something to know.",
  hint: "A hint.",
  off: "Not looked for.",
} as const satisfies Record<Level, string>;

const rules = {
  type: "object",
  description: "How much a finding matters, by its code. docs/findings/README.md explains them.",
  properties: Object.fromEntries(ALL_CODES.map((code) => [code, ruleOf(code)])),
  additionalProperties: false,
  errorMessage: "No finding has this code.",
};

function ruleOf(code: Code): object {
  const { doc, bad, fix }: CodeSpec = codes[code];
  const meaning = inEnglish(doc);
  const fixed = fix === undefined ? "" : `\n\nQuick fix: ${fix}`;
  return {
    enum: Object.keys(LEVELS),
    enumDescriptions: Object.values(LEVELS),
    default: levelOf(code),
    description: meaning,
    markdownDescription: `${meaning}\n\n\`\`\`objectives\n${bad.trim()}\n\`\`\`${fixed}`,
  };
}

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

const DOCS = ["docs/contract.md", "docs/cli.md", "docs/language.md"];
const EXAMPLE = "examples/clinics/objectives.json";

test("what the docs and the examples show is what the schema takes, and the program", async () => {
  const shown = DOCS.flatMap((page) => piecesOf(readFileSync(page, "utf8"))).flatMap((piece) =>
    piece.kind === "fence" && /^\{\s*"version": 1/.test(piece.body) ? [piece.body] : [],
  );
  const configs = [...shown.filter((text) => !text.includes('"origins"')), readFileSync(EXAMPLE, "utf8")];
  expect(configs.length).toBeGreaterThan(2);
  for (const text of configs) {
    expect(await problemsIn(text.replace(/"\$schema".*/, "")), text).toEqual([]);
    expect(readConfig(text).ok, text).toBe(true);
  }
});

test.each([
  "https://tavusapi.com",
  "https://tavusapi.com/",
  "https://staging.example.com:8443",
  "http://127.0.0.1:4180",
  "http://localhost:1",
  "http://[::1]:4180",
  "http://tavusapi.com",
  "https://tavusapi.com/v2",
  "https://user@tavusapi.com",
  "https://tavusapi.com?x",
  "ftp://tavusapi.com",
  "tavusapi.com",
])("the address %s is taken where it can be sent to", async (url) => {
  const problems = await problemsOf({ version: 1, targets: { there: { url } } });
  expect(problems.length === 0).toBe(readOrigin(url).ok);
});

test("a persona follows a set that is named by its file", async () => {
  const following = (set: string) =>
    problemsOf({ version: 1, targets: { t: { personas: { [set]: ["p1"] } } } });
  expect(await following("intake.objectives")).toEqual([]);
  expect((await following("intake")).map(({ message }) => message)).toEqual([
    "A set is named by its file, such as intake.objectives.",
  ]);
});

describe("an editor offers", () => {
  const offered = async (marked: string): Promise<readonly CompletionItem[]> => {
    const service = configured();
    const offset = marked.indexOf("$0");
    const document = documentOf(marked.replace("$0", ""));
    const list = await service.doComplete(
      document,
      document.positionAt(offset),
      service.parseJSONDocument(document),
    );
    return list?.items ?? [];
  };
  const labels = async (marked: string) => (await offered(marked)).map(({ label }) => label);

  test("a project in an empty file, and what it may say", async () => {
    expect(await labels("$0")).toContain("A project");
    expect(await labels('{ "version": 1, $0 }')).toEqual(expect.arrayContaining(["targets", "rules"]));
  });

  test("the targets that are built in, a target to fill in, and what it may say", async () => {
    expect(await labels('{ "defaultTarget": $0 }')).toEqual(expect.arrayContaining(['"local"', '"tavus"']));
    expect(await labels('{ "targets": $0 }')).toContain("A target");
    expect(await labels('{ "targets": { "t": {$0} } }')).toEqual(
      expect.arrayContaining(["url", "params", "personas", "sets", "confirm"]),
    );
  });

  test("every code with what it is about, and levels in words", async () => {
    const items = await offered('{ "rules": {$0} }');
    expect(items.map(({ label }) => label).toSorted()).toEqual([...ALL_CODES].toSorted());
    const cycle = items.find(({ label }) => label === "cycle");
    expect(JSON.stringify(cycle?.documentation)).toContain("```objectives");
    const levels = await offered('{ "rules": { "cycle": $0 } }');
    expect(levels.find(({ label }) => label === '"off"')?.documentation).toBe("Not looked for.");
  });
});

const WARNING = 2;

function problemsOf(config: object): Promise<readonly Diagnostic[]> {
  return problemsIn(JSON.stringify(config));
}

async function problemsIn(text: string): Promise<readonly Diagnostic[]> {
  const service = configured();
  const document = documentOf(text);
  return service.doValidation(document, service.parseJSONDocument(document));
}

function configured(): LanguageService {
  const service = getLanguageService({ clientCapabilities: ClientCapabilities.LATEST });
  service.configure({ validate: true, schemas: [{ uri: "schema:x", fileMatch: ["*"], schema: schema() }] });
  return service;
}

function documentOf(text: string): TextDocument {
  return TextDocument.create("file:///objectives.json", "json", 1, text);
}
