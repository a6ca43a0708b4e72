// Sentences of the core, in the language that VS Code is in.
import * as vscode from "vscode";
import { inWords, type Sentence } from "../../server/src/language/text/sentence.ts";

export function words(it: Sentence): string {
  return inWords(it, vscode.l10n.bundle ?? {});
}
