// Makes a fresh clone ready, then runs a command: `node scripts/ready.mjs vitest run`.
// Plain JavaScript for Node 20: it installs what package-lock.json names, the project's own Node among it.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");

if (!isInstalled()) {
  console.error("Installing what the project needs (once) …");
  const status = run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root });
  if (status !== 0) {
    console.error("npm could not install the packages. Is the npm registry reachable?");
    console.error("Then run the same command again.");
    process.exit(status);
  }
}

const [program, ...args] = process.argv.slice(2);
process.exitCode = program ? run(program, args) : 0;

/** Whether the installed packages are those of package-lock.json: npm writes its own list last. */
function isInstalled() {
  const installed = path.join(root, "node_modules", ".package-lock.json");
  const wanted = path.join(root, "package-lock.json");
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs;
}

/** Runs a program with the project's own programs first in PATH; returns its exit code. */
function run(program, args, options = {}) {
  const bin = path.join(root, "node_modules", ".bin");
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` };
  // On Windows programs of npm are scripts, which only a shell starts; elsewhere arguments stay as they are.
  const isWindows = process.platform === "win32";
  const words = isWindows ? args.map((argument) => JSON.stringify(argument)) : args;
  const { status, error } = spawnSync(program, words, {
    stdio: "inherit",
    env,
    shell: isWindows,
    ...options,
  });
  if (error) console.error(`${program}: ${error.message}`);
  return status ?? 1;
}
