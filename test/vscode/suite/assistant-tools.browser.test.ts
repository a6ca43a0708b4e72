// The tools of assistants in a browser: they are there, and say why they cannot answer.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { extension } from "../support.ts";

suite("The tools of assistants in a browser", () => {
  test("say that they need files on a disk, whatever folder is open", async () => {
    await extension().activate();
    const tools = vscode.lm.tools.filter(({ name }) => name.startsWith("objectives_"));
    assert.ok(tools.length > 0);
    const answers = await Promise.all(tools.map(({ name }) => refusal(name)));
    for (const answer of answers) assert.match(answer, /where files are on a disk/);
  });
});

async function refusal(name: string): Promise<string> {
  const call = vscode.lm.invokeTool(name, { input: {}, toolInvocationToken: undefined });
  return Promise.resolve(call).then(
    () => "none",
    (error: unknown) => String(error),
  );
}
