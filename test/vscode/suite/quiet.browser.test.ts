// Nothing goes over the network before a command that says so: in a browser every request is a `fetch`.
import * as assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeEverything, diagnosticsOf, extension, openText, tabOpened, workspaceFile } from "../support.ts";

suite("The network of a browser", () => {
  const { fetch } = globalThis;
  let asked: string[] = [];

  setup(() => {
    asked = [];
    globalThis.fetch = (input, init) => {
      asked.push(input instanceof Request ? input.url : String(input));
      return fetch(input, init);
    };
  });
  teardown(async () => {
    globalThis.fetch = fetch;
    await closeEverything();
  });

  test("is left alone while a set is written, checked, drawn and compiled", async () => {
    await extension().activate();
    const { document } = await openText(
      'objectives "Quiet"\n\nobjective greet {\n  prompt "Greet."\n  -> gone\n}\n',
    );
    await diagnosticsOf(document, (found) => found.length > 0);
    const file = workspaceFile("dental-intake.objectives");
    await vscode.window.showTextDocument(file);
    const preview = tabOpened(({ label }) => label.startsWith("Flow of"));
    await vscode.commands.executeCommand("objectives.previewGraph", file);
    await preview;
    await vscode.commands.executeCommand("objectives.openCompiled", file);
    assert.deepEqual(asked, []);
  });

  test("is used by a command that says so, and is seen here", async () => {
    await vscode.commands.executeCommand("objectives.plan", workspaceFile("dental-intake.objectives"));
    assert.ok(asked.length > 0);
  });
});
