// An edit in which somebody may type over a name, wherever it stands, at once.
import type * as lsp from "vscode-languageserver";
import type { Named } from "../language/features/refactor/named.ts";
import type { FileId } from "../language/text/place.ts";
import type { Server } from "./serving.ts";
import { toRange } from "./to-lsp.ts";

type Together = NonNullable<Named["together"]>;

export function toSnippetEdit(
  { workspace }: Pick<Server, "workspace">,
  file: FileId,
  together: Together,
): lsp.WorkspaceEdit {
  const { uri, version, lines } = workspace.fileOf(file);
  const snippet = { kind: "snippet", value: snippetOf(together) } as const;
  const edits: lsp.SnippetTextEdit[] = [{ range: toRange(lines, together.span), snippet }];
  return { documentChanges: [{ textDocument: { uri, version }, edits }] };
}

/** One placeholder for all places of the name, and nothing else that a snippet would take for one. */
function snippetOf({ newText, names }: Together): string {
  let done = 0;
  const pieces = names.map(({ start, end }) => {
    const before = escaped(newText.slice(done, start));
    done = end;
    return `${before}\${1:${escaped(newText.slice(start, end))}}`;
  });
  return pieces.join("") + escaped(newText.slice(done));
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
