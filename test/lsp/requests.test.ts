// Our own requests over a pair of streams: the picture and its ways to the text, and the platform's JSON.
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Place } from "../../server/src/protocol.ts";
import { cursor, lspPair, URI } from "../support/lsp-pair.ts";

const SET = `objectives "Greeting"

objective greet {
  prompt "Greet the caller."
  -> goodbye
}

objective goodbye { prompt "Say goodbye." }
`;

const uri = URI;

describe("the picture", () => {
  test("is drawn for its version, with what is wrong counted", async () => {
    const pair = await lspPair();
    await pair.open(SET.replace("-> goodbye", "-> godbye"));
    const graph = await pair.ask("objectives/graph", { uri });
    expect(graph?.version).toBe(1);
    expect(graph?.nodes.map(({ id }) => id)).toEqual(["greet", "goodbye", "godbye"]);
    expect(graph?.edges.map(({ source, target }) => `${source} ${target}`)).toEqual(["greet godbye"]);
    expect(graph?.problems).toEqual({ errors: 1, warnings: 0 });
    expect(graph?.svg).toMatch(/^<svg/);
    await pair.end();
  });

  test("who has asked for it is told when it may have changed, until the document is closed", async () => {
    const pair = await lspPair();
    await pair.open(SET);
    await pair.type("goodbye", "good_bye");
    await pair.ask("objectives/graph", { uri });
    await pair.type("good_bye", "goodbye");
    expect(await pair.graphChanged()).toEqual({ uri, version: 3 });
    await pair.close();
    expect(await pair.ask("objectives/graph", { uri })).toBeNull();
    await pair.end();
  });

  test("leads to the text and back", async () => {
    const pair = await lspPair();
    const { text, position } = cursor(SET.replace("Say", "S$0ay"));
    await pair.open(text);
    expect(await pair.ask("objectives/nodeAt", { uri, position })).toBe("goodbye");
    expect(await pair.ask("objectives/nodeAt", { uri, position: { line: 0, character: 0 } })).toBeNull();
    expect(await pair.ask("objectives/reveal", { uri, id: "goodbye" })).toEqual({
      uri,
      range: { start: { line: 7, character: 10 }, end: { line: 7, character: 17 } },
    });
    expect(await pair.ask("objectives/reveal", { uri, id: "gone" })).toBeNull();
    await pair.end();
  });

  test("is exported as a picture, as Mermaid and as data", async () => {
    const pair = await lspPair();
    await pair.open(SET);
    const exported = (format: "svg" | "mermaid" | "json"): Promise<string | null> =>
      pair.ask("objectives/exportGraph", { uri, format, theme: "dark" });
    expect(await exported("svg")).toMatch(/^<svg[^]*<\/svg>\s*$/);
    expect(await exported("mermaid")).toMatch(/^flowchart/);
    expect(JSON.parse((await exported("json")) ?? "")).toMatchObject({ version: 1, title: "Greeting" });
    await pair.end();
  });
});

