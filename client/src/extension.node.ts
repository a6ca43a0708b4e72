// The extension under Node: the language server in a process of its own, and this machine's files, network and clock.
import { pathToFileURL } from "node:url";
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { CallTool, OpenTools } from "../../server/src/assistant/tools.ts";
import { nodeEmulatorWorld } from "../../server/src/emulator/node-world.ts";
import { systemTime } from "../../server/src/platform/time.ts";
import { nodeFileSystem } from "../../server/src/project/node-file-system.ts";
import { activateExtension } from "./activate.ts";
import { clientOptions } from "./language-client.ts";

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Objectives", { log: true });
  const module = context.asAbsolutePath("dist/server.node.js");
  const run = { module, transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
  const client = new LanguageClient("objectives", "Objectives", { run, debug }, clientOptions(output));
  const time = systemTime();
  const world = {
    files: nodeFileSystem(),
    fetch,
    time,
    emulator: nodeEmulatorWorld(process, time),
    openTools: toolsIn(context),
  };
  context.subscriptions.push(output, client);
  activateExtension({ context, output, client, world });
  await client.start();
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
