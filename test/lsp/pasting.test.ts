// What is pasted or dropped, asked of the real server.
import { describe, expect, test } from "vitest";
import { memoryFileSystem } from "../project/memory-file-system.ts";
import { cursor, lspPair, URI } from "../support/lsp-pair.ts";

describe("objectives/paste", () => {
  async function pasted(source: string, text: string) {
    const pair = await lspPair();
    const at = cursor(source);
    await pair.open(at.text);
    const answer = await pair.ask("objectives/paste", {
      uri: URI,
      range: { start: at.position, end: at.position },
      text,
    });
    await pair.end();
    return answer;
  }

  test("JSON becomes objectives", async () => {
    const json = '[{"objective_name": "ask", "objective_prompt": "Ask."}]';
    expect(await pasted(`objectives "😀"\n\n$0`, json)).toEqual({
      title: "Paste as objectives",
      newText: 'objective ask {\n  prompt "Ask."\n}\n',
      edits: [],
    });
  });

  test("prose of several lines changes the quotes around it", async () => {
    expect(await pasted(`objective "😀" {\n  prompt "a$0b"\n}`, "One\ntwo")).toEqual({
      title: "Paste as a text of several lines",
      newText: '""\n    aOne\n    twob\n    ""',
      edits: [
        { range: { start: { line: 1, character: 10 }, end: { line: 1, character: 11 } }, newText: "" },
        { range: { start: { line: 1, character: 11 }, end: { line: 1, character: 12 } }, newText: "" },
      ],
    });
  });

  test("what may be put in as it is has no answer", async () => {
    expect(await pasted(`objective a { prompt "$0" }`, "One")).toBeNull();
  });
});

describe("objectives/include", () => {
  const FILES = {
    "/w/main.objectives": "",
    "/w/parts/a b.objectives": 'objective a { prompt "p" }',
    "/w/parts/there.objectives": 'objective t { prompt "p" }',
    "/w/other.objectives": 'objectives "Other"',
  };

  async function included(...names: readonly string[]) {
    const pair = await lspPair({}, { files: memoryFileSystem(FILES), folder: "file:///w" });
    const uri = "file:///w/main.objectives";
    await pair.open(`objectives "Main"\ninclude "./parts/there.objectives"\n`, uri);
    await pair.ask("objectives/exportGraph", { uri, format: "mermaid", theme: "light" }); // all files are read
    const files = names.map((name) => `file:///w/${name}`);
    const answer = await pair.ask("objectives/include", { uri, files });
    await pair.end();
    return answer;
  }

  test("a fragment gets its line, however its URI is spelt", async () => {
    const end = { line: 1, character: 34 };
    expect(await included("parts/a%20b.objectives")).toEqual({
      range: { start: end, end },
      newText: '\ninclude "./parts/a b.objectives"',
    });
  });

  test("no set, nothing that is included, not the file itself, and nothing that is not there", async () => {
    const names = ["other", "parts/there", "main", "nowhere"].map((name) => `${name}.objectives`);
    expect(await included(...names)).toBeNull();
  });
});
