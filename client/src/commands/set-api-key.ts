// Objectives: Set API Key. For the place that sets go to, or for one of the project's others.
import * as vscode from "vscode";
import { chooseTarget, targetNames } from "../../../server/src/project/targets.ts";
import { NO_CONFIG, type Config } from "../../../server/src/project/config.ts";
import { askForKey } from "../api-key.ts";
import type { Extension } from "../extension.ts";
import { projectOf, projectOfWindow } from "../project-of.ts";

export async function setApiKey(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const project = uri ? await projectOf(extension, uri) : await projectOfWindow(extension);
  const origins = remoteOrigins(project?.config ?? NO_CONFIG);
  const [only] = origins;
  const origin =
    origins.length === 1
      ? only
      : await vscode.window.showQuickPick([...origins], {
          title: vscode.l10n.t("The key is for which place?"),
          placeHolder: vscode.l10n.t("Address"),
        });
  if (origin !== undefined) await askForKey(extension, origin);
}

/** This machine needs no key. */
function remoteOrigins(config: Config): readonly string[] {
  const choices = targetNames(config).map((named) =>
    chooseTarget(config, { named, url: undefined, tavusKey: "not set" }),
  );
  const targets = choices.flatMap((choice) => (choice.kind === "chosen" ? [choice.target] : []));
  return [...new Set(targets.filter(({ place }) => place === "remote").map(({ origin }) => origin))];
}
