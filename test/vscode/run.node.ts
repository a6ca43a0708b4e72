// Runs the suite inside an extension host, on the desktop and in a server alike, and writes down how it went.
import { readdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import Mocha from "mocha";
import { assertPassed, outcomesOf, TEST_LIMIT_MS } from "./outcomes.ts";

/** Called by VS Code. */
export async function run(): Promise<void> {
  // The base reporter prints nothing: where the report goes is the harness's affair.
  const mocha = new Mocha({ ui: "tdd", timeout: TEST_LIMIT_MS, reporter: Mocha.reporters.Base });
  for (const file of suiteFiles(path.join(__dirname, "suite"))) mocha.addFile(file);

  const outcomes = await outcomesOf((done) => mocha.run(done));
  const file = process.env["OBJECTIVES_SUITE_RESULT"];
  if (file) writeFileSync(file, JSON.stringify(outcomes));
  assertPassed(outcomes);
}

function suiteFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".test.js"))
    .map((name) => path.join(folder, name));
}
