// Code lenses: where they stand at once, what they say and run when they are looked at.
import type * as lsp from "vscode-languageserver";
import { codeLenses, waysIn, type CodeLens, type WaysIn } from "../../language/features/code-lenses.ts";
import { describeUpload, uploadState, type UploadState } from "../../language/features/upload-state.ts";
import { sentence } from "../../language/text/sentence.ts";
import { checkedWith } from "../checked-with.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fromRange } from "../from-lsp.ts";
import { modelWith, type Server } from "../serving.ts";
import { toLocation, toRange } from "../to-lsp.ts";

export const lenses: Feature = {
  capability: () => ({ codeLensProvider: { resolveProvider: true } }),
  register: (server) => {
    const { connection, documents, settings } = server;
    connection.onCodeLens(async ({ textDocument }) => {
      const { enabled } = (await settings.current()).codeLens;
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const found = enabled ? codeLenses(modelWith(server, document), document.id) : [];
      return found.filter((lens) => hasUse(server, document, lens)).map((lens) => unresolved(document, lens));
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
function hasUse({ client, uploads }: Server, { uri }: OpenDocument, { kind }: CodeLens): boolean {
  switch (kind) {
    case "ways-in":
      return true;
    case "preview":
      return client.commands.has(COMMANDS.preview);
    case "upload":
      return uploads.of(uri) !== undefined;
  }
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
  const command = document && (await commandOf(server, document, data.kind, lens.range));
  return { ...lens, command: command ?? plain("") };
}

function commandOf(
  server: Server,
  document: OpenDocument,
  kind: CodeLens["kind"],
  range: lsp.Range,
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
  const uploaded = server.uploads.of(document.uri);
  if (!uploaded) return undefined;
  const { target, params, base } = uploaded;
  const state = uploadState(checkedWith(await server.workspace.whole(document), params), base);
  const title = server.inWords(describeUpload(state, target));
  return running(server, NEXT_STEPS[state], title, [document.uri]);
}

/** What somebody who reads of the state may want to do. */
const NEXT_STEPS: Readonly<Record<UploadState, string>> = {
  never: COMMANDS.upload,
  changed: COMMANDS.upload,
  "as uploaded": COMMANDS.plan,
};

/** Where the client has no such command, the words stand there alone. */
function running({ client }: Server, command: string, title: string, args: readonly unknown[]): lsp.Command {
  return client.commands.has(command) ? { title, command, arguments: [...args] } : plain(title);
}

function plain(title: string): lsp.Command {
  return { title, command: "" };
}
