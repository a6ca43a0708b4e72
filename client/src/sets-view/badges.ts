// How many findings an objective has, at the end of its row and in its colour, as VS Code does for files.
import * as vscode from "vscode";
import type { FlowTreeItem } from "../../../server/src/protocol.ts";

const SCHEME = "objectives-findings";
const MOST = 99;

/** What the badge of a row is asked by: the counts themselves, so that there is nothing to remember. Undefined: no badge. */
export function badgeUri({ errors, warnings }: FlowTreeItem): vscode.Uri | undefined {
  if (errors + warnings === 0) return undefined;
  return vscode.Uri.from({ scheme: SCHEME, path: `/${errors}/${warnings}` });
}

export function registerBadges(): vscode.Disposable {
  return vscode.window.registerFileDecorationProvider({
    provideFileDecoration: ({ scheme, path }) => {
      if (scheme !== SCHEME) return undefined;
      const [, errors = 0, warnings = 0] = path.split("/").map(Number);
      const count = Math.min(errors + warnings, MOST);
      return new vscode.FileDecoration(String(count), findingsInWords(errors, warnings), colourOf(errors));
    },
  });
}

export function findingsInWords(errors: number, warnings: number): string {
  return [errorsInWords(errors), warningsInWords(warnings)].filter((words) => words !== "").join(", ");
}

function errorsInWords(count: number): string {
  if (count === 0) return "";
  return count === 1 ? vscode.l10n.t("1 error") : vscode.l10n.t("{0} errors", count);
}

function warningsInWords(count: number): string {
  if (count === 0) return "";
  return count === 1 ? vscode.l10n.t("1 warning") : vscode.l10n.t("{0} warnings", count);
}

function colourOf(errors: number): vscode.ThemeColor {
  return new vscode.ThemeColor(errors > 0 ? "list.errorForeground" : "list.warningForeground");
}
