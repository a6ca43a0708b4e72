// The tools of assistants in VS Code's chat: the same as elsewhere, on texts as the editor has them.
import * as vscode from "vscode";
import type { Reach } from "../../server/src/assistant/reach.ts";
import type { CallTool } from "../../server/src/assistant/tools.ts";
import { TAVUS_ORIGIN } from "../../server/src/platform/origin.ts";
import { LOCAL_ORIGIN, type Target } from "../../server/src/project/targets.ts";
import type { Extension } from "./extension.ts";
import { pathOf } from "./file-path.ts";
import { projectOfWindow, settledTargetOf } from "./project-of.ts";

/** Registers those that the manifest names: `objectives_check` is the tool `check`. */
export function registerAssistantTools(extension: Extension): vscode.Disposable {
  const { contributes } = extension.context.extension.packageJSON as Manifest;
  const tools = contributes.languageModelTools.map(({ name }) => {
    const tool = name.replace(/^objectives_/, "");
    return vscode.lm.registerTool(name, tool === "plan" ? planTool(extension) : readingTool(extension, tool));
  });
  return vscode.Disposable.from(...tools);
}

interface Manifest {
  readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
}

type AssistantTool = vscode.LanguageModelTool<object>;

function readingTool(extension: Extension, name: string): AssistantTool {
  return {
    invoke: async ({ input }, token) => {
      const callTool = await openedTools(extension);
      return answer(callTool, name, input, { reach: reachOf(undefined, {}), token });
    },
  };
}

/** What is asked is what people were shown before: a file may name another address meanwhile. */
function planTool(extension: Extension): AssistantTool {
  let shown: string = LOCAL_ORIGIN;
  return {
    prepareInvocation: async () => {
      const { origin, name } = await targetOf(extension);
      shown = origin;
      return origin === LOCAL_ORIGIN ? {} : { confirmationMessages: confirmationFor(name, origin) };
    },
    invoke: async ({ input }, token) => {
      const callTool = await openedTools(extension);
      const target = await targetOf(extension);
      if (target.origin !== shown)
        throw new Error(vscode.l10n.t("The target is at another address now: plan again."));
      const reach = reachOf(target, await environmentFor(extension, target));
      return answer(callTool, "plan", input, { reach, token });
    },
  };
}

function confirmationFor(name: string, origin: string): vscode.LanguageModelToolConfirmationMessages {
  return {
    title: vscode.l10n.t("Ask {0}?", origin),
    message: vscode.l10n.t(
      "The target {0} will be asked what an upload would change. Your key goes there; nothing is changed.",
      name,
    ),
  };
}

async function targetOf(extension: Extension): Promise<Target> {
  const project = await projectOfWindow(extension);
  if (!project) throw new Error(vscode.l10n.t("Open a folder with sets first."));
  const settled = await settledTargetOf(extension, project);
  if (typeof settled === "string") throw new Error(settled);
  return settled;
}

/** The key where the tools look for it. */
async function environmentFor({ keys }: Extension, { origin, place }: Target): Promise<Reach["environment"]> {
  if (place === "loopback") return {};
  const key = await keys.get(origin);
  if (key === undefined)
    throw new Error(
      vscode.l10n.t("There is no key for {0}. People set one with “Objectives: Set API Key…”.", origin),
    );
  return origin === TAVUS_ORIGIN
    ? { TAVUS_API_KEY: key }
    : { OBJECTIVES_API_KEY: key, OBJECTIVES_API_ORIGIN: origin };
}

/** The folders of the window, with what is written in its editors and not saved yet. */
function reachOf(target: Target | undefined, environment: Reach["environment"]): Reach {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
  const [first, ...others] = folders.map(({ uri }) => pathOf(uri));
  if (first === undefined) throw new Error(vscode.l10n.t("Open a folder with sets first."));
  const unsaved = vscode.workspace.textDocuments.filter(
    ({ uri, isDirty }) => isDirty && uri.scheme === "file",
  );
  return {
    roots: [first, ...others],
    texts: new Map(unsaved.map((document) => [pathOf(document.uri), document.getText()])),
    target: target?.name,
    origins: target ? [target.origin] : [],
    environment,
  };
}

async function openedTools({ world }: Extension): Promise<CallTool> {
  if (!vscode.workspace.isTrusted)
    throw new Error(vscode.l10n.t("In a workspace that is not trusted assistants have no tools."));
  if (!world.openTools)
    throw new Error(vscode.l10n.t("Assistants have these tools where files are on a disk."));
  return world.openTools();
}

interface Call {
  readonly reach: Reach;
  readonly token: vscode.CancellationToken;
}

/** An assistant is told what went wrong by what is thrown. */
async function answer(
  callTool: CallTool,
  name: string,
  input: object,
  { reach, token }: Call,
): Promise<vscode.LanguageModelToolResult> {
  const interruption = new AbortController();
  token.onCancellationRequested(() => interruption.abort());
  const said = await callTool(name, input, reach, interruption.signal);
  if (!said.ok) throw new Error(said.reason);
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(said.text)]);
}
