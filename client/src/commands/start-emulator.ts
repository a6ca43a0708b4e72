// Objectives: Start Emulator. The platform on this machine, with its state in the workspace.
import * as vscode from "vscode";
import type { StartProblem } from "../../../server/src/emulator/server.ts";
import type { Extension } from "../extension.ts";
import { pathOf } from "../file-path.ts";
import { projectOf, projectOfWindow } from "../project-of.ts";
import { say, sayError } from "../say.ts";
import { words } from "../words.ts";

export async function startEmulator(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const { context, emulator, output } = extension;
  const project = uri ? await projectOf(extension, uri) : await projectOfWindow(extension);
  const root = project?.root ?? pathOf(context.globalStorageUri);
  const start = await emulator.start(root);
  if (start === "impossible") return sayError(inBrowser());
  if (!start.ok) return sayError(describe(start.problem));
  const { url } = start.emulator;
  output.info(`The emulator runs at ${url}, with its state in ${root}/.objectives.`);
  say(vscode.l10n.t("The emulator runs at {0}: uploads to the target local go there, not to Tavus.", url), {
    title: vscode.l10n.t("Open"),
    run: () => vscode.commands.executeCommand("objectives.openEmulator"),
  });
}

function inBrowser(): string {
  return vscode.l10n.t(
    "In a browser no emulator can listen: uploads to the target local go to one inside the command.",
  );
}

/** A command line would be told of its options; here there are none. */
function describe({ kind, message }: StartProblem): string {
  if (kind !== "port in use") return words(message);
  return vscode.l10n.t(
    "The emulator's port 4180 is in use. If an emulator runs there already, in another window or a terminal, uploads to the target local go to it; else stop what listens there.",
  );
}
