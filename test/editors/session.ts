// A session in an editor that is not VS Code: what it opens, how it is started, and what it writes down.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";

export const ROOT = path.join(import.meta.dirname, "..", "..");

/** Longer than a session waits for any one thing. */
export const SESSION_LIMIT_MS = 60_000;

const SET = `objectives "Begrüßung 👋"

include "./closing.objectives"

objective greet {
  prompt "👋👋 Greet the caller." -> godbye when "👋 done"
}
`;

const FRAGMENT = `objective goodbye {   prompt "Say 👋 goodbye." }
`;

/** The server that every editor is told to start. */
export const SERVER = [process.execPath, path.join(ROOT, "dist", "cli.js"), "lsp", "--stdio"];

/** What an editor wrote down, step by step. */
export type Seen = Readonly<Record<string, unknown>>;

/** Lets an editor play its session in a folder of its own. */
export async function play(program: string, args: (folder: string) => readonly string[]): Promise<Seen> {
  const folder = mkdtempSync(path.join(tmpdir(), "objectives-editor-"));
  const [set, fragment, result] = ["greeting.objectives", "closing.objectives", "seen.json"].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  writeFileSync(set, SET);
  writeFileSync(fragment, FRAGMENT);
  writeFileSync(path.join(folder, "objectives.json"), '{ "version": 1 }\n');
  try {
    const session = JSON.stringify({ set, fragment, result, server: SERVER });
    const said = await run(program, args(folder), { cwd: folder, session });
    return JSON.parse(readOr(result, said)) as Seen;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readOr(file: string, said: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Error(`The editor wrote nothing down. It said: ${said}`);
  }
}

function run(
  program: string,
  args: readonly string[],
  { cwd, session }: { readonly cwd: string; readonly session: string },
): Promise<string> {
  const env = { ...process.env, OBJECTIVES_SESSION: session, LC_ALL: "C.UTF-8", HOME: cwd };
  const editor = spawn(program, args, {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: SESSION_LIMIT_MS,
  });
  let said = "";
  editor.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  editor.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    editor.once("error", reject);
    editor.once("close", () => resolve(said));
  });
}

/** What is right, whatever the editor. */
export const RIGHT: Seen = {
  findings: [
    "godbye: No objective is called 'godbye'. Did you mean 'goodbye'?",
    "greet: If the condition does not hold, the conversation is stuck in 'greet': add '-> … otherwise'.",
  ],
  action: "Replace 'godbye' by 'goodbye'",
  hover: expect.stringContaining("Say 👋 goodbye."),
  definition: "closing.objectives: goodbye",
  completed: '  prompt "👋👋 Greet the caller." -> goodbye when "👋 done" -> goodbye',
  renamed: SET.replace("godbye", "farewell"),
  renamed_elsewhere: FRAGMENT.replace("goodbye {", "farewell {"),
  formatted: 'objective farewell { prompt "Say 👋 goodbye." }\n',
};
