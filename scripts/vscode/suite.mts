// The suite of test/vscode/suite, whichever VS Code runs it: its bundle, what it is run on, what it reports.
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { FOR_NODE } from "../bundles.mts";
import { CACHE, TESTS } from "./paths.mts";
import type { Tally } from "./tally.mts";

/** The extension under test: its unpacked folder, or its package, to be installed. */
export type Subject = { readonly unpacked: string } | { readonly vsix: string };

/** Names the file into which `run` of test/vscode/run.node.ts writes how the tests went. */
export const RESULT_VARIABLE = "OBJECTIVES_SUITE_RESULT";

/** As test/vscode/outcomes.ts has it. */
interface Outcome {
  readonly title: string;
  readonly error?: string;
}

const NO_WORD: Outcome = { title: "the suite", error: "It ended without saying how its tests went." };

/** Suites that only one kind of extension host can run say so by their names. */
const NODE_ALONE = ".node.test.ts";
const BROWSER_ALONE = ".browser.test.ts";

/** Bundles the suite; the module whose `run` an extension host calls. */
export async function bundleSuite(): Promise<string> {
  const outdir = path.join(CACHE, "vscode-suite");
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: [path.join(TESTS, "run.node.ts"), ...suites().filter((it) => !it.endsWith(BROWSER_ALONE))],
    outdir,
    outbase: TESTS,
    ...FOR_NODE,
    // mocha loads test files by their paths, so it cannot be part of them.
    external: ["vscode", "mocha"],
    sourcemap: "inline",
  });
  return path.join(outdir, "run.node.js");
}

/** The same for the extension host of a browser: one file, since nothing can be loaded by its path there. */
export async function bundleBrowserSuite(): Promise<string> {
  const outfile = path.join(CACHE, "vscode-browser-suite", "run.js");
  const [left, taken] = [suites().filter(isOfNode), suites().filter((it) => !isOfNode(it))];
  for (const file of left) console.log(`${path.basename(file)} is left out: it needs Node.`);
  const imported = [path.join(TESTS, "browser", "mocha.ts"), ...taken].map(
    (it) => `import ${JSON.stringify(it)};`,
  );
  const run = `export { run } from ${JSON.stringify(path.join(TESTS, "browser", "run.ts"))};`;
  await build({
    stdin: { contents: [...imported, run].join("\n"), resolveDir: TESTS },
    outfile,
    bundle: true,
    platform: "browser",
    // Mocha's bundle exports itself where it finds `module`, and VS Code would run that.
    format: "iife",
    globalName: "objectivesSuite",
    footer: { js: "module.exports = objectivesSuite;" },
    alias: { "node:assert/strict": path.join(TESTS, "browser", "assert.ts") },
    external: ["vscode"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}

function suites(): readonly string[] {
  return globSync(path.join(TESTS, "suite", "*.test.ts")).toSorted();
}

function isOfNode(file: string): boolean {
  return file.endsWith(NODE_ALONE);
}

/** Prints how the tests of a suite went; a suite that ended without a word counts as one failure. */
export function reportSuite(file: string): Tally {
  const outcomes = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as readonly Outcome[])
    : [NO_WORD];
  for (const { title, error } of outcomes)
    console.log(error === undefined ? `  ✔ ${title}` : `  ✘ ${title}\n${error}`);
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  return { passed: outcomes.length - failed, failed };
}

/** An extension that does nothing: it carries the suite where the one under test is installed. */
export function writeCarrier(folder: string): string {
  const carrier = path.join(folder, "carrier");
  mkdirSync(carrier, { recursive: true });
  const manifest = { name: "carrier", publisher: "tests", version: "0.0.1", engines: { vscode: "*" } };
  writeFileSync(path.join(carrier, "package.json"), JSON.stringify(manifest));
  return carrier;
}
