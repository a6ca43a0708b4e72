// The extension under Node: the language server in a process of its own, and this machine's files, network and clock.
import { pathToFileURL } from "node:url";
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { CallTool, OpenTools } from "../../server/src/assistant/tools.ts";
import { storeFilesEverywhere, storeFilesOf } from "../../server/src/emulator/files.ts";
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
  context.subscriptions.push(output, client);
  activateExtension({ context, output, client, world: nodeWorld(context) });
  await client.start();
}

/** This machine's files, and by VS Code those of folders that are on no disk. */
function nodeWorld(context: vscode.ExtensionContext): World {
  const time = systemTime();
  const elsewhere = workspaceFiles();
  const emulator = nodeEmulatorWorld(process, time);
  return {
    files: filesEverywhere(nodeFileSystem(), elsewhere),
    fetch,
    time,
    emulator: { ...emulator, files: storeFilesEverywhere(emulator.files, storeFilesOf(elsewhere)) },
    listens: probeOf(fetch),
    startEmulator,
    openTools: toolsIn(context),
  };
}

/** A bundle of its own: most people never call a tool. */
function toolsIn(context: vscode.ExtensionContext): () => Promise<CallTool> {
  const load = async (): Promise<CallTool> => {
    const bundle = pathToFileURL(context.asAbsolutePath("dist/assistant.js")).href;
    const { openTools } = (await import(bundle)) as { readonly openTools: OpenTools };
    return openTools(context.asAbsolutePath("dist"));
  };
  let loading: Promise<CallTool> | undefined;
  return () => (loading ??= load());
}
