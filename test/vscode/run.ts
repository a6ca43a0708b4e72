// Runs the suite inside an extension host, on the desktop and in a server alike, and writes down how it went.
import { readdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import Mocha from "mocha";

/** How one test went; what is written is an array of these. */
export interface Outcome {
  readonly title: string;
  /** Missing where the test passed. */
  readonly error?: string;
}

const TEST_LIMIT_MS = 30_000;

/** Called by VS Code; rejects when a test failed, so that VS Code's exit code says so too. */
export async function run(): Promise<void> {
  // The base reporter prints nothing: where the report goes is the harness's affair.
  const mocha = new Mocha({ ui: "tdd", timeout: TEST_LIMIT_MS, reporter: Mocha.reporters.Base });
  for (const file of suiteFiles(path.join(__dirname, "suite"))) mocha.addFile(file);

  const outcomes = await outcomesOf(mocha);
  const file = process.env["OBJECTIVES_SUITE_RESULT"];
  if (file) writeFileSync(file, JSON.stringify(outcomes));
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  if (failed > 0) throw new Error(`${failed} tests failed.`);
}

function suiteFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".test.js"))
    .map((name) => path.join(folder, name));
}

function outcomesOf(mocha: Mocha): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(outcomes));
    runner.on("pass", (test) => outcomes.push({ title: test.fullTitle() }));
    runner.on("fail", (test, error: Error) =>
      outcomes.push({ title: test.fullTitle(), error: error.stack ?? error.message }),
    );
  });
}
