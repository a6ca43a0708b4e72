// Code lenses: where they stand at once, what they say and run when they are looked at.
import type * as lsp from "vscode-languageserver";
import type { Check } from "../../language/diagnostics/check.ts";
import { codeLenses, waysIn, type CodeLens, type WaysIn } from "../../language/features/code-lenses.ts";
import { describeUpload, uploadState, type UploadState } from "../../language/features/upload-state.ts";
import { sentence } from "../../language/text/sentence.ts";
import { checkedWith } from "../checked-with.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fromRange } from "../from-lsp.ts";
import { modelWith, type Server } from "../serving.ts";
import { toLocation, toRange } from "../to-lsp.ts";
import type { Uploaded } from "../uploads.ts";

export const lenses: Feature = {
  capability: () => ({ codeLensProvider: { resolveProvider: true } }),
  register: (server) => {
    const { connection, documents, settings } = server;
    const states = uploadStates();
    connection.onCodeLens(async ({ textDocument }) => {
      const { enabled } = (await settings.current()).codeLens;
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const found = enabled ? codeLenses(modelWith(server, document), document.id) : [];
      return found.filter((lens) => hasUse(server, document, lens)).map((lens) => unresolved(document, lens));
    });
    connection.onCodeLensResolve((lens) => resolved(server, states, lens));
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

async function resolved(server: Server, states: UploadStates, lens: lsp.CodeLens): Promise<lsp.CodeLens> {
  const data = lens.data as LensData | undefined;
  const document = data && server.documents.get(data.uri);
  const command =
    document && (await commandOf(server, states, document, { kind: data.kind, range: lens.range }));
  return { ...lens, command: command ?? plain("") };
}

function commandOf(
  server: Server,
  states: UploadStates,
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
      return upload(server, states, document);
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

async function upload(
  server: Server,
  states: UploadStates,
  document: OpenDocument,
): Promise<lsp.Command | undefined> {
  const uploaded = server.uploads.of(document.uri);
  if (!uploaded) return undefined;
  const state = states(await server.workspace.whole(document), uploaded);
  const title = server.inWords(describeUpload(state, uploaded.target));
  return running(server, NEXT_STEPS[state], title, [document.uri]);
}

type UploadStates = (check: Check, uploaded: Uploaded) => UploadState;

/** To tell it a whole set is compiled: it is remembered while the set stands. */
function uploadStates(): UploadStates {
  const known = new WeakMap<Check, { readonly uploaded: Uploaded; readonly state: UploadState }>();
  return (check, uploaded) => {
    const before = known.get(check);
    if (before?.uploaded === uploaded) return before.state;
    const state = uploadState(checkedWith(check, uploaded.params), uploaded.base);
    known.set(check, { uploaded, state });
    return state;
  };
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
