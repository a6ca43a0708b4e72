// In compiled JSON: what a value means and where it is written, on hovering and on going to its definition.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { SourceAt } from "../../server/src/protocol.ts";
import { COMPILED_SCHEME, setOfCompiled } from "./compiled-uri.ts";
import { ask, fileSchemes } from "./language-client.ts";
import { rangeOf } from "./places.ts";

export function followCompiledJson(client: BaseLanguageClient): vscode.Disposable {
  const compiled = [...fileSchemes(), COMPILED_SCHEME].map((scheme) => ({
    scheme,
    pattern: "**/*.compiled.json",
  }));
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(compiled, {
      provideHover: async (document, position) => {
        const found = await sourceAt(client, document, position);
        return found && new vscode.Hover(markdownOf(found), rangeOf(found.range));
      },
    }),
    vscode.languages.registerDefinitionProvider(compiled, {
      provideDefinition: async (document, position) => {
        const found = await sourceAt(client, document, position);
        if (!found) return undefined;
        const { uri, range } = found.source;
        return new vscode.Location(vscode.Uri.parse(uri), rangeOf(range));
      },
    }),
  );
}

async function sourceAt(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<SourceAt | undefined> {
  const set = await setOf(document.uri);
  if (!set) return undefined;
  const params = { uri: set.uri.toString(), json: document.getText(), position };
  return (await ask(client, "objectives/sourceAt", params)) ?? undefined;
}

/** The set that the JSON was compiled from, opened for the server, which knows open documents only. */
async function setOf(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const set =
    uri.scheme === COMPILED_SCHEME
      ? setOfCompiled(uri)
      : uri.with({ path: uri.path.replace(/\.compiled\.json$/, ".objectives") });
  return vscode.workspace.openTextDocument(set).then(
    (document) => document,
    () => undefined,
  );
}

function markdownOf({ markdown, source: { uri, range } }: SourceAt): vscode.MarkdownString {
  const file = vscode.Uri.parse(uri);
  const line = range.start.line + 1;
  const name = vscode.workspace.asRelativePath(file);
  return new vscode.MarkdownString(markdown).appendMarkdown(
    `\n\n[${vscode.l10n.t("{0}, line {1}", name, line)}](${file.with({ fragment: `L${line}` }).toString()})`,
  );
}
