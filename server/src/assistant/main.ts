// The bundle for assistants: a server of their protocol for the command line, and the tools alone for the extension.
import { readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { ServeAssistant } from "../cli/world.ts";
import { nodeEmulatorWorld } from "../emulator/node-world.ts";
import { withLayoutThread } from "../layout-engine.node.ts";
import { LAYOUT_LIMIT_MS } from "../layout-engine.ts";
import { systemTime } from "../platform/time.ts";
import { nodeFileReader } from "../project/node-file-reader.ts";
import { portablePath } from "../project/node-file-system.ts";
import { reachOf, withLinksFollowed } from "./folders.ts";
import { assistantServer } from "./mcp.ts";
import type { OpenTools } from "./tools.ts";
import { toolsIn } from "./tools.ts";
import type { AssistantWorld } from "./world.ts";

/** The tools on this machine, for the program whose bundles are in that folder. */
export const openTools: OpenTools = (bundles) => {
  const world = assistantWorld(bundles);
  const callTool = toolsIn(world);
  return async (name, input, reach, signal) =>
    callTool(name, input, await withLinksFollowed(reach, world.disk), signal);
};

/** Serves over standard input and output until the client goes. */
export const serveAssistant: ServeAssistant = async (bundles, wish) => {
  const world = assistantWorld(bundles);
  const server = assistantServer(world, reachOf(wish, world.disk, process.env));
  const gone = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once("end", resolve);
  });
  await server.connect(new StdioServerTransport());
  await gone;
  await server.close();
};

function assistantWorld(bundles: string): AssistantWorld {
  const time = systemTime();
  const worker = path.join(bundles, "layout-worker.node.js");
  return {
    disk: { files: nodeFileReader(), realPath: realPathOf },
    fetch,
    time,
    emulator: nodeEmulatorWorld(process, time),
    withLayout: (use) => withLayoutThread(worker, { limitMs: LAYOUT_LIMIT_MS }, use),
    page: (name) => readPage(path.join(bundles, "..", "docs", name)),
  };
}

async function realPathOf(given: string): Promise<string | undefined> {
  try {
    return portablePath(await realpath(given), "/");
  } catch {
    return undefined;
  }
}

async function readPage(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch {
    return undefined;
  }
}
