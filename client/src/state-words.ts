// Where a set stands at its target, in words and as an icon.
import * as vscode from "vscode";
import type { SetState } from "./upload-states.ts";

export function stateInWords({ target, state }: SetState): string {
  switch (state) {
    case "never uploaded":
      return vscode.l10n.t("never uploaded to {0}", target);
    case "uploaded":
      return vscode.l10n.t("uploaded to {0}", target);
    case "changed since":
      return vscode.l10n.t("changed since the upload to {0}", target);
    case "unclear":
      return vscode.l10n.t("uploaded to {0}, but unclear which version", target);
  }
}

/** Where the target is said elsewhere, or is plain. */
export function stateInShort({ state }: SetState): string {
  switch (state) {
    case "never uploaded":
      return vscode.l10n.t("never uploaded");
    case "uploaded":
      return vscode.l10n.t("uploaded");
    case "changed since":
      return vscode.l10n.t("changed since the upload");
    case "unclear":
      return vscode.l10n.t("uploaded, but unclear which version");
  }
}

const ICONS = {
  "never uploaded": ["cloud"],
  uploaded: ["pass", "charts.green"],
  "changed since": ["cloud-upload", "charts.yellow"],
  unclear: ["question", "charts.yellow"],
} as const satisfies Record<SetState["state"], readonly [icon: string, colour?: string]>;

export function stateIcon({ state }: SetState): vscode.ThemeIcon {
  const [icon, colour] = ICONS[state];
  return new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}
