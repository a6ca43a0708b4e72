// A document compiled by the language server, for a target or for a file; what refuses it is shown in Problems.
import * as vscode from "vscode";
import type { LinkForm } from "../../server/src/language/compile/payload.ts";
import type { Project } from "../../server/src/project/find-project.ts";
import type { Target } from "../../server/src/project/targets.ts";
import type { CompileProblem, CompileResult, Place } from "../../server/src/protocol.ts";
import type { Extension } from "./extension.ts";
import { ask } from "./language-client.ts";
import { baseName, saveOpen } from "./open-set.ts";
import { rangeOf } from "./places.ts";
import { sayError, type Action } from "./say.ts";

export type CompiledSet = Extract<CompileResult, { kind: "document" }>;

/** Compiles a set with the params of the target; undefined, with a message, where there is no document to write. */
export async function compileSet(
  { client }: Extension,
  document: vscode.TextDocument,
  target: Target | undefined,
  requiredField: LinkForm,
): Promise<CompiledSet | undefined> {
  const result = await ask(client, "objectives/compile", {
    uri: document.uri.toString(),
    requiredField,
    ...(target ? { params: Object.fromEntries(target.params) } : {}),
  });
  const name = baseName(document.uri);
  switch (result?.kind) {
    case "document":
      return result;
    case "refused":
      refuse(vscode.l10n.t("{0} says no one set yet", name), result.problems.filter(isError));
      return undefined;
    case "fragment":
      sayError(vscode.l10n.t('{0} is no set: a set begins with a line such as objectives "Name".', name));
      return undefined;
    case undefined:
      sayError(
        vscode.l10n.t("{0} is not known to the language server. Open it in an editor and try again.", name),
      );
      return undefined;
  }
}

/** Compiles what is to be sent: any error refuses it, as much as the project lets it matter. */
export async function compileForSending(
  extension: Extension,
  document: vscode.TextDocument,
  { config }: Project,
  target: Target,
): Promise<CompiledSet | undefined> {
  const compiled = await compileSet(extension, document, target, "list");
  const levelOf = ({ code, severity }: CompileProblem): string =>
    (code === undefined ? undefined : config.rules.get(code)) ?? severity;
  const errors = compiled?.problems.filter((problem) => levelOf(problem) === "error") ?? [];
  // What is sent is what stands on the disk: fragments with unsaved changes are saved, too.
  if (compiled && errors.length === 0) await saveOpen(compiled.sourceMap);
  if (errors.length === 0) return compiled;
  refuse(vscode.l10n.t("{0} was not sent", baseName(document.uri)), errors);
  return undefined;
}

function isError({ severity }: CompileProblem): boolean {
  return severity === "error";
}

/** Opens Problems and says the first error; the rest stands there. */
function refuse(what: string, errors: readonly CompileProblem[]): void {
  void vscode.commands.executeCommand("workbench.actions.view.problems");
  const [first] = errors;
  const reason = first?.message ?? vscode.l10n.t("it has errors.");
  const more = errors.length - 1;
  const said =
    more > 0
      ? vscode.l10n.t("{0}: {1} (and {2} more)", what, reason, more)
      : vscode.l10n.t("{0}: {1}", what, reason);
  sayError(said, ...(first ? [goTo(first)] : []));
}

/** Shows a place of a set in its file. */
export function goTo({ uri, range }: Place): Action {
  const selection = rangeOf(range);
  return {
    title: vscode.l10n.t("Show it"),
    run: () => vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection }),
  };
}
