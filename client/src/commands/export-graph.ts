// Objectives: Export Graph. The flow as a picture, as Mermaid text or as data, in the form that the file's name says.
import * as vscode from "vscode";
import { describeFileFailure } from "../../../server/src/project/file-system.ts";
import type { ExportParams } from "../../../server/src/protocol.ts";
import type { Extension } from "../extension.ts";
import { ask } from "../language-client.ts";
import { baseName, setDocument } from "../open-set.ts";
import { isFile, pathOf } from "../file-path.ts";
import { say, sayError } from "../say.ts";

const FORMATS = { svg: "svg", mmd: "mermaid", json: "json" } as const satisfies Record<
  string,
  ExportParams["format"]
>;

export async function exportGraph(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const { client, world } = extension;
  const document = await setDocument(extension, uri);
  const file = document && (await askWhere(document.uri));
  if (!file) return;
  const params = { uri: document.uri.toString(), format: formatOf(file), theme: themeOfWindow() } as const;
  const text = await ask(client, "objectives/exportGraph", params);
  if (text === null)
    return sayError(vscode.l10n.t("The graph could not be drawn: the file is no longer open."));
  const writing = await world.files.writeFileAtomic(pathOf(file), text);
  if (!writing.ok) return sayError(describeFileFailure(writing.failure));
  say(vscode.l10n.t("The graph was written to {0}.", baseName(file)), {
    title: vscode.l10n.t("Open"),
    run: () => vscode.commands.executeCommand("vscode.open", file),
  });
}

function askWhere(uri: vscode.Uri): Thenable<vscode.Uri | undefined> {
  const path = `${uri.path.replace(/\.objectives$/, "")}.svg`;
  const place = isFile(uri) ? { defaultUri: uri.with({ path }) } : {};
  return vscode.window.showSaveDialog({
    ...place,
    title: vscode.l10n.t("Export the graph"),
    filters: {
      [vscode.l10n.t("SVG picture")]: ["svg"],
      [vscode.l10n.t("Mermaid text")]: ["mmd"],
      JSON: ["json"],
    },
  });
}

function formatOf({ path }: vscode.Uri): ExportParams["format"] {
  const ending = path.slice(path.lastIndexOf(".") + 1);
  return isFormat(ending) ? FORMATS[ending] : "svg";
}

function isFormat(ending: string): ending is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, ending);
}

function themeOfWindow(): ExportParams["theme"] {
  const { kind } = vscode.window.activeColorTheme;
  return kind === vscode.ColorThemeKind.Light || kind === vscode.ColorThemeKind.HighContrastLight
    ? "light"
    : "dark";
}
