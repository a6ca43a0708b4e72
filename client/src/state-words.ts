// Where a set stands at its target, in words and as an icon.
import * as vscode from "vscode";
import { describeUpload, describeUploadBriefly } from "../../server/src/language/compile/upload-state.ts";
import type { SetState } from "../../server/src/protocol.ts";
import { words } from "./words.ts";

export function stateInWords({ target, state }: SetState): string {
  return words(describeUpload(state, target));
}

/** Where the target is said elsewhere, or is plain. */
export function stateInShort({ state }: SetState): string {
  return words(describeUploadBriefly(state));
}

const ICONS = {
  "never uploaded": ["cloud"],
  "as uploaded": ["pass", "charts.green"],
  "changed since": ["cloud-upload", "charts.yellow"],
  unclear: ["question", "charts.yellow"],
} as const satisfies Record<SetState["state"], readonly [icon: string, colour?: string]>;

export function stateIcon({ state }: SetState): vscode.ThemeIcon {
  const [icon, colour] = ICONS[state];
  return new vscode.ThemeIcon(icon, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}
