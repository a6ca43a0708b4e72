// What a browser cannot reach the command line can: the same as a command, to be copied.
import * as vscode from "vscode";
import type { Stop } from "../../server/src/sync/stop.ts";
import { shellWord } from "../../server/src/sync/shell-word.ts";
import type { Action } from "./say.ts";

export interface SameCommand {
  readonly name: "push" | "plan" | "pull";
  readonly file: string;
  readonly target: { readonly name: string };
}

/** `objectives push intake.objectives --target staging`. */
export function commandLine({ name, file, target }: SameCommand): string {
  return `objectives ${name} ${shellWord(file)} --target ${shellWord(target.name)}`;
}

/** Offered where nothing but the browser stands in the way. */
export function copiedCommand({ failure }: Stop, command: SameCommand): readonly Action[] {
  const isBarred = failure !== undefined && "cause" in failure && failure.cause === "cross-origin";
  if (!isBarred) return [];
  const run = (): Thenable<void> => vscode.env.clipboard.writeText(commandLine(command));
  return [{ title: vscode.l10n.t("Copy as a command"), run }];
}
