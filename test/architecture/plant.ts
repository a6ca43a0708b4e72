// A throw-away copy of the project's bones, in which violations are planted for the lints to find.
import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export const ROOT = path.join(import.meta.dirname, "..", "..");

/** Texts by their paths from the root. */
export type Files = Readonly<Record<string, string>>;

/** What a lint prints of a tree. The tree stands inside the project, so that packages are found, and is removed. */
export function printedIn(files: Files, program: string, args: readonly string[]): string {
  const cache = path.join(ROOT, ".cache");
  mkdirSync(cache, { recursive: true });
  const tree = mkdtempSync(path.join(cache, "planted-"));
  try {
    for (const bone of bones()) cpSync(path.join(ROOT, bone), path.join(tree, bone));
    for (const [file, text] of Object.entries(files)) write(path.join(tree, file), text);
    return run(tree, path.join(ROOT, "node_modules", ".bin", program), args);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

function bones(): readonly string[] {
  return globSync("**/tsconfig*.json", { cwd: ROOT, exclude: ["node_modules/**", ".cache/**", "dist/**"] });
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Lints end with a code above 0 when they find something, so only a lint that says nothing at all has failed. */
function run(cwd: string, program: string, args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  if (error || stdout === "") throw new Error(`${program} said nothing: ${error?.message ?? stderr}`);
  return stdout;
}
