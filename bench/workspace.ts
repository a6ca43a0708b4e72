// A workspace of 2,000 sets, served by a process of its own as an editor starts it: when the first findings come, and what is kept.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import { generate } from "./generate.ts";
import { atMost, megabytes, type Row } from "./measure.ts";

const SETS = 2_000;
const OBJECTIVES = 20;

export async function wholeWorkspace(): Promise<readonly Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "objectives-bench-"));
  try {
    writeFileSync(path.join(folder, "open.objectives"), generate(OBJECTIVES, 1).text);
    const alone = await served(folder);
    for (let seed = 2; seed <= SETS; seed++) {
      // Each has something to be told of: a name that nothing declares.
      const text = generate(OBJECTIVES, seed)
        .text.replace("-> step_1", "-> gone")
        .replace("Sample", `Set ${seed},`);
      writeFileSync(path.join(folder, `set-${seed}.objectives`), text);
    }
    const among = await served(folder);
    return [
      atMost("first findings among 2,000 sets ÷ alone", among.firstMs / alone.firstMs, 1.5),
      megabytes("memory with 2,000 sets, all of them told", among.bytes, 150),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Served {
  readonly firstMs: number;
  /** Resident, once all is told. */
  readonly bytes: number;
}

/** From the start of the process on. */
async function served(folder: string): Promise<Served> {
  const start = performance.now();
  const server = spawn(process.execPath, [path.join(__dirname, "server.cjs"), "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.listen();
  await initialized(client, folder);
  const uri = pathToFileURL(path.join(folder, "open.objectives")).href;
  const text = readFileSync(path.join(folder, "open.objectives"), "utf8");
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "objectives", version: 1, text },
  });
  await client.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
  const firstMs = performance.now() - start;
  await client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
  const bytes = residentBytes(server.pid ?? 0);
  await client.sendRequest("shutdown");
  await client.sendNotification("exit");
  await once(server, "exit");
  return { firstMs, bytes };
}

async function initialized(client: ProtocolConnection, folder: string): Promise<void> {
  await client.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "sets" }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
  });
  await client.sendNotification("initialized", {});
}

/** As Linux tells it; elsewhere nothing is measured. */
function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}
