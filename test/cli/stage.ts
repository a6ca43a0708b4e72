// The command line on a stage: files and the emulator in memory, no network, nobody to ask, and time that waits for nobody.
import type { FileResult } from "../../server/src/project/file-system.ts";
import type { ExitCode } from "../../server/src/cli/exit-code.ts";
import { run } from "../../server/src/cli/run.ts";
import type { World } from "../../server/src/cli/world.ts";
import { STANDARD_INPUT } from "../../server/src/cli/world.ts";
import type { EmulatorWorld } from "../../server/src/emulator/emulator.ts";
import { TIME_LIMIT } from "../../server/src/platform/request.ts";
import type { Time } from "../../server/src/platform/time.ts";
import { memoryFiles, memoryWorld, noFault } from "../emulator/memory-files.ts";
import type { FileFault, MemoryFileSystem } from "../project/memory-file-system.ts";
import { memoryFileSystem, noFileFault } from "../project/memory-file-system.ts";

export const FOLDER = "/project";

export interface Stage {
  readonly files: MemoryFileSystem;
  readonly emulator: EmulatorWorld;
  readonly props: Required<Props>;
}

/** What a test says of the world; all else is as above. */
export interface Props {
  /** What standard input says. */
  readonly input?: FileResult<string>;
  readonly environment?: Readonly<Record<string, string>>;
  /** What somebody answers to every question; nobody is there without it. */
  readonly answer?: (() => string) | undefined;
  readonly terminal?: "terminal" | "file";
  readonly fetch?: typeof fetch;
  readonly interruption?: AbortSignal;
  readonly pace?: "quick" | "slow";
  readonly fault?: FileFault;
  readonly columns?: number;
}

export interface Heard {
  readonly exit: ExitCode;
  readonly output: string;
  readonly errors: string;
}

/** A stage with files in the project's folder, by their names. */
export function stage(files: Readonly<Record<string, string>>, props: Props = {}): Stage {
  const placed = Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text] as const);
  return {
    files: memoryFileSystem(
      { [`${FOLDER}/.keep`]: "", ...Object.fromEntries(placed) },
      props.fault ?? noFileFault,
    ),
    emulator: memoryWorld(memoryFiles(noFault)),
    props: {
      input: { ok: false, failure: { kind: "other", path: STANDARD_INPUT, code: "" } },
      environment: {},
      answer: undefined,
      terminal: "file",
      fetch: nothingListens,
      interruption: new AbortController().signal,
      pace: "quick",
      fault: noFileFault,
      columns: 100,
      ...props,
    },
  };
}

/** The one place where tests call the command line: `objectives <line>`, words apart by blanks or as a list. */
export async function objectives(on: Stage, line: string | readonly string[]): Promise<Heard> {
  const { exit, output, errors } = await hear(on, line);
  return { exit, output, errors };
}

/** Everything that a command prints, in its order, and the exit code. */
export async function checkCli(on: Stage, line: string | readonly string[]): Promise<string> {
  const { exit, transcript } = await hear(on, line);
  return `${transcript}=> ${exit}`;
}

/** The JSON that a command prints, which is all that it prints there. */
export async function checkJson(on: Stage, line: string): Promise<unknown> {
  const { output } = await objectives(on, line);
  return JSON.parse(output);
}

/** `fetch` of a machine on which nothing listens. */
const nothingListens: typeof fetch = () =>
  Promise.reject(
    new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "ECONNREFUSED" }) }),
  );

interface Said {
  output: string;
  errors: string;
  transcript: string;
}

async function hear(
  on: Stage,
  line: string | readonly string[],
): Promise<Said & { readonly exit: ExitCode }> {
  const said: Said = { output: "", errors: "", transcript: "" };
  const args = typeof line === "string" ? line.split(" ").filter((word) => word !== "") : line;
  const exit = await run(args, worldOf(on, said));
  return { exit, ...said };
}

function worldOf({ files, emulator, props }: Stage, said: Said): World {
  const { environment, answer, terminal: kind, fetch, interruption, pace, columns, input } = props;
  const write = (to: "output" | "errors", text: string): void => {
    said[to] += text;
    said.transcript += text;
  };
  return {
    folder: FOLDER,
    environment,
    files,
    readInput: async () => input,
    output: { kind, columns, write: (text) => write("output", text) },
    errors: { kind, columns, write: (text) => write("errors", text) },
    ask: async (question) => {
      if (answer === undefined) return undefined;
      const line = answer();
      write("errors", `${question}${line}\n`);
      return line;
    },
    fetch,
    time: stageTime(pace),
    interruption,
    emulator,
    pages: "file:///objectives/docs/findings",
    withLayout: (use) => use(async () => ({ ok: false, reason: "There is no engine on a stage." })),
    serveEditor: async () => write("output", "(serves an editor)\n"),
    serveAssistant: async (wish) => write("output", `(serves an assistant: ${JSON.stringify(wish)})\n`),
  };
}

/** Milliseconds after which progress is shown. */
const PATIENCE = 500;

/** Waits before another try pass at once; the limits of patience and of a request are reached only where it is slow. */
function stageTime(pace: "quick" | "slow"): Time {
  return {
    now: () => Date.parse("2026-03-01T12:00:00Z"),
    random: () => 0.25,
    sleep: (milliseconds, signal) => {
      const isLimit = milliseconds === TIME_LIMIT || (milliseconds === PATIENCE && pace === "quick");
      if (!isLimit) return Promise.resolve();
      return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    },
  };
}
