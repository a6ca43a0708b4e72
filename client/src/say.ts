// Messages with buttons. Nobody waits for an answer: a message may stay for long.
import * as vscode from "vscode";
import type { Sentence } from "../../server/src/language/text/sentence.ts";
import { words } from "./words.ts";

export interface Action {
  readonly title: string;
  readonly run: () => unknown;
}

/** What is said: in words already, or as the core says it. */
type Said = string | Sentence;

export function say(message: Said, ...actions: readonly Action[]): void {
  void run(vscode.window.showInformationMessage(inFull(message), ...actions));
}

export function sayWarning(message: Said, ...actions: readonly Action[]): void {
  void run(vscode.window.showWarningMessage(inFull(message), ...actions));
}

export function sayError(message: Said, ...actions: readonly Action[]): void {
  void run(vscode.window.showErrorMessage(inFull(message), ...actions));
}

/** Leads to what was written down there. */
export function showing(output: Pick<vscode.LogOutputChannel, "show">): Action {
  return { title: vscode.l10n.t("Show output"), run: () => output.show() };
}

/** Asks in a dialog that has to be answered; `no` where it is left. */
export async function confirm(question: string, detail: string, yes: string): Promise<"yes" | "no"> {
  const answer = await vscode.window.showInformationMessage(question, { modal: true, detail }, yes);
  return answer === yes ? "yes" : "no";
}

function inFull(said: Said): string {
  return typeof said === "string" ? said : words(said);
}

async function run(answer: Thenable<Action | undefined>): Promise<void> {
  await (await answer)?.run();
}
