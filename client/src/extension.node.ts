// The extension under Node: the language server in a process of its own, and this machine's files, network and clock.
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { nodeEmulatorWorld } from "../../server/src/emulator/node-world.ts";
import { startEmulator } from "../../server/src/emulator/server.ts";
import { probeOf } from "../../server/src/emulator/stand-in.ts";
import { systemTime } from "../../server/src/platform/time.ts";
import { filesEverywhere } from "../../server/src/project/file-system.ts";
import { nodeFileSystem } from "../../server/src/project/node-file-system.ts";
import { activateExtension } from "./activate.ts";
import type { World } from "./extension.ts";
import { clientOptions } from "./language-client.ts";
import { workspaceFiles } from "./workspace-files.ts";

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Objectives", { log: true });
  const module = context.asAbsolutePath("dist/server.node.js");
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  const client = new LanguageClient("objectives", "Objectives", { run, debug }, clientOptions(output, {}));
  const time = systemTime();
  const world: World = {
    files: filesEverywhere(nodeFileSystem(), workspaceFiles()),
    fetch,
    time,
    emulator: nodeEmulatorWorld(process, time),
    listens: probeOf(fetch),
    startEmulator,
  };
  context.subscriptions.push(output, client);
  activateExtension({ context, output, client, world });
  await client.start();
}
