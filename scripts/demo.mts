// The main job on a shipped example, as a user would do it with the built command line: `npm run demo`.
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pc from "picocolors";

/** One command and what it has to do. */
interface Step {
  readonly title: string;
  readonly args: readonly string[];
  readonly exit: number;
  /** What to say of the outcome; throws where it is not what it should be. */
  readonly say: (outcome: Outcome) => string;
}

interface Outcome {
  readonly output: string;
  readonly errors: string;
}

const ROOT = path.join(import.meta.dirname, "..");
const CLI = path.join(ROOT, "dist", "cli.js");
const RESULTS = path.join(ROOT, "dist", "demo");
const MISTAKEN = "dental-intake-with-a-mistake.objectives";
const SET = "dental-intake.objectives";

await demonstrate();

async function demonstrate(): Promise<void> {
  const startedAt = performance.now();
  build();
  const folder = mkdtempSync(path.join(tmpdir(), "objectives-demo-"));
  try {
    await prepare(folder);
    console.log(
      pc.bold("From a text to a set that a persona follows, on the built-in emulator (not Tavus)\n"),
    );
    for (const [index, step] of [...stepsHere(folder), ...stepsThere(folder)].entries())
      carryOut(step, index + 1, folder);
    keepResults(folder);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(
      `${pc.green("All of it worked")}, in ${seconds} s. Open the picture: ${pc.bold(shown("dental-intake.svg"))}`,
    );
  } catch (error) {
    console.error(pc.red(`✘ The demo failed. ${error instanceof Error ? error.message : String(error)}`));
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function build(): void {
  const { status } = spawnSync(process.execPath, [path.join(ROOT, "scripts", "build.mts")], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) process.exit(1);
}

/** A fresh copy of the examples, with an address for the emulator that nothing else listens on. */
async function prepare(folder: string): Promise<void> {
  cpSync(path.join(ROOT, "examples"), folder, { recursive: true });
  rmSync(path.join(folder, ".objectives"), { recursive: true, force: true });
  const config = { version: 1, targets: { local: { url: `http://127.0.0.1:${await freePort()}` } } };
  writeFileSync(path.join(folder, "objectives.json"), `${JSON.stringify(config, undefined, 2)}\n`);
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer();
  server.listen(0, "127.0.0.1", () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  });
  return promise;
}

/** What needs no platform. */
function stepsHere(folder: string): readonly Step[] {
  return [
    {
      title: "Check a set with a deliberate mistake",
      args: ["check", MISTAKEN, "--quiet"],
      exit: 1,
      say: ({ output }) => {
        if (!output.includes("Did you mean 'wrap_up'?")) fail("The mistake was not found", output);
        return output.trimEnd();
      },
    },
    {
      title: "Check the good one",
      args: ["check", SET, "--json"],
      exit: 0,
      say: ({ output }) => {
        const report = JSON.parse(output) as { files: number; errors: number; warnings: number };
        if (report.files !== 1 || report.errors + report.warnings > 0) fail("It has findings", output);
        return "Nothing to complain about.";
      },
    },
    {
      title: "Compile it to the platform's JSON",
      args: ["compile", SET, "-o", "dental-intake.json"],
      exit: 0,
      say: () => {
        const { data } = JSON.parse(read(folder, "dental-intake.json")) as { data: unknown[] };
        if (data.length !== 6) fail("The document does not have its six objectives", String(data.length));
        return `${data.length} objectives in ${shown("dental-intake.json")}`;
      },
    },
    {
      title: "Draw the flow",
      args: ["graph", SET, "-o", "dental-intake.svg"],
      exit: 0,
      say: ({ errors }) => {
        const svg = read(folder, "dental-intake.svg");
        if (!svg.startsWith("<svg") || !svg.includes("wrap_up"))
          fail("There is no picture", svg.slice(0, 200));
        if (errors.includes("plainly")) fail("The layout engine did not answer", errors);
        return `The picture is in ${shown("dental-intake.svg")}`;
      },
    },
  ];
}

/** What the platform has a part in. */
function stepsThere(folder: string): readonly Step[] {
  return [
    {
      title: "Upload it",
      args: ["push", SET, "--target", "local", "--json"],
      exit: 0,
      say: ({ output }) => {
        const set = pushedSet(output);
        if (set.action !== "create") fail("It was not made", output);
        return `Made as ${set.objectives_id} on the emulator, read back and the same.`;
      },
    },
    {
      title: "Read it back as text",
      args: ["show", SET, "--target", "local", "-o", "read-back.objectives"],
      exit: 0,
      say: () => {
        const again = objectives(folder, ["compile", "read-back.objectives"]);
        if (again.status !== 0 || again.output !== read(folder, "dental-intake.json"))
          fail("It compiles to another document", again.errors);
        return "What the emulator holds compiles to the same document, byte for byte.";
      },
    },
    {
      title: "Let a new persona follow it",
      args: ["attach", SET, "--target", "local", "--new-persona", "persona.json", "--json"],
      exit: 0,
      say: ({ output }) => {
        const report = JSON.parse(output) as { objectives_id: string; personas: readonly PersonaReport[] };
        const [persona] = report.personas;
        if (persona?.action !== "created" || !persona.live) fail("No persona was made", output);
        return `Persona ${persona.persona_id} was made; it follows ${report.objectives_id}.`;
      },
    },
    {
      title: "Upload it a second time",
      args: ["push", SET, "--target", "local", "--json"],
      exit: 0,
      say: ({ output }) => {
        const set = pushedSet(output);
        if (set.action !== "unchanged") fail("There was something to do", output);
        return `Nothing to do: ${set.objectives_id} says the same.`;
      },
    },
  ];
}

interface PersonaReport {
  readonly persona_id: string;
  readonly action: string;
  readonly live: boolean;
}

interface SetReport {
  readonly action: string;
  readonly objectives_id: string;
}

function pushedSet(output: string): SetReport {
  const { applied, sets } = JSON.parse(output) as { applied: boolean; sets: readonly SetReport[] };
  const [set] = sets;
  if (!applied || sets.length !== 1) fail("The upload is not complete", output);
  if (set === undefined) throw new Error("The upload names no set.");
  return set;
}

function carryOut({ title, args, exit, say }: Step, number: number, folder: string): void {
  console.log(`${pc.bold(`${number}. ${title}`)}  ${pc.dim(`objectives ${args.join(" ")}`)}`);
  const { status, ...outcome } = objectives(folder, args);
  if (status !== exit)
    fail(`The command ended with ${status} instead of ${exit}`, outcome.errors + outcome.output);
  console.log(`${say(outcome).replaceAll(/^/gm, "   ")}\n`);
}

/** Runs the built command line; a key of the user's is not for a demo. */
function objectives(folder: string, args: readonly string[]): Outcome & { readonly status: number | null } {
  const { TAVUS_API_KEY: _key, OBJECTIVES_API_KEY: _otherKey, ...env } = process.env;
  const colours = pc.isColorSupported ? { FORCE_COLOR: "1" } : {};
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: { ...env, ...colours },
    encoding: "utf8",
  });
  return { status, output: stdout, errors: stderr };
}

function fail(problem: string, seen: string): never {
  throw new Error(`${problem}. It said:
${seen.trimEnd()}`);
}

function keepResults(folder: string): void {
  mkdirSync(RESULTS, { recursive: true });
  for (const name of ["dental-intake.json", "dental-intake.svg"])
    copyFileSync(path.join(folder, name), path.join(RESULTS, name));
}

/** Where a result is left, seen from the project's folder. */
function shown(name: string): string {
  return path.relative(process.cwd(), path.join(RESULTS, name));
}

function read(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), "utf8");
}
