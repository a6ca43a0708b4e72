// Objectives: New Set. A text with places to fill in; where it is kept is asked when it is saved.
import * as vscode from "vscode";

function template(): string {
  return [
    `objectives "\${1:${vscode.l10n.t("Name of the set")}}"`,
    "",
    "objective ${2:greet} {",
    `  prompt "\${3:${vscode.l10n.t("What the agent should achieve first.")}}"`,
    "  -> ${4:goodbye}",
    "}",
    "",
    `objective \${4:goodbye} { prompt "\${5:${vscode.l10n.t("What the agent should achieve last.")}}" }`,
    "",
  ].join("\n");
}

export async function newSet(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: "objectives" });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(template()));
}
