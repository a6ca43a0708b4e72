// Runs every lint side by side and prints what each has to say: `npm run lint`.
import { spawn } from "node:child_process";
import path from "node:path";

interface Lint {
  readonly name: string;
  readonly command: readonly string[];
}

interface Outcome {
  readonly name: string;
  readonly isClean: boolean;
  readonly output: string;
}

const ROOT = path.join(import.meta.dirname, "..");

const LINTS: readonly Lint[] = [
  { name: "ESLint", command: ["eslint", "--max-warnings", "0", "."] },
  { name: "Prettier", command: ["prettier", "--check", "--log-level", "warn", "."] },
  {
    name: "Layers",
    command: [
      "depcruise",
      "--config",
      ".dependency-cruiser.mjs",
      "server",
      "client",
      "scripts",
      "test",
      "bench",
    ],
  },
];

const outcomes = await Promise.all(LINTS.map(run));
for (const outcome of outcomes) report(outcome);
if (!outcomes.every(({ isClean }) => isClean)) process.exitCode = 1;

/** Programs come from node_modules/.bin, which `npm run` puts first in PATH. */
function run({ name, command }: Lint): Promise<Outcome> {
  const [program = "", ...args] = command;
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const lint = spawn(program, args, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let output = "";
  lint.stdout.on("data", (data: Buffer) => (output += data.toString()));
  lint.stderr.on("data", (data: Buffer) => (output += data.toString()));
  lint.once("error", (error) => resolve({ name, isClean: false, output: error.message }));
  lint.once("close", (code) => resolve({ name, isClean: code === 0, output }));
  return promise;
}

function report({ name, isClean, output }: Outcome): void {
  console.log(isClean ? `✔ ${name}` : `✘ ${name}\n${output.trimEnd()}\n`);
}
