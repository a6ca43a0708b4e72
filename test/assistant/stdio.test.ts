// The bundled server as any assistant's program starts it: a process, real files with real links, and a clean output.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { ListRootsRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FOR_NODE } from "../../scripts/bundles.mts";
import { GOOD, MISTAKEN } from "../cli/sets.ts";

const LIMIT_MS = 60_000;

const base = realpathSync(mkdtempSync(path.join(tmpdir(), "objectives-assistant-")));
const folder = path.join(base, "flows 🙂");

beforeAll(async () => {
  await build({
    ...FOR_NODE,
    outdir: path.join(base, "dist"),
    entryPoints: {
      cli: "server/src/cli/main.ts",
      assistant: "server/src/assistant/main.ts",
      "layout-worker.node": "server/src/layout-worker.node.ts",
    },
  });
  mkdirSync(folder);
  mkdirSync(path.join(base, "docs"));
  writeFileSync(path.join(base, "docs", "reference.md"), "# Reference\n");
  writeFileSync(path.join(base, "secret.objectives"), MISTAKEN);
  writeFileSync(path.join(folder, "set.objectives"), GOOD);
  symlinkSync(path.join(base, "secret.objectives"), path.join(folder, "link.objectives"));
  symlinkSync(base, path.join(folder, "up"));
}, LIMIT_MS);
afterAll(() => rmSync(base, { recursive: true }));

interface Served {
  readonly call: (name: string, input: Record<string, unknown>) => Promise<string>;
  readonly client: Client;
  readonly errors: () => string;
}

async function serve(args: readonly string[], roots?: readonly string[]): Promise<Served> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [path.join(base, "dist", "cli.js"), "mcp", ...args],
    cwd: folder,
    stderr: "pipe",
  });
  let errors = "";
  transport.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const client = new Client({ name: "test", version: "1" }, { capabilities: roots ? { roots: {} } : {} });
  if (roots) {
    const listed = roots.map((root) => ({ uri: pathToFileURL(root).href }));
    client.setRequestHandler(ListRootsRequestSchema, () => ({ roots: listed }));
  }
  await client.connect(transport);
  return {
    client,
    errors: () => errors,
    call: async (name, input) => {
      const { content, isError } = await client.callTool({ name, arguments: input });
      const text = (content as { readonly text: string }[]).map((part) => part.text).join("");
      return isError === true ? `refused: ${text}` : text;
    },
  };
}

test("a session from the first word to the last", { timeout: LIMIT_MS }, async () => {
  const { client, call, errors } = await serve([]);
  expect(client.getServerVersion()).toMatchObject({ name: "objectives" });
  expect(client.getInstructions()).toContain("objective ");
  expect(JSON.parse(await call("check", {}))).toMatchObject({ files: 1, errors: 0 });
  expect(await call("graph", { path: "set.objectives", format: "svg" })).toMatch(/^<svg/);
  expect(await call("explain", { topic: "reference" })).toBe("# Reference\n");
  expect(JSON.parse(await call("plan", { paths: ["set.objectives"] }))).toMatchObject({ target: "local" });
  await client.close();
  expect(errors()).toBe("");
});

test("links lead nowhere, and the whole disk is nobody's folder", { timeout: LIMIT_MS }, async () => {
  const { client, call } = await serve([], [folder]);
  for (const given of [
    "link.objectives",
    "up/secret.objectives",
    "../secret.objectives",
    path.join(base, "secret.objectives"),
  ])
    expect(await call("check", { paths: [given] })).toContain("lies outside");
  await client.close();
  const wide = await serve(["--cwd", "/"]);
  expect(await wide.call("check", {})).toContain("a whole disk is more than an assistant should read");
  await wide.client.close();
});
