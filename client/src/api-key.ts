// The key for a place: the one that is kept, else one that is asked for, and tried before it is kept.
import * as vscode from "vscode";
import { createClient } from "../../server/src/platform/client.ts";
import { readOrigin } from "../../server/src/platform/origin.ts";
import { describeFailure } from "../../server/src/platform/words.ts";
import { LOCAL_KEY } from "../../server/src/project/keys.ts";
import type { Extension } from "./extension.ts";
import { confirm, say } from "./say.ts";
import { words } from "./words.ts";

/** The key that may be sent to the origin: the one kept for it, else the one that the user gives when asked. */
export async function keyFor(extension: Extension, origin: string): Promise<string | undefined> {
  const reading = readOrigin(origin);
  if (reading.ok && reading.place === "loopback") return LOCAL_KEY;
  return (await extension.keys.get(origin)) ?? askForKey(extension, origin);
}

/** Asks for a key, tries it where it belongs, and keeps it; undefined where nobody gave one that is taken. */
export async function askForKey(extension: Extension, origin: string): Promise<string | undefined> {
  const { host } = new URL(origin);
  const given = await vscode.window.showInputBox({
    title: vscode.l10n.t("API key for {0}", host),
    prompt: vscode.l10n.t("It is kept in VS Code's secret storage and sent to {0} alone.", origin),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === "" ? vscode.l10n.t("Paste the key.") : undefined),
  });
  const key = given?.trim();
  if (key === undefined || key === "") return undefined;
  const trouble = await tryKey(extension, origin, key);
  if (trouble !== undefined && (await mayKeepAnyway(trouble)) === "no") return undefined;
  await extension.keys.set(origin, key);
  say(vscode.l10n.t("The key for {0} is kept.", host));
  return key;
}

interface KeyTrouble {
  readonly kind: "refused" | "not tried";
  readonly reason: string;
}

function tryKey({ world, output }: Extension, origin: string, key: string): Thenable<KeyTrouble | undefined> {
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t("Trying the key at {0}", origin),
  };
  return vscode.window.withProgress(progress, async () => {
    const client = createClient({ origin, key, ...world, log: (line) => output.info(line) });
    const answer = await client.listSets();
    if (answer.ok) return undefined;
    const isRefused = answer.failure.kind === "refused" && [401, 403].includes(answer.failure.status);
    return { kind: isRefused ? "refused" : "not tried", reason: words(describeFailure(answer.failure)) };
  });
}

function mayKeepAnyway({ kind, reason }: KeyTrouble): Promise<"yes" | "no"> {
  const question =
    kind === "refused" ? vscode.l10n.t("The key was refused.") : vscode.l10n.t("The key could not be tried.");
  return confirm(question, reason, vscode.l10n.t("Keep it anyway"));
}
