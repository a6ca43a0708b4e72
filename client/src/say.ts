// Messages with buttons. Nobody waits for an answer: a message may stay for long.
import * as vscode from "vscode";

export interface Action {
  readonly title: string;
  readonly run: () => unknown;
}

export function say(message: string, ...actions: readonly Action[]): void {
  void run(vscode.window.showInformationMessage(message, ...actions));
}

export function sayWarning(message: string, ...actions: readonly Action[]): void {
  void run(vscode.window.showWarningMessage(message, ...actions));
}

export function sayError(message: string, ...actions: readonly Action[]): void {
  void run(vscode.window.showErrorMessage(message, ...actions));
}

/** Asks in a dialog that has to be answered; `no` where it is left. */
export async function confirm(question: string, detail: string, yes: string): Promise<"yes" | "no"> {
  const answer = await vscode.window.showInformationMessage(question, { modal: true, detail }, yes);
  return answer === yes ? "yes" : "no";
}

async function run(answer: Thenable<Action | undefined>): Promise<void> {
  await (await answer)?.run();
}
