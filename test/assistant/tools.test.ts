// The tools over the real protocol: what an assistant is told, and what it is answered.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
import { checked, compiled, decompiled } from "../../server/src/assistant/outputs.ts";
import { FRAGMENT, GOOD, MISTAKEN } from "../cli/sets.ts";
import { assistantStage } from "./stage.ts";

/** The one place where a tool is called with files: what it answers. */
async function checkTool(
  name: string,
  input: Record<string, unknown>,
  files: Readonly<Record<string, string>> = { "good.objectives": GOOD, "mistaken.objectives": MISTAKEN },
): Promise<string> {
  const { call, end } = await assistantStage(files);
  const answer = await call(name, input);
  await end();
  return answer;
}

async function checkValue(name: string, input: Record<string, unknown>): Promise<unknown> {
  return JSON.parse(await checkTool(name, input));
}

const UNSAVED = 'objectives "U"\n\nobjective a {   prompt "🙂 Greet."\n  -> b\n}\n';

test("check finds mistakes in every file, and says where more is to be read", async () => {
  expect(await checkValue("check", {})).toMatchObject({
    files: 2,
    errors: 1,
    findings: expect.arrayContaining([
      expect.objectContaining({
        file: "mistaken.objectives",
        line: 6,
        column: 6,
        code: "unknown-objective",
        url: "objectives://docs/findings/unknown-objective.md",
      }),
    ]) as unknown,
  });
});

test("check reads a text in place of a file, with what it includes", async () => {
  const text = `objectives "U"\n\ninclude "./part.objectives"\n\nobjective a { prompt "Ask." -> later }\n`;
  const files = { "part.objectives": FRAGMENT, "set.objectives": MISTAKEN };
  expect(JSON.parse(await checkTool("check", { paths: ["set.objectives"], text }, files))).toMatchObject({
    files: 2,
    errors: 0,
  });
  expect(await checkValue("check", { text: UNSAVED })).toMatchObject({
    findings: [{ file: "unsaved.objectives", code: "unknown-objective", line: 4 }],
  });
});

test("check says what cannot be checked", async () => {
  expect(await checkTool("check", { paths: ["nowhere.objectives"] })).toMatchInlineSnapshot(
    `"refused: nowhere.objectives is not there. Check the path."`,
  );
  expect(await checkTool("check", { paths: ["a", "b"], text: GOOD })).toMatchInlineSnapshot(
    `"refused: A text stands in place of one file: name no other path with it."`,
  );
  expect(await checkTool("check", { params: { hooks: "x" } })).toMatchInlineSnapshot(
    `"refused: None of these sets has a param 'hooks'. Write param hooks there, or leave it out."`,
  );
});

test("format hands back the text, and leaves the file alone", async () => {
  const { call, files, end } = await assistantStage({ "set.objectives": UNSAVED });
  expect(JSON.parse(await call("format", { path: "set.objectives" }))).toEqual({
    version: 1,
    file: "set.objectives",
    changed: true,
    text: 'objectives "U"\n\nobjective a {\n  prompt "🙂 Greet."\n  -> b\n}\n',
  });
  expect(files.texts.get("/disk/flows/set.objectives")).toBe(UNSAVED);
  expect(await call("format", { path: "nowhere.objectives" })).toBe(
    "refused: nowhere.objectives is not there. Check the path.",
  );
  expect(await call("format", {})).toBe("refused: Name a file by its path, or hand over its text.");
  await end();
});

test("compile gives the document in either form, and null where there is none", async () => {
  expect(await checkValue("compile", { path: "good.objectives", required: "single" })).toMatchObject({
    document: { name: "Intake", data: [{ next_required_objective: "close" }, {}] },
    findings: [],
  });
  expect(await checkValue("compile", { text: 'objectives "B"\n\nobjective a { prompt "x\n' })).toMatchObject({
    document: null,
    findings: [{ code: "syntax" }, { code: "syntax" }],
  });
  expect(await checkTool("compile", { text: FRAGMENT })).toMatchInlineSnapshot(
    `"refused: unsaved.objectives is a fragment: without a line like objectives "Name" it is no set. Compile the set that includes it."`,
  );
});

test("decompile gives the text, or why there is none", async () => {
  const json = '{"data": [{"objective_name": "a", "objective_prompt": "x"}]}';
  expect(await checkValue("decompile", { json })).toMatchObject({
    text: 'objectives ""\n\nobjective a {\n  prompt "x"\n}\n',
    refused: [],
  });
  expect(await checkValue("decompile", { json: "[1" })).toMatchObject({ text: null, refused: [{ line: 1 }] });
});

