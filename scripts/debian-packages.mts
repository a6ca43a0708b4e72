// Programs that tests need and npm has not: from Debian's packages, as root on a machine that has apt-get.
import { existsSync } from "node:fs";
import { runProgram } from "./vscode/run-program.mts";

/** Installs those that are missing, where that can be done here; whether they are there now is for the caller to see. */
export function installPackages(names: readonly string[]): void {
  const missing = names.filter(isMissing);
  if (missing.length === 0 || !canInstall()) return;
  console.log(`Installing ${missing.join(", ")} by apt-get (once) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  runProgram("apt-get", ["update", "-qq"], { env });
  runProgram("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], { env });
}

function canInstall(): boolean {
  return existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
}

function isMissing(name: string): boolean {
  return !existsSync(`/var/lib/dpkg/info/${name}.list`);
}
