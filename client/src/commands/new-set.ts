// Objectives: New Set. A text with places to fill in; where it is kept is asked when it is saved.
import * as vscode from "vscode";

const TEMPLATE = [
  'objectives "${1:Name of the set}"',
  "",
  "objective ${2:greet} {",
  '  prompt "${3:What the agent should achieve first.}"',
  "  -> ${4:goodbye}",
  "}",
  "",
  'objective ${4:goodbye} { prompt "${5:What the agent should achieve last.}" }',
  "",
].join("\n");

export async function newSet(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: "objectives" });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(TEMPLATE));
}
