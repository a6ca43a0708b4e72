// Code lenses: where they stand at once, what they say and run when they are looked at.
import type * as lsp from "vscode-languageserver";
import { describeUpload, type UploadState } from "../../language/compile/upload-state.ts";
import { codeLenses, waysIn, type CodeLens, type WaysIn } from "../../language/features/code-lenses.ts";
import { sentence } from "../../language/text/sentence.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fromRange } from "../from-lsp.ts";
import { aboutOpen, modelWith, type Server } from "../serving.ts";
import { toLocation, toRange } from "../to-lsp.ts";

export const lenses: Feature = {
  capability: () => ({ codeLensProvider: { resolveProvider: true } }),
  register: (server) => {
    const { connection, settings } = server;
    connection.onCodeLens(async ({ textDocument: { uri } }) => {
      const { enabled } = (await settings.current()).codeLens;
      const useful = enabled ? await usefulKinds(server, uri) : new Set();
      return aboutOpen(server, uri, (document) =>
        codeLenses(modelWith(server, document), document.id)
          .filter(({ kind }) => useful.has(kind))
          .map((lens) => unresolved(document, lens)),
      );
    });
    connection.onCodeLensResolve((lens) => resolved(server, lens));
  },
};

/** The editor's own commands, as far as it says that it has them. */
const COMMANDS = {
  references: "editor.action.showReferences",
  preview: "objectives.previewGraph",
  upload: "objectives.upload",
  plan: "objectives.plan",
} as const;

/** How many ways lead somewhere is worth reading; what leads nowhere else is not shown where it cannot be followed. */
async function usefulKinds({ client, uploads }: Server, uri: string): Promise<ReadonlySet<CodeLens["kind"]>> {
  const isUploadKnown = (await uploads.last(uri)) !== undefined;
  return new Set([
    "ways-in",
    ...(client.commands.has(COMMANDS.preview) ? (["preview"] as const) : []),
    ...(isUploadKnown ? (["upload"] as const) : []),
  ]);
}

interface LensData {
  readonly uri: string;
  readonly kind: CodeLens["kind"];
}

function unresolved({ uri, lines }: OpenDocument, { kind, span }: CodeLens): lsp.CodeLens {
  const data: LensData = { uri, kind };
  return { range: toRange(lines, span), data };
}

async function resolved(server: Server, lens: lsp.CodeLens): Promise<lsp.CodeLens> {
  const data = lens.data as LensData | undefined;
  const document = data && server.documents.get(data.uri);
  const command = document && (await commandOf(server, document, { kind: data.kind, range: lens.range }));
  return { ...lens, command: command ?? plain("") };
}

function commandOf(
  server: Server,
  document: OpenDocument,
  { kind, range }: Pick<LensData, "kind"> & Pick<lsp.CodeLens, "range">,
): lsp.Command | undefined | Promise<lsp.Command | undefined> {
  switch (kind) {
    case "ways-in": {
      const ways = waysIn(modelWith(server, document), document.id, fromRange(document.lines, range));
      return ways && references(server, document, range.start, ways);
    }
    case "preview":
      return running(server, COMMANDS.preview, server.inWords(sentence`Preview`), [document.uri]);
    case "upload":
      return upload(server, document);
  }
}

function references(
  server: Server,
  { uri }: OpenDocument,
  position: lsp.Position,
  { title, places }: WaysIn,
): lsp.Command {
  const words = server.inWords(title);
  if (places.length === 0) return plain(words);
  const locations = places.map((place) => toLocation(server.workspace, place));
  return running(server, COMMANDS.references, words, [uri, position, locations]);
}

async function upload(server: Server, document: OpenDocument): Promise<lsp.Command | undefined> {
  const known = await server.uploads.stateOf(document.uri);
  if (!known) return undefined;
  const title = server.inWords(describeUpload(known.state, known.target));
  return running(server, NEXT_STEPS[known.state], title, [document.uri]);
}

/** What somebody who reads of the state may want to do. */
const NEXT_STEPS: Readonly<Record<UploadState, string>> = {
  "never uploaded": COMMANDS.upload,
  "as uploaded": COMMANDS.plan,
  "changed since": COMMANDS.upload,
  unclear: COMMANDS.plan,
};

/** Where the client has no such command, the words stand there alone. */
function running({ client }: Server, command: string, title: string, args: readonly unknown[]): lsp.Command {
  return client.commands.has(command) ? { title, command, arguments: [...args] } : plain(title);
}

function plain(title: string): lsp.Command {
  return { title, command: "" };
}
