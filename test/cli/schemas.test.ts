// Every JSON output fits its schema, and a schema refuses what has a key too many or too few.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { getLanguageService, TextDocument } from "vscode-json-languageservice";
import { GOOD, MISTAKEN, WARNED } from "./sets.ts";
import { objectives, stage } from "./stage.ts";

const CASES = [
  { schema: "check", line: "check --json" },
  { schema: "check", line: "check good.objectives --format json" },
  { schema: "compile", line: "compile good.objectives --json" },
  { schema: "compile", line: "compile branch.objectives --json" },
  { schema: "compile", line: "compile mistaken.objectives --json --required single" },
  { schema: "compile", line: "compile broken.objectives --json" },
  { schema: "source-map", line: "compile good.objectives -o good.json --source-map -" },
  { schema: "decompile", line: "decompile set.json --json" },
  { schema: "decompile", line: "decompile persona.json --json" },
  { schema: "format", line: "format --check --json" },
  { schema: "graph", line: "graph good.objectives --json" },
  { schema: "graph", line: "graph branch.objectives --json" },
  { schema: "graph", line: "graph mistaken.objectives --format json" },
  { schema: "graph", line: "graph broken.objectives --format json" },
  { schema: "plan", line: "plan good.objectives --json" },
  { schema: "plan", line: "push good.objectives --json" },
  { schema: "plan", line: "push good.objectives --json" },
  { schema: "pull", line: "pull good.objectives --json" },
  { schema: "attach", line: "attach good.objectives --new-persona persona.json --json" },
  { schema: "attach", line: "attach good.objectives --persona p000000000007 --json" },
  { schema: "attach", line: "attach good.objectives --persona p1 --json" },
  { schema: "list", line: "list --json" },
  { schema: "show", line: "show good.objectives --json" },
  { schema: "delete", line: "delete good.objectives --json" },
] as const;

const BRANCH = `objectives "Branch"

objective ask {
  modality visual
  prompt "Ask."
  confirm manual
  callback "https://example.com/hook"

  -> yes when "The caller agrees"
  -> no otherwise
}

objective yes { prompt "Go on." }

objective no { prompt "Stop." }
`;

test("every output fits", async () => {
  const on = stage({
    "good.objectives": GOOD,
    "mistaken.objectives": MISTAKEN,
    "warned.objectives": WARNED,
    "branch.objectives": BRANCH,
    "broken.objectives": 'objectives "B"\n\nobjective a { prompt "x\n',
    "set.json": '{"colour": 1, "data": [{"objective_name": "a", "objective_prompt": "x"}]}',
    "persona.json": '{"system_prompt": "You are kind."}',
  });
  for (const { schema, line } of CASES) {
    const { output } = await objectives(on, line);
    expect({ line, problems: await checkFit(schema, output) }).toEqual({ line, problems: [] });
    const [key = ""] = Object.keys(JSON.parse(output) as object);
    const lacking = JSON.stringify({ ...(JSON.parse(output) as object), [key]: undefined });
    expect({ line, problems: await checkFit(schema, lacking) }).not.toEqual({ line, problems: [] });
    expect(await checkFit(schema, output.replace("{", '{ "surplus": 1,'))).not.toEqual([]);
  }
});

/** What a schema's validator complains about in a text. */
async function checkFit(name: string, text: string): Promise<readonly string[]> {
  const schema: object = JSON.parse(readFileSync(`schemas/cli/${name}.schema.json`, "utf8"));
  const service = getLanguageService({});
  service.configure({ validate: true, schemas: [{ uri: "schema:x", fileMatch: ["*"], schema }] });
  const document = TextDocument.create(`file:///${name}.json`, "json", 1, text);
  const problems = await service.doValidation(document, service.parseJSONDocument(document));
  return problems.map(({ message }) => (typeof message === "string" ? message : message.value));
}
