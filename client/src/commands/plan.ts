// Objectives: Plan. What an upload would do, as a text; nothing is sent but questions.
import * as vscode from "vscode";
import { makePlan } from "../../../server/src/sync/push.ts";
import { planMarkdown } from "../../../server/src/sync/report.ts";
import { copiedCommand } from "../as-command.ts";
import type { Extension } from "../extension.ts";
import { withLink } from "../link.ts";
import { sayError } from "../say.ts";
import { sendableSet, uploadOver } from "../sendable-set.ts";
import { words } from "../words.ts";

export async function plan(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const set = await sendableSet(extension, uri);
  if (!set) return;
  const planning = await withLink(extension, set, vscode.l10n.t("Looking at {0}", set.target.name), (link) =>
    makePlan(uploadOver(extension, link), [set.local]),
  );
  if (planning?.ok === false) {
    const command = { name: "plan", file: set.local.file, target: set.target } as const;
    return sayError(planning.stop.message, ...copiedCommand(planning.stop, command));
  }
  if (planning) await extension.texts.show("Plan.md", `${planMarkdown(planning.plan, words).join("\n")}\n`);
}
