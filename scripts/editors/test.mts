// Tests sessions in editors that are not VS Code: `npm run test:editors [-- <options of vitest>]`.
import { spawnSync } from "node:child_process";
import { installPackages } from "../debian-packages.mts";
import { buildExtension } from "../package.mts";
import { ROOT } from "../vscode/paths.mts";

interface Editor {
  readonly name: string;
  /** The tests that are for it. */
  readonly tests: string;
  /** Names another program than the one in PATH. */
  readonly variable: string;
  readonly program: string;
  readonly packages: readonly string[];
  /** Ends with 0 where the editor has what its session needs. */
  readonly probe: readonly string[];
}

const EDITORS: readonly Editor[] = [
  {
    name: "Neovim",
    tests: "neovim",
    variable: "NEOVIM_PATH",
    program: "nvim",
    packages: ["neovim"],
    probe: ["--headless", "--clean", "-c", "lua if not vim.lsp then vim.cmd('cquit') end", "-c", "quit"],
  },
  {
    name: "Emacs with eglot",
    tests: "emacs",
    variable: "EMACS_PATH",
    program: "emacs",
    packages: ["emacs-nox", "elpa-eglot"],
    probe: ["--batch", "--eval", "(require 'eglot)"],
  },
];

for (const editor of EDITORS) install(editor);
const [there, missing] = [EDITORS.filter(isThere), EDITORS.filter((it) => !isThere(it))];
for (const editor of missing) console.log(sentenceAbout(editor));
// A run in which something was not tested has not passed; on somebody's own machine it is enough to say so.
if (missing.length > 0 && process.env["CI"]) process.exitCode = 1;
if (there.length > 0) testIn(there);

/** One package after the other: newer Debians have in the first what older ones have in the second. */
function install(editor: Editor): void {
  try {
    for (const name of editor.packages) if (!isThere(editor)) installPackages([name]);
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
  }
}

function isThere({ program, variable, probe }: Editor): boolean {
  return spawnSync(process.env[variable] ?? program, probe, { stdio: "ignore" }).status === 0;
}

function sentenceAbout({ name, variable, packages }: Editor): string {
  return `${name} is not tested: it is not on this machine, and only root on Debian can install it here (${packages.join(", ")}). Name one with ${variable}.`;
}

function testIn(editors: readonly Editor[]): void {
  buildExtension();
  const names = editors.map(({ tests }) => `test/editors/${tests}`);
  const args = ["run", "--config", "vitest.editors.config.mts", ...names, ...process.argv.slice(2)];
  const { status } = spawnSync("vitest", args, {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exitCode = 1;
}
