// The project of a file, and which target counts in it.
import * as vscode from "vscode";
import { describeConfigFailure, type Config } from "../../server/src/project/config.ts";
import { findProject, type Project } from "../../server/src/project/find-project.ts";
import { parentOf } from "../../server/src/project/paths.ts";
import {
  chooseTarget,
  targetNames,
  type Target,
  type TargetChoice,
} from "../../server/src/project/targets.ts";
import { TAVUS_ORIGIN } from "../../server/src/platform/origin.ts";
import type { Extension } from "./extension.ts";
import { isFile, pathOf } from "./file-path.ts";
import { activeSet } from "./open-set.ts";
import { sayError } from "./say.ts";
import { words } from "./words.ts";

/** The project of a file; undefined, with a message, where its objectives.json cannot be used. */
export async function projectOf({ world }: Extension, uri: vscode.Uri): Promise<Project | undefined> {
  const folder = parentOf(pathOf(uri)) ?? "/";
  return projectIn(world.files, folder, vscode.workspace.getWorkspaceFolder(uri));
}

/** The project of the window: of the active file, else of the first folder; undefined where there is neither. */
export async function projectOfWindow(extension: Extension): Promise<Project | undefined> {
  const active = activeSet(extension);
  if (active && isFile(active)) return projectOf(extension, active);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder && projectIn(extension.world.files, pathOf(folder.uri), folder);
}

async function projectIn(
  files: Extension["world"]["files"],
  folder: string,
  workspace: vscode.WorkspaceFolder | undefined,
): Promise<Project | undefined> {
  const reading = await findProject(files, folder, workspace ? pathOf(workspace.uri) : folder);
  if (reading.ok) return reading.project;
  sayError(describeConfigFailure(reading.failure));
  return undefined;
}

/** The target that the setting or the project names; where nothing does and there is a doubt, it is asked for. */
export async function targetOf(extension: Extension, { config }: Project): Promise<Target | undefined> {
  const choice = await choiceOf(extension, config, wishedTarget());
  const asked = choice.kind === "ask" ? await pickTarget(extension, config) : undefined;
  const final = asked === undefined ? choice : await choiceOf(extension, config, asked);
  if (final.kind === "chosen") return final.target;
  if (final.kind === "refused") sayError(final.reason);
  return undefined;
}

/** The same target where nobody is asked; a sentence where somebody would have to be. */
export async function settledTargetOf(extension: Extension, { config }: Project): Promise<Target | string> {
  const choice = await choiceOf(extension, config, wishedTarget());
  return choice.kind === "chosen" ? choice.target : words(choice.reason);
}

/** The target that the setting or the project names; undefined where somebody would have to be asked. */
export async function settledTarget(
  extension: Pick<Extension, "keys">,
  { config }: Pick<Project, "config">,
): Promise<Target | undefined> {
  const choice = await choiceOf(extension, config, wishedTarget());
  return choice.kind === "chosen" ? choice.target : undefined;
}

/** Lets somebody pick one of the project's targets. */
export async function pickTarget(extension: Extension, config: Config): Promise<string | undefined> {
  const choices = await Promise.all(
    targetNames(config).map(async (name) => ({ name, choice: await choiceOf(extension, config, name) })),
  );
  const items = choices.map(({ name, choice }) => ({ label: name, description: descriptionOf(choice) }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t("Where do sets of this workspace go?"),
    placeHolder: vscode.l10n.t("Target"),
  });
  return picked?.label;
}

function descriptionOf(choice: TargetChoice): string {
  if (choice.kind !== "chosen") return words(choice.reason);
  const { name, origin } = choice.target;
  return name === "local" ? vscode.l10n.t("{0}: emulator, not Tavus", origin) : origin;
}

async function choiceOf(
  { keys }: Pick<Extension, "keys">,
  config: Config,
  named: string | undefined,
): Promise<TargetChoice> {
  const tavusKey = (await keys.get(TAVUS_ORIGIN)) === undefined ? "not set" : "set";
  return chooseTarget(config, { named, url: undefined, tavusKey });
}

/** A target that a workspace names is followed only where the workspace is trusted; VS Code sees to that. */
function wishedTarget(): string | undefined {
  const name = vscode.workspace.getConfiguration("objectives").get<string>("target", "").trim();
  return name === "" ? undefined : name;
}
