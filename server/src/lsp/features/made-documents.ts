// Documents that are made of a set and stand in no file: its compiled JSON, and its flow in Mermaid, as they are now.
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type TextDocumentContentResult,
} from "vscode-languageserver";
import { graphMermaid } from "../../language/graph/mermaid.ts";
import { graphView } from "../../language/graph/view.ts";
import type { SetFile } from "../../language/model/files.ts";
import { sentence, type Sentence } from "../../language/text/sentence.ts";
import { paramsFor } from "../../project/targets.ts";
import { unescaped } from "../../project/file-uri.ts";
import { compiled } from "../compiling.ts";
import type { Feature } from "../feature.ts";
import { fileIdOf } from "../file-id.ts";
import { resultIdOf } from "../result-id.ts";
import type { Server } from "../serving.ts";

export const madeDocuments: Feature = {
  capability: ({ madeDocuments: they }) =>
    they === "understood" ? { workspace: { textDocumentContent: { schemes: Object.keys(MAKERS) } } } : {},
  register: registerMadeDocuments,
};

type Text = { readonly text: string } | { readonly refused: Sentence };

interface Wanted {
  readonly file: SetFile;
  /** Whose params count; without it, those of the project's usual one. */
  readonly target: string | undefined;
  readonly token: CancellationToken;
}

/** By the scheme of the document's URI. */
const MAKERS: Readonly<Record<string, (server: Server, wanted: Wanted) => Promise<Text>>> = {
  "objectives-compiled": compiledText,
  "objectives-mermaid": mermaidText,
};

function registerMadeDocuments(server: Server): void {
  const { connection, client, settled, ending } = server;
  /** What was given, by the URI, until the client is told that it is another one now: then it asks, if it still shows it. */
  const given = new Map<string, string>();
  connection.workspace.textDocumentContent.on(async ({ uri }, token): Promise<TextDocumentContentResult> => {
    const made = await make(server, uri, token);
    if ("refused" in made) throw new ResponseError(LSPErrorCodes.RequestFailed, server.inWords(made.refused));
    if (client.madeDocuments === "understood") given.set(uri, resultIdOf(made.text));
    return made;
  });
  const refresh = async (uri: string): Promise<void> => {
    const made = await make(server, uri, ending);
    // While the set says no one document, the last one it said stays.
    if ("refused" in made || given.get(uri) === resultIdOf(made.text)) return;
    if (given.delete(uri)) await connection.workspace.textDocumentContent.refresh(uri);
  };
  settled(() => [...given.keys()].forEach((uri) => void refresh(uri).catch(() => undefined)));
}

async function make(server: Server, uri: string, token: CancellationToken): Promise<Text> {
  const { scheme, set, target } = partsOf(uri);
  const maker = Object.hasOwn(MAKERS, scheme) ? MAKERS[scheme] : undefined;
  const file = maker && (await server.workspace.fileNow(fileIdOf(set)));
  if (!maker || !file) return { refused: sentence`There is no set at '${set}'.` };
  return maker(server, { file, target, token });
}

async function compiledText(server: Server, { file, target, token }: Wanted): Promise<Text> {
  const given = paramsFor(await server.projects.load(file.id), target);
  if ("refused" in given) return { refused: sentence`${given.refused}` };
  const result = await compiled(server, file, { params: Object.fromEntries(given.params) }, token);
  switch (result.kind) {
    case "document":
      return { text: result.json };
    case "fragment":
      return { refused: sentence`A fragment is no set: a set begins with a line such as objectives "Name".` };
    case "refused": {
      const [first] = result.problems.filter(({ severity }) => severity === "error");
      return { refused: sentence`The set says no one document yet: ${first?.message ?? ""}` };
    }
  }
}

async function mermaidText({ workspace, rules }: Server, { file, token }: Wanted): Promise<Text> {
  const checked = await workspace.whole(file, token);
  await rules.ready(file);
  return { text: graphMermaid(graphView(checked.model, rules.applied(file, checked))) };
}

/** `scheme:path?set#target`: the path is for people and their editors; what counts is the set's URI, and the target. */
function partsOf(uri: string): {
  readonly scheme: string;
  readonly set: string;
  readonly target: string | undefined;
} {
  const [, scheme = "", set = "", target] = /^([^:]*):[^?#]*(?:\?([^#]*))?(?:#(.*))?$/s.exec(uri) ?? [];
  return { scheme, set: unescaped(set), target: target === undefined ? undefined : unescaped(target) };
}