test("graph draws as Mermaid, as data and as a picture", async () => {
  expect(await checkTool("graph", { path: "good.objectives" })).toMatchInlineSnapshot(`
    "flowchart TD
      n0(["greet"])
      n1(["close"])
      n0 --> n1
      classDef start stroke:#2c8a3f,stroke-width:2px
      class n0 start
    "
  `);
  expect(await checkValue("graph", { path: "good.objectives", format: "json" })).toMatchObject({
    nodes: [{ id: "greet" }, { id: "close" }],
  });
  expect(await checkTool("graph", { path: "good.objectives", format: "svg" })).toContain("<svg");
});

test("explain gives pages, and knows what was meant", async () => {
  expect(await checkTool("explain", { topic: "reference" })).toBe("# Reference\n");
  expect(await checkTool("explain", { topic: "cycel" })).toMatchInlineSnapshot(
    `"refused: There is no page about 'cycel'. Did you mean 'cycle'?"`,
  );
  expect(await checkTool("explain", { topic: "weather" })).toMatchInlineSnapshot(
    `"refused: There is no page about 'weather'. There are language, reference, findings, and one for the code of each finding."`,
  );
  expect(await checkTool("explain", { topic: "cycle" })).toBe(
    "refused: The page about 'cycle' is not installed here.",
  );
});

test("what does not fit a tool is refused in words", async () => {
  expect(await checkTool("graph", { path: "good.objectives", format: "png" })).toContain("format");
  expect(await checkTool("compile", { path: "good.objectives", output: "x.json" })).toContain("output");
  expect(await checkTool("push", {})).toContain("push");
});

test("every tool says that it only reads, and plan alone that it asks elsewhere", async () => {
  const { client, end } = await assistantStage({});
  const { tools } = await client.listTools();
  expect(tools.map(({ name, annotations: it }) => [name, it?.readOnlyHint, it?.openWorldHint])).toEqual([
    ["check", true, false],
    ["explain", true, false],
    ["format", true, false],
    ["graph", true, false],
    ["compile", true, false],
    ["decompile", true, false],
    ["plan", true, true],
  ]);
  for (const { description, title, inputSchema, outputSchema } of tools)
    expect([description, title, inputSchema, outputSchema]).not.toContain(undefined);
  await end();
});

test("pages are resources, and what people ask for most is a prompt", async () => {
  const { client, end } = await assistantStage({});
  const { resources } = await client.listResources();
  expect(resources.map(({ uri }) => uri)).toEqual([
    "objectives://docs/language.md",
    "objectives://docs/reference.md",
    "objectives://docs/findings/README.md",
  ]);
  expect((await client.readResource({ uri: "objectives://docs/reference.md" })).contents).toEqual([
    { uri: "objectives://docs/reference.md", mimeType: "text/markdown", text: "# Reference\n" },
  ]);
  for (const uri of ["objectives://docs/findings/..%2Fsecret.md", "objectives://docs/nothing.md"])
    await expect(client.readResource({ uri })).rejects.toThrow();
  const { completion } = await client.complete({
    ref: { type: "ref/resource", uri: "objectives://docs/findings/{code}.md" },
    argument: { name: "code", value: "cyc" },
  });
  expect(completion.values).toEqual(["cycle"]);
  const prompt = await client.getPrompt({
    name: "write-objectives",
    arguments: { conversation: "A bike shop" },
  });
  expect(JSON.stringify(prompt.messages)).toContain("A bike shop");
  await end();
});

test.each([
  ["check", checked],
  ["compile", compiled],
  ["decompile", decompiled],
] as const)("%s answers what the command line prints", (name, shape) => {
  const printed = JSON.parse(readFileSync(`schemas/cli/${name}.schema.json`, "utf8")) as Schema;
  expect(namesIn(z.toJSONSchema(shape) as Schema)).toEqual(namesIn(printed).filter(isOurs));
});

/** What the platform's document says is the platform's matter. */
function isOurs(name: string): boolean {
  return !name.startsWith("document.");
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** The names of all that a value of this shape may hold: `findings.line`. */
function namesIn({ properties = {}, items = {}, anyOf = [] }: Schema): readonly string[] {
  const own = Object.entries(properties).flatMap(([name, inner]) => [
    name,
    ...namesIn(inner).map((it) => `${name}.${it}`),
  ]);
  return [...own, ...[items, ...anyOf].flatMap((it) => (Object.keys(it).length === 0 ? [] : namesIn(it)))];
}
