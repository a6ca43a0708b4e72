// Objectives: Upload. What would change is shown first; what was done, and what to do next, afterwards.
import * as vscode from "vscode";
import { describeTarget } from "../../../server/src/project/targets.ts";
import { entryAround } from "../../../server/src/language/compile/pointer.ts";
import { pointedAt } from "../../../server/src/sync/pointed-at.ts";
import { isComplete } from "../../../server/src/sync/outcome.ts";
import type { Plan } from "../../../server/src/sync/plan.ts";
import { push, type PushResult } from "../../../server/src/sync/push.ts";
import { PLAIN, planLines, pushLines } from "../../../server/src/sync/report.ts";
import { commandLine, copiedCommand, type SameCommand } from "../as-command.ts";
import type { Extension } from "../extension.ts";
import { withLink } from "../link.ts";
import { goTo } from "../compiled-set.ts";
import { confirm, say, sayError, sayWarning, showing, type Action } from "../say.ts";
import { sendableSet, uploadOver, type SendableSet } from "../sendable-set.ts";
import { words } from "../words.ts";

const PAINTER = { ...PLAIN, words };

export async function upload(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const set = await sendableSet(extension, uri);
  if (!set) return;
  const { file } = set.local;
  const result = await withLink(
    extension,
    set,
    vscode.l10n.t("Uploading {0} to {1}", file, set.target.name),
    (link) => push(uploadOver(extension, link), [set.local], (plan) => mayUpload(plan, set)),
  );
  if (result) report(extension, set, result);
}

/** A project may say that its target needs no asking. */
async function mayUpload(plan: Plan, { project, target }: SendableSet): Promise<"yes" | "no"> {
  if (project.config.targets.get(target.name)?.confirm === "never") return "yes";
  const lines = planLines(plan, PAINTER).slice(1, -1); // of one set a dialog needs neither head nor sum
  return confirm(
    vscode.l10n.t("Upload to {0}?", words(describeTarget(target))),
    shortened(lines),
    vscode.l10n.t("Upload"),
  );
}

/** Lines that a dialog has room for. */
const MOST_LINES = 40;

function shortened(lines: readonly string[]): string {
  const text = lines.join("\n").trim().split("\n");
  if (text.length <= MOST_LINES) return text.join("\n");
  const more = text.length - MOST_LINES;
  const rest = vscode.l10n.t("… and {0} more lines: Objectives: Plan an Upload shows them all.", more);
  return [...text.slice(0, MOST_LINES), rest].join("\n");
}

function report(extension: Extension, set: SendableSet, result: PushResult): void {
  const lines = pushLines(result, PAINTER);
  const { local, target } = set;
  const command: SameCommand = { name: "push", file: local.file, target };
  for (const line of [...lines, vscode.l10n.t("The same on the command line: {0}", commandLine(command))])
    extension.output.info(line);
  const message = lines.join(" ");
  switch (result.kind) {
    case "stopped":
      return result.stop.kind === "cancelled"
        ? sayWarning(message)
        : sayError(message, ...copiedCommand(result.stop, command), showing(extension.output));
    case "undecided":
      return sayWarning(message, pullOf(set), showing(extension.output));
    case "declined":
      return say(message);
    case "applied":
      return result.outcomes.every(isComplete)
        ? say(message, ...nextSteps(set, result))
        : sayWarning(message, ...refusedPlace(set, result), showing(extension.output));
  }
}

/** Where the value is written that the platform's words point at. */
function refusedPlace(
  { local, sourceMap }: SendableSet,
  { outcomes }: Extract<PushResult, { kind: "applied" }>,
): readonly Action[] {
  const [failure] = outcomes.flatMap((it) => (it.kind === "stopped" ? (it.stop.failure ?? []) : []));
  const pointer = failure?.kind === "refused" ? pointedAt(failure.words, local.document) : undefined;
  const place = pointer === undefined ? undefined : entryAround(sourceMap, pointer);
  return place ? [goTo(place)] : [];
}

function pullOf({ uri }: SendableSet): Action {
  return { title: vscode.l10n.t("Pull"), run: () => vscode.commands.executeCommand("objectives.pull", uri) };
}

function nextSteps(
  { uri }: SendableSet,
  { outcomes }: Extract<PushResult, { kind: "applied" }>,
): readonly Action[] {
  const [id] = outcomes.flatMap((outcome) =>
    "id" in outcome && outcome.id !== undefined ? [outcome.id] : [],
  );
  const run = (command: string) => () => vscode.commands.executeCommand(`objectives.${command}`, uri);
  return [
    ...(id === undefined
      ? []
      : [{ title: vscode.l10n.t("Copy id"), run: () => vscode.env.clipboard.writeText(id) }]),
    { title: vscode.l10n.t("Attach to a persona…"), run: run("attachPersona") },
    { title: vscode.l10n.t("Open graph"), run: run("previewGraph") },
  ];
}
