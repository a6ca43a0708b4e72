// Installs a real VS Code (server and web workbench) from the npm registry into .cache/vscode-host/.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { CACHE, ROOT } from "./paths.mts";
import { runProgram } from "./run-program.mts";

/** The version of the npm package that carries VS Code's own server: this one holds VS Code 1.139.1 and wants Node 24. */
const VERSION = "4.139.1";

const NPM_FLAGS = ["--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--loglevel=error"];

/** Native modules that would have to be compiled, and the plain JavaScript that does here. */
const STAND_INS = {
  "@vscode/spdlog": "log.cjs",
  "@vscode/native-watchdog": "watchdog.cjs",
} as const satisfies Record<string, string>;

/** The folder of the installed host; installs it first where it is missing. Runs no install script, compiles nothing. */
export function installHost(): string {
  const host = path.join(CACHE, "vscode-host", VERSION);
  if (existsSync(host)) return host;

  console.log(`Installing VS Code's server into ${path.relative(ROOT, host)} (once) …`);
  mkdirSync(path.dirname(host), { recursive: true });
  // Made whole beside its place and then moved there, so that an interrupted installation is never taken for one.
  const making = mkdtempSync(path.join(path.dirname(host), "making-"));
  try {
    unpack(making);
    installPackages(making);
    replaceNativeModules(making);
    renameSync(making, host);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  return host;
}

function unpack(folder: string): void {
  const download = path.join(folder, "download");
  mkdirSync(download);
  runProgram("npm", ["pack", "--silent", `code-server@${VERSION}`], { cwd: download });
  const [archive] = readdirSync(download);
  if (!archive) throw new Error("The npm registry gave no archive of code-server.");
  const member = "package/lib/vscode";
  runProgram("tar", ["-xzf", path.join(download, archive), "-C", folder, "--strip-components=3", member]);
  rmSync(download, { recursive: true });
  rmSync(path.join(folder, "extensions", "copilot"), { recursive: true, force: true });
}

function installPackages(folder: string): void {
  // Without --legacy-peer-deps npm 11 says that the lock file and package.json disagree.
  runProgram("npm", ["ci", "--legacy-peer-deps", ...NPM_FLAGS], { cwd: folder });
}

function replaceNativeModules(folder: string): void {
  for (const [module, standIn] of Object.entries(STAND_INS)) {
    const source = path.join(import.meta.dirname, "stand-ins", standIn);
    copyFileSync(source, path.join(folder, "node_modules", module, "index.js"));
  }
}
