// Objectives: Attach to a Persona. An existing one is changed, or a new one is made that follows the set from the start.
import * as vscode from "vscode";
import type { RemotePersona } from "../../../server/src/platform/remote.ts";
import { describeFailure } from "../../../server/src/platform/words.ts";
import { describeFileFailure } from "../../../server/src/project/file-system.ts";
import { describeLockFailure } from "../../../server/src/project/lock-file.ts";
import { setLockAt, type LockPlace } from "../../../server/src/project/lock.ts";
import { describeTarget } from "../../../server/src/project/targets.ts";
import {
  attachNewPersona,
  attachPersona as attach,
  type AttachOutcome,
  type Attachment,
} from "../../../server/src/sync/attach.ts";
import { attachLines, PLAIN } from "../../../server/src/sync/report.ts";
import type { Extension } from "../extension.ts";
import { withLink, type Link } from "../link.ts";
import { pathOf } from "../file-path.ts";
import { confirm, say, sayError, sayWarning } from "../say.ts";
import { placedFile, type PlacedFile } from "../sendable-set.ts";
import { words } from "../words.ts";

export async function attachPersona(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const placed = await placedFile(extension, uri);
  if (!placed) return;
  await withLink(
    extension,
    placed,
    vscode.l10n.t("Attaching {0} at {1}", placed.file, placed.target.name),
    async (link) => {
      const attachment = await attachmentOf(link, placed);
      const outcome = attachment && (await attachPicked(extension, attachment, link));
      if (attachment && outcome) report(extension, outcome, attachment.setId);
    },
  );
}

/** What is attached is what was uploaded: its id stands in the lock. */
async function attachmentOf(
  { target, client, locks }: Link,
  { document, file }: PlacedFile,
): Promise<Attachment | undefined> {
  const place: LockPlace = { origin: target.origin, target: target.name, file };
  const reading = await locks.read();
  if (!reading.ok) return void sayError(describeLockFailure(reading.failure));
  const setId = setLockAt(reading.lock, place).id;
  if (setId !== undefined) return { client, setId, locks, place };
  sayError(vscode.l10n.t("{0} was not uploaded to {1} yet.", file, words(describeTarget(target))), {
    title: vscode.l10n.t("Upload"),
    run: () => vscode.commands.executeCommand("objectives.upload", document.uri),
  });
  return undefined;
}

type Choice =
  | { readonly kind: "persona"; readonly persona: RemotePersona }
  | { readonly kind: "from file" }
  | { readonly kind: "from prompt" };

async function attachPicked(
  extension: Extension,
  attachment: Attachment,
  { client, target, tell }: Link,
): Promise<AttachOutcome | undefined> {
  tell(vscode.l10n.t("looking at the personas"));
  const list = await client.listPersonas();
  if (!list.ok) return void sayError(describeFailure(list.failure));
  const choice = await pickPersona(list.value, attachment.setId);
  if (!choice) return undefined;
  if (choice.kind === "persona") {
    const asked = target.place === "remote" ? await mayChange(choice.persona) : "yes";
    return asked === "yes" ? attach(attachment, choice.persona.id, "keep") : undefined;
  }
  const text = choice.kind === "from file" ? await personaFile(extension) : await personaPrompt();
  return text === undefined ? undefined : attachNewPersona(attachment, text);
}

async function pickPersona(personas: readonly RemotePersona[], setId: string): Promise<Choice | undefined> {
  const picks: (vscode.QuickPickItem & { readonly choice?: Choice })[] = [
    { label: `$(new-file) ${vscode.l10n.t("New persona from a JSON file…")}`, choice: { kind: "from file" } },
    {
      label: `$(edit) ${vscode.l10n.t("New persona with a system prompt…")}`,
      choice: { kind: "from prompt" },
    },
    { label: vscode.l10n.t("Personas of the account"), kind: vscode.QuickPickItemKind.Separator },
    ...personas.map((persona) => ({
      ...personaItem(persona, setId),
      choice: { kind: "persona", persona } as const,
    })),
  ];
  const picked = await vscode.window.showQuickPick(picks, {
    title: vscode.l10n.t("Attach to which persona?"),
    placeHolder: vscode.l10n.t("Name or id of a persona"),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.choice;
}

function personaItem({ id, name, objectivesId }: RemotePersona, setId: string): vscode.QuickPickItem {
  const follows = followsInWords(objectivesId, setId);
  return {
    label: `$(account) ${name === "" ? id : name}`,
    description: name === "" ? follows : id,
    detail: follows,
  };
}

function followsInWords(followed: string | undefined, setId: string): string {
  if (followed === undefined) return "";
  return followed === setId ? vscode.l10n.t("follows this set") : vscode.l10n.t("follows {0}", followed);
}

function mayChange({ id, name, objectivesId }: RemotePersona): Promise<"yes" | "no"> {
  const effect = vscode.l10n.t("Every later conversation of this persona will follow the set.");
  const before = objectivesId === undefined ? [] : [vscode.l10n.t("It follows {0} now.", objectivesId)];
  return confirm(
    vscode.l10n.t("Attach to {0}?", name === "" ? id : `${name} (${id})`),
    [effect, ...before].join(" "),
    vscode.l10n.t("Attach"),
  );
}

async function personaFile({ world }: Extension): Promise<string | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({
      filters: { JSON: ["json"] },
      title: vscode.l10n.t("Use which JSON file as persona?"),
      openLabel: vscode.l10n.t("Use as persona"),
    })) ?? [];
  if (!file) return undefined;
  const reading = await world.files.readFile(pathOf(file));
  return reading.ok ? reading.value : void sayError(describeFileFailure(reading.failure));
}

async function personaPrompt(): Promise<string | undefined> {
  const persona_name = await vscode.window.showInputBox({
    title: vscode.l10n.t("New persona (1 of 2)"),
    prompt: vscode.l10n.t("Its name"),
    ignoreFocusOut: true,
  });
  if (persona_name === undefined) return undefined;
  const system_prompt = await vscode.window.showInputBox({
    title: vscode.l10n.t("New persona (2 of 2)"),
    prompt: vscode.l10n.t("Its system prompt. It must not contradict the objectives."),
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === "" ? vscode.l10n.t("Say who the persona is.") : undefined),
  });
  if (system_prompt === undefined || system_prompt.trim() === "") return undefined;
  return JSON.stringify({ ...(persona_name.trim() === "" ? {} : { persona_name }), system_prompt });
}

function report({ output }: Extension, outcome: AttachOutcome, setId: string): void {
  const lines = attachLines(outcome, setId, { ...PLAIN, words });
  for (const line of lines) output.info(line);
  const message = lines.join(" ");
  if (outcome.kind === "stopped") return sayWarning(message);
  const { personaId } = outcome;
  say(message, {
    title: vscode.l10n.t("Copy persona id"),
    run: () => vscode.env.clipboard.writeText(personaId),
  });
}
