// Runs the suite in the desktop program, where one is named, present or can be downloaded.
import path from "node:path";
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
  TestRunFailedError,
} from "@vscode/test-electron";
import { CACHE } from "./paths.mts";
import { runProgram } from "./run-program.mts";
import { onStage } from "./stage.mts";
import { reportSuite, RESULT_VARIABLE, writeCarrier, type Subject } from "./suite.mts";
import type { Tally } from "./tally.mts";

/** A desktop VS Code: the one that VSCODE_PATH names, else a downloaded one. Rejects where there is neither. */
export function findDesktop(): Promise<string> {
  const named = process.env["VSCODE_PATH"];
  return named
    ? Promise.resolve(named)
    : downloadAndUnzipVSCode({ cachePath: path.join(CACHE, "vscode-desktop") });
}

/** Runs the bundled suite and prints how each test went. */
export function runSuiteOnDesktop(program: string, module: string, subject: Subject): Promise<Tally> {
  return onStage(async ({ data, workspace }) => {
    const folders = [
      `--user-data-dir=${path.join(data, "user")}`,
      `--extensions-dir=${path.join(data, "extensions")}`,
    ];
    const extension = prepare(program, folders, data, subject);
    const result = path.join(data, "result.json");
    await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: extension,
      extensionTestsPath: module,
      extensionTestsEnv: { [RESULT_VARIABLE]: result },
      launchArgs: [workspace, "--disable-workspace-trust", "--skip-welcome", ...folders],
    }).catch(tolerateFailedTests);
    return reportSuite(result);
  });
}

function prepare(program: string, folders: readonly string[], data: string, subject: Subject): string {
  if ("unpacked" in subject) return subject.unpacked;
  const [command = program, ...args] = resolveCliArgsFromVSCodeExecutablePath(program, {
    reuseMachineInstall: true,
  });
  runProgram(command, [...args, ...folders, "--install-extension", subject.vsix, "--force"]);
  return writeCarrier(data);
}

/** Failed tests are in the report; anything else is a failure of the harness. */
function tolerateFailedTests(error: unknown): void {
  if (!(error instanceof TestRunFailedError)) throw error;
}
