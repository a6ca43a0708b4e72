// Objectives: Pull. What changed on the platform comes into the texts of the set, as edits that can be undone.
import * as vscode from "vscode";
import { readPayload } from "../../../server/src/language/compile/read-payload.ts";
import { describeTarget } from "../../../server/src/project/targets.ts";
import {
  keepPulled,
  preparePull,
  type Pulling,
  type PullWish,
  type Taking,
} from "../../../server/src/sync/pull.ts";
import type { LocalSet } from "../../../server/src/sync/upload.ts";
import { copiedCommand } from "../as-command.ts";
import { compileSet } from "../compiled-set.ts";
import type { Extension } from "../extension.ts";
import { ask } from "../language-client.ts";
import { withLink, type Link } from "../link.ts";
import { saveOpen } from "../open-set.ts";
import { rangeOf } from "../places.ts";
import { say, sayError, sayWarning } from "../say.ts";
import { placedFile, uploadOver, type PlacedFile } from "../sendable-set.ts";
import { words } from "../words.ts";

export async function pull(extension: Extension, uri?: vscode.Uri): Promise<void> {
  return pullAs(extension, uri, "careful");
}

async function pullAs(extension: Extension, uri: vscode.Uri | undefined, wish: PullWish): Promise<void> {
  const placed = await placedFile(extension, uri);
  const local = placed && (await localSet(extension, placed));
  if (!placed || !local) return;
  const title = vscode.l10n.t("Pulling {0} from {1}", placed.file, placed.target.name);
  await withLink(extension, placed, title, async (link) => {
    const pulling = await preparePull(uploadOver(extension, link), local, wish);
    await finish(extension, placed, link, pulling);
  });
}

/** What the text says; errors that leave a document to write do not stand in the way of taking over what is there. */
async function localSet(
  extension: Extension,
  { document, file, target }: PlacedFile,
): Promise<LocalSet | undefined> {
  const compiled = await compileSet(extension, document, target, "list");
  const reading = compiled && readPayload(compiled.json);
  return reading && !("refused" in reading) ? { file, document: reading.document } : undefined;
}

async function finish(extension: Extension, placed: PlacedFile, link: Link, pulling: Pulling): Promise<void> {
  const { document, file, target } = placed;
  switch (pulling.kind) {
    case "stopped":
      return pulling.stop.kind === "cancelled"
        ? sayWarning(pulling.stop.message)
        : sayError(pulling.stop.message, ...copiedCommand(pulling.stop, { name: "pull", file, target }));
    case "conflict":
      return sayWarning(pulling.message, {
        title: vscode.l10n.t("Take the platform's version"),
        run: () => pullAs(extension, document.uri, "replacing"),
      });
    case "ahead":
      return say(
        vscode.l10n.t(
          "{0} has changes that were not uploaded yet; nothing changed on {1}.",
          file,
          words(describeTarget(target)),
        ),
      );
    case "unchanged":
      if (await isKept(extension, placed, link, pulling))
        say(vscode.l10n.t("{0} says what {1} says.", file, words(describeTarget(target))));
      return;
    case "taking":
      return take(extension, placed, link, pulling);
  }
}

async function take(extension: Extension, placed: PlacedFile, link: Link, taking: Taking): Promise<void> {
  const { document, file, target } = placed;
  const result = await ask(extension.client, "objectives/pull", {
    uri: document.uri.toString(),
    json: taking.held.json,
    params: Object.fromEntries(target.params),
  });
  if (result?.kind !== "edits")
    return sayError(
      vscode.l10n.t("{0} was not changed: {1}", file, result?.reasons.join(" ") ?? notOpenInWords()),
    );
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, range, newText } of result.edits)
    edit.replace(vscode.Uri.parse(uri), rangeOf(range), newText);
  if (!(await vscode.workspace.applyEdit(edit)))
    return sayError(vscode.l10n.t("{0} could not be changed. Pull again.", file));
  await saveOpen(result.edits);
  const changed = result.edits.map(({ uri }) => vscode.Uri.parse(uri));
  if (!(await isKept(extension, placed, link, taking))) return;
  for (const line of result.notes) extension.output.info(`${file}: ${line}`);
  const taken = vscode.l10n.t("{0} took over what changed on {1}.", file, words(describeTarget(target)));
  say([taken, ...fragmentsAmong(changed, document.uri), ...result.notes.slice(0, 1)].join(" "));
}

function notOpenInWords(): string {
  return vscode.l10n.t("it is not open.");
}

/** A fragment may be a part of other sets: nobody shall find it changed by chance. */
function fragmentsAmong(changed: readonly vscode.Uri[], set: vscode.Uri): readonly string[] {
  const names = new Set(changed.map((uri) => vscode.workspace.asRelativePath(uri)));
  names.delete(vscode.workspace.asRelativePath(set));
  return names.size === 0 ? [] : [vscode.l10n.t("Changed with it: {0}.", [...names].join(", "))];
}

async function isKept(
  extension: Extension,
  { file }: PlacedFile,
  link: Link,
  { held }: Extract<Pulling, { readonly held: unknown }>,
): Promise<boolean> {
  const stop = await keepPulled(uploadOver(extension, link), file, held);
  if (stop) sayError(stop.message);
  return stop === undefined;
}
