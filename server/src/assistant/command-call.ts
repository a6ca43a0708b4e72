// A tool as a command of the command line: called with the same words, in a world that is the reach and no more.
import { EXIT, type ExitCode } from "../cli/exit-code.ts";
import { run } from "../cli/run.ts";
import { refused, type Answer, type ToolCall } from "./tool.ts";
import { commandWorld, type Printed } from "./world.ts";

export interface CommandEnd extends Printed {
  readonly exit: ExitCode;
}

/** Calls `objectives <options> -- <operands>`. An operand is never taken for an option. */
export async function callCommand(
  { world, reach, signal }: ToolCall,
  options: readonly string[],
  operands: readonly string[],
): Promise<CommandEnd> {
  const printed: Printed = { output: "", errors: "" };
  const target = reach.target === undefined ? [] : [`--target=${reach.target}`];
  const args = [...options, "--quiet", ...target, "--", ...operands];
  const exit = await run(args, commandWorld(world, reach, printed, signal));
  return { ...printed, exit };
}

/** The JSON value that a command printed, or what it complained about. */
export function jsonAnswer({ exit, output, errors }: CommandEnd): Answer {
  if (!hasResult(exit) || output === "") return refused(complaintsIn(errors));
  return { ok: true, text: output, value: JSON.parse(output) as Record<string, unknown> };
}

/** Findings, and sets that somebody has to decide about, are a result like any other. */
export function hasResult(exit: ExitCode): boolean {
  return exit === EXIT.done || exit === EXIT.findings || exit === EXIT.decision;
}

/** Complaints without the word that tells them from results in a terminal. */
export function complaintsIn(errors: string): string {
  return errors.replace(/^error: /gm, "").trim();
}

/** Options that give params their values. */
export function paramOptions(params: Readonly<Record<string, string>> | undefined): readonly string[] {
  return Object.entries(params ?? {}).map(([name, value]) => `--param=${name}=${value}`);
}
