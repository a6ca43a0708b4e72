// The suite of test/vscode/suite, whichever VS Code runs it: its bundle, what it is run on, what it reports.
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { CACHE, TESTS } from "./paths.mts";
import type { Tally } from "./tally.mts";

/** The extension under test: its unpacked folder, or its package, to be installed. */
export type Subject = { readonly unpacked: string } | { readonly vsix: string };

/** Names the file into which `run` of test/vscode/run.ts writes how the tests went. */
export const RESULT_VARIABLE = "OBJECTIVES_SUITE_RESULT";

/** As test/vscode/run.ts writes it. */
interface Outcome {
  readonly title: string;
  readonly error?: string;
}

const NO_WORD: Outcome = { title: "the suite", error: "It ended without saying how its tests went." };

/** Bundles the suite; the module whose `run` an extension host calls. */
export async function bundleSuite(): Promise<string> {
  const outdir = path.join(CACHE, "vscode-suite");
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: [path.join(TESTS, "run.ts"), ...globSync(path.join(TESTS, "suite", "*.test.ts"))],
    outdir,
    outbase: TESTS,
    bundle: true,
    platform: "node",
    format: "cjs",
    // As in scripts/build.mts: some of the suites run the server itself.
    mainFields: ["module", "main"],
    // mocha loads test files by their paths, so it cannot be part of them.
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return path.join(outdir, "run.js");
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
