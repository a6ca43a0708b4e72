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

export async function attachPersona(extension: Extension, uri?: vscode.Uri): Promise<void> {
  const placed = await placedFile(extension, uri);
  if (!placed) return;
  await withLink(extension, placed, `Attaching ${placed.file} at ${placed.target.name}`, async (link) => {
    const attachment = await attachmentOf(link, placed);
    const outcome = attachment && (await attachPicked(extension, attachment, link));
    if (attachment && outcome) report(extension, outcome, attachment.setId);
  });
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
  sayError(`${file} was not uploaded to ${describeTarget(target)} yet.`, {
    title: "Upload",
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
  tell("looking at the personas");
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
    { label: "$(new-file) New persona from a JSON file…", choice: { kind: "from file" } },
    { label: "$(edit) New persona with a system prompt…", choice: { kind: "from prompt" } },
    { label: "Personas of the account", kind: vscode.QuickPickItemKind.Separator },
    ...personas.map((persona) => ({
      ...personaItem(persona, setId),
      choice: { kind: "persona", persona } as const,
    })),
  ];
  const picked = await vscode.window.showQuickPick(picks, {
    title: "Attach to which persona?",
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.choice;
}

function personaItem({ id, name, objectivesId }: RemotePersona, setId: string): vscode.QuickPickItem {
  const follows =
    objectivesId === undefined ? "" : objectivesId === setId ? "follows this set" : `follows ${objectivesId}`;
  return {
    label: `$(account) ${name === "" ? id : name}`,
    description: name === "" ? follows : id,
    detail: follows,
  };
}

function mayChange({ id, name, objectivesId }: RemotePersona): Promise<"yes" | "no"> {
  const before = objectivesId === undefined ? "" : ` It follows ${objectivesId} now.`;
  return confirm(
    `Attach to ${name === "" ? id : `${name} (${id})`}?`,
    `Every later conversation of this persona will follow the set.${before}`,
    "Attach",
  );
}

async function personaFile({ world }: Extension): Promise<string | undefined> {
  const [file] =
    (await vscode.window.showOpenDialog({ filters: { JSON: ["json"] }, openLabel: "Use as persona" })) ?? [];
  if (!file) return undefined;
  const reading = await world.files.readFile(pathOf(file));
  return reading.ok ? reading.value : void sayError(describeFileFailure(reading.failure));
}

async function personaPrompt(): Promise<string | undefined> {
  const persona_name = await vscode.window.showInputBox({
    title: "New persona (1 of 2)",
    prompt: "Its name",
    ignoreFocusOut: true,
  });
  if (persona_name === undefined) return undefined;
  const system_prompt = await vscode.window.showInputBox({
    title: "New persona (2 of 2)",
    prompt: "Its system prompt. It must not contradict the objectives.",
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === "" ? "Say who the persona is." : undefined),
  });
  if (system_prompt === undefined || system_prompt.trim() === "") return undefined;
  return JSON.stringify({ ...(persona_name.trim() === "" ? {} : { persona_name }), system_prompt });
}

function report({ output }: Extension, outcome: AttachOutcome, setId: string): void {
  const lines = attachLines(outcome, setId, PLAIN);
  for (const line of lines) output.info(line);
  const message = lines.join(" ");
  if (outcome.kind === "stopped") return sayWarning(message);
  const { personaId } = outcome;
  say(message, { title: "Copy persona id", run: () => vscode.env.clipboard.writeText(personaId) });
}
