// Runs the suite inside the extension host of a browser; its result is a file of the workspace, the only place it can write to.
import * as vscode from "vscode";
import { assertPassed, outcomesOf } from "../outcomes.ts";
import { workspaceFile } from "../support.ts";

/** Called by VS Code. */
export async function run(): Promise<void> {
  const outcomes = await outcomesOf((done) => mocha.run(done));
  const bytes = new TextEncoder().encode(JSON.stringify(outcomes));
  await vscode.workspace.fs.writeFile(workspaceFile("suite-result.json"), bytes);
  assertPassed(outcomes);
}
