// Runs other programs and says what they said when they fail.
import { spawnSync } from "node:child_process";

export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program to its end without a shell; returns what it printed. Throws with its output when it fails. */
export function runProgram(program: string, args: readonly string[], options: ProgramOptions = {}): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 64 * 1024 * 1024,
    ...options,
  });
  if (error) throw new Error(`${program} did not start: ${error.message}`);
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} failed (${status}):\n${stdout}${stderr}`);
  return stdout;
}
