// Makes a fresh clone ready, then runs a command: `node scripts/ready.mjs vitest run`.
// Plain JavaScript for Node 20: it installs what package-lock.json names, the project's own Node among it.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const installed = path.join(root, "node_modules", ".package-lock.json");
const wanted = path.join(root, "package-lock.json");

/** Runs a command line with the project's own programs first in PATH; returns its exit code. */
function run(command, options = {}) {
  const env = { ...process.env, PATH: path.join(root, "node_modules", ".bin") + path.delimiter + process.env.PATH };
  const { status, error } = spawnSync(command, { shell: true, stdio: "inherit", env, ...options });
  if (error) console.error(`${command}: ${error.message}`);
  return status ?? 1;
}

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(wanted).mtimeMs) {
  console.error("Installing what the project needs (once) …");
  const status = run("npm ci --no-audit --no-fund --loglevel=error", { cwd: root });
  if (status !== 0) {
    console.error("npm could not install the packages. Is the npm registry reachable? Then run the same command again.");
    process.exit(status);
  }
}

const quote = (argument) => (/^[\w./:=@-]+$/.test(argument) ? argument : JSON.stringify(argument));
const command = process.argv.slice(2).map(quote).join(" ");
process.exit(command ? run(command) : 0);
