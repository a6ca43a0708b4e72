// The real program: what only a process of its own can show, with pipes, signals, a full disk and the layout engine.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FOR_NODE } from "../../scripts/bundles.mts";
import { GOOD, MISTAKEN } from "./sets.ts";

const BUILD_LIMIT_MS = 60_000;

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "objectives-cli-"));
  await build({
    ...FOR_NODE,
    entryPoints: {
      cli: "server/src/cli/main.ts",
      "layout-worker.node": "server/src/layout-worker.node.ts",
    },
    outdir: path.join(folder, "dist"),
  });
  await writeFile(path.join(folder, "good.objectives"), GOOD);
  await writeFile(path.join(folder, "mistaken.objectives"), MISTAKEN);
}, BUILD_LIMIT_MS);

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

interface Doing {
  /** Bytes for standard input. */
  readonly input?: Uint8Array;
  /** Leaves standard input open behind them. */
  readonly typing?: "goes on";
  /** Sent once the output holds this text. */
  readonly interruptAt?: string;
  /** Closes the program's standard output at once. */
  readonly reader?: "gone";
}

/** The one place where a test starts the program. */
function checkProgram(args: readonly string[], doing: Doing = {}): Promise<Ended> {
  const { TAVUS_API_KEY: _key, ...env } = process.env;
  const program = spawn(process.execPath, [path.join(folder, "dist", "cli.js"), ...args], {
    cwd: folder,
    env,
  });
  const said = { output: "", errors: "" };
  program.stdout.on("data", (data: Buffer) => {
    said.output += data.toString();
    if (doing.interruptAt !== undefined && said.output.includes(doing.interruptAt)) program.kill("SIGINT");
  });
  program.stderr.on("data", (data: Buffer) => (said.errors += data.toString()));
  // A program that does not read to the end closes the pipe.
  program.stdin.on("error", () => undefined);
  program.stdin.write(doing.input ?? new Uint8Array());
  if (doing.typing === undefined) program.stdin.end();
  if (doing.reader === "gone") program.stdout.destroy();
  return new Promise((resolve, reject) => {
    program.once("error", reject);
    program.once("close", (code) => resolve({ code, ...said }));
  });
}

test("checks a file", async () => {
  expect(await checkProgram(["check", "mistaken.objectives"])).toMatchInlineSnapshot(`
    {
      "code": 1,
      "errors": "1 error in 1 file.
    ",
      "output": "mistaken.objectives:6:6 error unknown-objective No objective is called 'clos'. Did you mean 'close'?
        6 |   -> clos
          |      ^^^^
    ",
    }
  `);
});

test("says where a finding is explained, beside the program", async () => {
  const { output } = await checkProgram(["check", "mistaken.objectives", "--json"]);
  const page = path.join(await realpath(folder), "docs", "findings", "unknown-objective.md");
  expect(JSON.parse(output)).toMatchObject({ findings: [{ url: pathToFileURL(page).href }] });
});

test("draws with the layout engine beside it", async () => {
  const { code, output, errors } = await checkProgram(["graph", "good.objectives"]);
  expect(code).toBe(0);
  // What takes long is told about; how long it takes is the machine's affair.
  expect(errors).toMatch(/^(?:placing 2 objectives …\n)?$/);
  expect(output).toMatch(/^<svg/);
});

test("writes a file whole", async () => {
  await checkProgram(["compile", "good.objectives", "-o", "good.json"]);
  const { output } = await checkProgram(["compile", "good.objectives"]);
  expect(await readFile(path.join(folder, "good.json"), "utf8")).toBe(output);
});

describe("standard input", () => {
  const encoder = new TextEncoder();

  test.each([
    ["a text", encoder.encode(GOOD), 0, "Nothing to complain about in 1 file.\n"],
    [
      "bytes that are no text",
      new Uint8Array([0xff, 0xfe, 0x41]),
      2,
      "error: standard input is not text in UTF-8. Save it as UTF-8, or name another file.\n",
    ],
    [
      "a zero byte",
      encoder.encode("objectives\0"),
      2,
      "error: standard input holds a zero byte (NUL), which no text does. Take it out, or name another file.\n",
    ],
    [
      "17 MiB",
      new Uint8Array(17 * 1024 * 1024).fill(0x61),
      2,
      "error: standard input is larger than 16 MiB: no set is. Name another file.\n",
    ],
  ])("%s", async (_, input, exit, errors) => {
    expect(await checkProgram(["check", "-"], { input })).toEqual({ code: exit, output: "", errors });
  });
});

test("a reader that has gone is no error", async () => {
  expect(await checkProgram(["compile", "good.objectives"], { reader: "gone" })).toMatchObject({
    code: 0,
    errors: "",
  });
});

test.runIf(existsSync("/dev/full"))("a full disk behind standard output is said", async () => {
  const shell = spawn(
    "sh",
    [
      "-c",
      '"$0" "$1" compile good.objectives > /dev/full',
      process.execPath,
      path.join(folder, "dist", "cli.js"),
    ],
    { cwd: folder },
  );
  let errors = "";
  shell.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  const code = await new Promise((resolve) => shell.once("close", resolve));
  expect([code, errors]).toEqual([2, "error: The result could not be written: the disk is full.\n"]);
});

test("the emulator says first where it listens, and ends with its state saved", async () => {
  const { code, output, errors } = await checkProgram(["emulate", "--port", "0", "--data", "state"], {
    interruptAt: "listening on http://127.0.0.1:",
  });
  expect([code, output]).toEqual([0, expect.stringMatching(/^listening on http:\/\/127\.0\.0\.1:\d+\n$/)]);
  expect(errors).toContain("The emulator has ended; its state is saved.");
  expect(existsSync(path.join(folder, "state", "emulator.json.lock"))).toBe(false);
});

test("a port in use is said", async () => {
  const { createServer } = await import("node:net");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { code, errors } = await checkProgram(["emulate", "--port", String(port), "--data", "other"]);
  await new Promise((resolve) => server.close(resolve));
  expect([code, errors]).toEqual([
    2,
    `error: Port ${port} is in use: stop what listens there, or choose another with --port, or 0 for any free one.\n`,
  ]);
});

test("serves an editor that is not VS Code", async () => {
  const message = (body: object): string => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...body });
    return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
  };
  const input = new TextEncoder().encode(
    message({ id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } }) +
      message({ method: "initialized", params: {} }) +
      message({ id: 2, method: "shutdown" }) +
      message({ method: "exit" }),
  );
  const { code, output, errors } = await checkProgram(["lsp", "--stdio"], { input, typing: "goes on" });
  expect([code, errors]).toEqual([0, ""]);
  expect(output).toContain('"hoverProvider":true');
});
