// What the extension adds to VS Code: one line a feature.
import * as vscode from "vscode";
import { registerAssistantTools } from "./assistant-tools.ts";
import { attachPersona } from "./commands/attach-persona.ts";
import { compile } from "./commands/compile.ts";
import { exportGraph } from "./commands/export-graph.ts";
import { importJson } from "./commands/import-json.ts";
import { newSet } from "./commands/new-set.ts";
import { openCompiled } from "./commands/open-compiled.ts";
import { openWalkthrough } from "./commands/open-walkthrough.ts";
import { openEmulator } from "./commands/open-emulator.ts";
import { plan } from "./commands/plan.ts";
import { previewGraph } from "./commands/preview-graph.ts";
import { quickActions } from "./commands/quick-actions.ts";
import { pull } from "./commands/pull.ts";
import { removeApiKey } from "./commands/remove-api-key.ts";
import { restartServer } from "./commands/restart-server.ts";
import { selectTarget } from "./commands/select-target.ts";
import { setApiKey } from "./commands/set-api-key.ts";
import { showOutput } from "./commands/show-output.ts";
import { startEmulator } from "./commands/start-emulator.ts";
import { stopEmulator } from "./commands/stop-emulator.ts";
import { upload } from "./commands/upload.ts";
import { followCompiledJson } from "./compiled-json.ts";
import { registerDrop } from "./drop.ts";
import { createEmulatorHost } from "./emulator-host.ts";
import type { Command, Extension, Host } from "./extension.ts";
import { openKeyStore } from "./key-store.ts";
import { followLastUploads } from "./last-uploads.ts";
import { ownTokenTypes } from "./own-token-types.ts";
import { registerPaste } from "./paste.ts";
import { settledTarget } from "./project-of.ts";
import { registerPreviews } from "./preview/panel.ts";
import { registerReadOnlyTexts } from "./read-only-texts.ts";
import { registerRenameAt } from "./rename-at.ts";
import { sayError, showing } from "./say.ts";
import { serveFiles } from "./serve-files.ts";
import { followSets } from "./sets.ts";
import { registerSetsView } from "./sets-view/view.ts";
import { showStatus } from "./status.ts";
import { followUploadStates } from "./upload-states.ts";

export function activateExtension(host: Host): void {
  const { context, client, world } = host;
  client.registerFeature(ownTokenTypes);
  const keys = openKeyStore(context);
  const sets = followSets(client);
  const lastUploads = followLastUploads({
    secrets: context.secrets,
    world: { ...world, processes: world.emulator.processes },
    targetOf: (project) => settledTarget({ keys }, project),
  });
  const extension: Extension = {
    ...host,
    keys,
    sets,
    uploads: followUploadStates(client, sets, lastUploads),
    emulator: createEmulatorHost(world.emulator, world.startEmulator),
    previews: registerPreviews(context, client),
    texts: registerReadOnlyTexts(context),
  };
  context.subscriptions.push(
    extension.emulator,
    extension.previews,
    extension.sets,
    lastUploads,
    extension.uploads,
    showStatus(extension),
    registerAssistantTools(extension),
    registerSetsView(extension),
    followCompiledJson(client),
    serveFiles(client, world.files),
    registerPaste(client),
    registerDrop(client),
    registerRenameAt(),
  );
  const canEmulate = world.startEmulator !== undefined;
  void vscode.commands.executeCommand("setContext", "objectives.canEmulate", canEmulate);
  for (const [name, command] of Object.entries(commands)) register(extension, name, command);
}

const commands = {
  newSet,
  compile,
  openCompiled,
  previewGraph,
  exportGraph,
  quickActions,
  openWalkthrough,
  upload: inTrustedWorkspace(upload),
  plan: inTrustedWorkspace(plan),
  pull: inTrustedWorkspace(pull),
  attachPersona: inTrustedWorkspace(attachPersona),
  importJson,
  selectTarget,
  setApiKey: inTrustedWorkspace(setApiKey),
  removeApiKey,
  startEmulator: inTrustedWorkspace(startEmulator),
  stopEmulator,
  openEmulator,
  restartServer,
  showOutput,
} as const satisfies Record<string, Command>;

function register(extension: Extension, name: string, command: Command): void {
  const run = async (given?: unknown): Promise<void> => {
    try {
      await command(extension, fileOf(given));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      extension.output.error(`${name}: ${reason}`);
      sayError(vscode.l10n.t("Objectives could not finish this: {0}", reason), showing(extension.output));
    }
  };
  extension.context.subscriptions.push(vscode.commands.registerCommand(`objectives.${name}`, run));
}

/**
 * A menu gives the file it was opened on, that of the view a row, which knows its set; that of a preview gives the panel,
 * which stands for the active set.
 */
function fileOf(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given.scheme === "webview-panel" ? undefined : given;
  const isRow = typeof given === "object" && given !== null && "uri" in given;
  return isRow && given.uri instanceof vscode.Uri ? given.uri : undefined;
}

/** What a workspace's files decide where to send is not sent before somebody has vouched for them. */
function inTrustedWorkspace(command: Command): Command {
  return async (extension, uri) => {
    if (vscode.workspace.isTrusted) return command(extension, uri);
    sayError(vscode.l10n.t("In a workspace that is not trusted nothing is sent."), {
      title: vscode.l10n.t("Manage trust"),
      run: () => vscode.commands.executeCommand("workbench.trust.manage"),
    });
  };
}
