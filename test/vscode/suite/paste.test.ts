// Pasting inside a real VS Code: what it becomes, and the plain text that one undo or choice brings back.
import * as vscode from "vscode";
import { closeEverything, extension, openText, settled } from "../support.ts";

const JSON_OF_ONE = '[{"objective_name": "ask", "objective_prompt": "Ask."}]';

suite("Pasting", () => {
  suiteSetup(() => extension().activate());
  teardown(closeEverything);

  test("JSON of the platform becomes objectives, and undoing takes them back", async () => {
    const { document } = await openText('objectives "Pasting"\n\n$0');
    await pasteText(JSON_OF_ONE);
    await reads(document, 'objectives "Pasting"\n\nobjective ask {\n  prompt "Ask."\n}\n');
    await vscode.commands.executeCommand("undo");
    await reads(document, 'objectives "Pasting"\n\n');
  });

  test("prose of several lines makes its prompt one of several lines", async () => {
    const { document } = await openText('objectives "P"\n\nobjective a {\n  prompt "$0"\n}\n');
    await pasteText('Say "hi".\nThen wait.');
    await reads(
      document,
      'objectives "P"\n\nobjective a {\n  prompt """\n    Say "hi".\n    Then wait.\n    """\n}\n',
    );
  });

  test("the plain text can be chosen", async () => {
    const { document } = await openText('objectives "P"\n\n$0');
    await vscode.env.clipboard.writeText(JSON_OF_ONE);
    await vscode.commands.executeCommand("editor.action.pasteAsText");
    await reads(document, `objectives "P"\n\n${JSON_OF_ONE}`);
  });
});

/** As the menu "Paste As…" does: in a browser the plain command asks nobody what a text becomes. */
async function pasteText(text: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  await vscode.commands.executeCommand("editor.action.pasteAs", { kind: "text.objectives" });
}

/** Waits until the document is this text. */
async function reads(document: vscode.TextDocument, text: string): Promise<void> {
  await settled(
    () => `${JSON.stringify(text)} instead of ${JSON.stringify(document.getText())}`,
    () => document.getText() === text,
    vscode.workspace.onDidChangeTextDocument,
  );
}
