// What a page shows of the command line: each command that begins with `$ objectives`, and what it prints.
import type { Stage } from "./stage.ts";
import { checkCli } from "./stage.ts";

/** The lines of a console with what its commands print now. */
export async function consoleAnew(lines: string, on: Stage): Promise<string> {
  const runs = [];
  for (const [line, words = ""] of lines.matchAll(/^\$ objectives (.*)$/gm)) {
    const heard = await checkCli(on, words);
    runs.push(`${line}\n${shown(heard)}\n`);
  }
  return runs.join("\n");
}

/** Without the exit code, and without the options that the page has shown once. */
function shown(heard: string): string {
  return heard
    .replace(/=> \d+$/, "")
    .replace(/Global Options:\n(.+\n)+\n/, "")
    .trimEnd();
}