describe("compiling", () => {
  const lines = TextDocument.create(uri, "objectives", 1, SET);

  /** What stands at a place of the set, in one line. */
  function writtenAt({ range, ...place }: Place): string {
    expect(place.uri).toBe(uri);
    return lines.getText(range).replace(/\s+/g, " ");
  }

  test("gives the JSON in either form, with the place of every objective", async () => {
    const pair = await lspPair();
    await pair.open(SET);
    const list = await pair.ask("objectives/compile", { uri });
    if (list?.kind !== "document") throw new Error("The set says no document.");
    expect(list.problems).toEqual([]);
    expect(list.json).toMatchInlineSnapshot(`
      "{
        "name": "Greeting",
        "data": [
          {
            "objective_name": "greet",
            "objective_prompt": "Greet the caller.",
            "confirmation_mode": "auto",
            "modality": "verbal",
            "next_required_objectives": [
              "goodbye"
            ]
          },
          {
            "objective_name": "goodbye",
            "objective_prompt": "Say goodbye.",
            "confirmation_mode": "auto",
            "modality": "verbal"
          }
        ]
      }
      "
    `);
    expect(list.sourceMap.map((entry) => `${entry.pointer} ${writtenAt(entry)}`)).toMatchInlineSnapshot(`
      [
        "/name "Greeting"",
        "/data/0 objective greet { prompt "Greet the caller." -> goodbye }",
        "/data/0/objective_name greet",
        "/data/0/objective_prompt "Greet the caller."",
        "/data/0/confirmation_mode greet",
        "/data/0/modality greet",
        "/data/0/next_required_objectives -> goodbye",
        "/data/0/next_required_objectives/0 -> goodbye",
        "/data/1 objective goodbye { prompt "Say goodbye." }",
        "/data/1/objective_name goodbye",
        "/data/1/objective_prompt "Say goodbye."",
        "/data/1/confirmation_mode goodbye",
        "/data/1/modality goodbye",
      ]
    `);
    const single = await pair.ask("objectives/compile", { uri, requiredField: "single" });
    expect(single).toMatchObject({ json: expect.stringContaining('"next_required_objective": "goodbye"') });
    await pair.end();
  });

  test("takes the target's params, and says which one is missing", async () => {
    const pair = await lspPair();
    await pair.open(`${SET}\nparam brand\nobjective ask { prompt "Say \${brand}." }`);
    const without = await pair.ask("objectives/compile", { uri });
    expect(without).toMatchObject({
      kind: "refused",
      problems: expect.arrayContaining([
        expect.objectContaining({ code: "param-without-value", severity: "error" }),
      ]),
    });
    const given = await pair.ask("objectives/compile", { uri, params: { brand: "Smile" } });
    expect(given).toMatchObject({ kind: "document", json: expect.stringContaining("Say Smile.") });
    await pair.end();
  });

  test("refuses what says no one document, and several links in the form for one", async () => {
    const pair = await lspPair();
    await pair.open(SET.replace('"Say goodbye."', '"Say goodbye.'));
    expect(await pair.ask("objectives/compile", { uri })).toMatchObject({ kind: "refused" });
    await pair.open(`${SET.replace("-> goodbye", "-> goodbye\n  -> wait")}objective wait { prompt "Wait." }`);
    expect(await pair.ask("objectives/compile", { uri, requiredField: "single" })).toMatchObject({
      kind: "refused",
      problems: expect.arrayContaining([
        expect.objectContaining({
          severity: "error",
          message: expect.stringContaining("takes one objective"),
        }),
      ]),
    });
    await pair.end();
  });

  test("refuses a set with a file that cannot be read from here, and takes nothing over into it", async () => {
    const [web, more] = ["vscode-vfs://github/us/a.objectives", "vscode-vfs://github/us/more.objectives"];
    const pair = await lspPair();
    const set = 'objectives "A"\ninclude "./more.objectives"\nobjective greet { prompt "p" -> goodbye }\n';
    await pair.open(set, web);
    const message =
      "'./more.objectives' is not on this machine: open it in an editor, too, so that it can be read.";
    const compiled = await pair.ask("objectives/compile", { uri: web });
    expect(compiled).toMatchObject({ kind: "refused", problems: [{ severity: "error", message, uri: web }] });
    const json = '[{"objective_name":"greet","objective_prompt":"Hello."}]';
    expect(await pair.ask("objectives/pull", { uri: web, json })).toEqual({
      kind: "refused",
      reasons: [message],
    });
    await pair.open('objective goodbye { prompt "Say goodbye." }', more);
    expect(await pair.ask("objectives/compile", { uri: web })).toMatchObject({
      kind: "document",
      json: expect.stringContaining("Say goodbye."),
    });
    await pair.end();
  });

  test("a fragment is no set, and what is not open is unknown", async () => {
    const pair = await lspPair();
    expect(await pair.ask("objectives/compile", { uri })).toBeNull();
    await pair.open('objective a { prompt "p" }');
    expect(await pair.ask("objectives/compile", { uri })).toEqual({ kind: "fragment" });
    await pair.end();
  });
});

describe("decompiling", () => {
  test("gives the text, and notes for what is left out", async () => {
    const pair = await lspPair();
    const json = '{"name":"A","owner":"me","data":[{"objective_name":"a","objective_prompt":"p"}]}';
    expect(await pair.ask("objectives/decompile", { json })).toEqual({
      kind: "text",
      text: 'objectives "A"\n\nobjective a {\n  prompt "p"\n}\n',
      notes: [expect.stringMatching(/^Line 1, column \d+ \(\/owner\): /)],
    });
    await pair.end();
  });

  test("refuses what is no set, and says where", async () => {
    const pair = await lspPair();
    expect(await pair.ask("objectives/decompile", { json: "{" })).toMatchObject({
      kind: "refused",
      reasons: [expect.stringMatching(/^Line 1, column \d+/)],
    });
    await pair.end();
  });
});
