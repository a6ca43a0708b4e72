// A document compiled by the language server, for a target or for a file; what refuses it is shown in Problems.
import * as vscode from "vscode";
import type { Project } from "../../server/src/project/find-project.ts";
import type { Target } from "../../server/src/project/targets.ts";
import type { CompileParams, CompileProblem, CompileResult, Place } from "../../server/src/protocol.ts";
import type { Extension } from "./extension.ts";
import { ask } from "./language-client.ts";
import { baseName } from "./open-set.ts";
import { sayError, type Action } from "./say.ts";

export type CompiledSet = Extract<CompileResult, { kind: "document" }>;

/** Compiles a set; undefined, with a message, where there is no document to write. */
export async function compileSet(
  { client }: Extension,
  document: vscode.TextDocument,
  options: Pick<CompileParams, "requiredField" | "params">,
): Promise<CompiledSet | undefined> {
  const result = await ask(client, "objectives/compile", { uri: document.uri.toString(), ...options });
  const name = baseName(document.uri);
  switch (result?.kind) {
    case "document":
      return result;
    case "refused":
      refuse(`${name} says no one set yet`, result.problems.filter(isError));
      return undefined;
    case "fragment":
      sayError(`${name} is no set: a set begins with a line such as objectives "Name".`);
      return undefined;
    case undefined:
      sayError(`${name} is not known to the language server. Open it in an editor and try again.`);
      return undefined;
  }
}

/** Compiles what is to be sent: any error refuses it, as much as the project lets it matter. */
export async function compileForSending(
  extension: Extension,
  document: vscode.TextDocument,
  { config }: Project,
  { params }: Target,
): Promise<CompiledSet | undefined> {
  const compiled = await compileSet(extension, document, { params: Object.fromEntries(params) });
  const levelOf = ({ code, severity }: CompileProblem): string =>
    (code === undefined ? undefined : config.rules.get(code)) ?? severity;
  const errors = compiled?.problems.filter((problem) => levelOf(problem) === "error") ?? [];
  if (compiled && errors.length === 0) await saveFiles(compiled);
  if (errors.length === 0) return compiled;
  refuse(`${baseName(document.uri)} was not sent`, errors);
  return undefined;
}

/** What is sent is what stands on the disk: fragments with unsaved changes are saved, too. */
async function saveFiles({ sourceMap }: CompiledSet): Promise<void> {
  const files = new Set(sourceMap.map(({ uri }) => vscode.Uri.parse(uri).toString()));
  const unsaved = vscode.workspace.textDocuments.filter(
    ({ uri, isDirty }) => isDirty && files.has(uri.toString()),
  );
  await Promise.all(unsaved.map((document) => document.save()));
}

function isError({ severity }: CompileProblem): boolean {
  return severity === "error";
}

/** Opens Problems and says the first error; the rest stands there. */
function refuse(what: string, errors: readonly CompileProblem[]): void {
  void vscode.commands.executeCommand("workbench.actions.view.problems");
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  sayError(`${what}: ${first?.message ?? "it has errors."}${more}`, ...(first ? [goTo(first)] : []));
}

/** Shows a place of a set in its file. */
export function goTo({ uri, range: { start, end } }: Place): Action {
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  return {
    title: "Show it",
    run: () => vscode.window.showTextDocument(vscode.Uri.parse(uri), { selection }),
  };
}
