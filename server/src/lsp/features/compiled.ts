// The set as the platform's JSON, and from a place in that JSON to where it is written.
import type { CancellationToken } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { compile } from "../../language/compile/compile.ts";
import { compiledHover } from "../../language/features/compiled-hover.ts";
import { markdownOf } from "../../language/features/hover/paragraphs.ts";
import type { SourceAt, SourceAtParams } from "../../protocol.ts";
import { compiled } from "../compiling.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fileIdOf } from "../file-id.ts";
import { answer, answerAbout } from "../requests.ts";
import type { Server } from "../serving.ts";
import { toLocation, toRange } from "../to-lsp.ts";

export const compiling: Feature = {
  capability: () => ({}),
  register: (server) => {
    answer(server, "objectives/compile", async (params, token) => {
      const file = server.documents.get(params.uri) ?? (await server.workspace.fileNow(fileIdOf(params.uri)));
      return file ? compiled(server, file, params, token) : null;
    });
    answerAbout(server, "objectives/sourceAt", (document, params, token) =>
      sourceAt(server, document, params, token),
    );
  },
};

async function sourceAt(
  { workspace, inWords }: Server,
  document: OpenDocument,
  { json, position }: SourceAtParams,
  token: CancellationToken,
): Promise<SourceAt | null> {
  const checked = await workspace.whole(document, token);
  const outcome = compile(checked);
  if (outcome.kind !== "document") return null;
  const lines = TextDocument.create("", "json", 0, json);
  const hover = compiledHover(checked.model, outcome.document, json, lines.offsetAt(position));
  if (!hover) return null;
  const source = toLocation(workspace, hover.place);
  return { range: toRange(lines, hover.span), source, markdown: markdownOf(hover.paragraphs, inWords) };
}
