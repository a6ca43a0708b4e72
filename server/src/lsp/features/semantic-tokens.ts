// Semantic tokens: whole, as what changed since the last answer, and of a range.
import type { SemanticTokens, SemanticTokensDelta, SemanticTokensLegend } from "vscode-languageserver";
import {
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
  type TokenExtent,
  type TokenType,
} from "../../language/features/semantic-tokens.ts";
import { startOf, unitAt } from "../../language/model/source.ts";
import type { Span } from "../../language/text/span.ts";
import type { Client } from "../client.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fromRange } from "../from-lsp.ts";
import { aboutOpen, modelWith, type Server } from "../serving.ts";
import { tokenData, tokenDataOf, tokenEdits, tokenList, type TokenList } from "../token-list.ts";

export const semanticTokens: Feature = {
  capability: (client) => ({
    semanticTokensProvider: { legend: legendOf(client), range: true, full: { delta: true } },
  }),
  register: registerTokens,
};

/** Types of our own, as an editor should call them that knows only those of the protocol. */
const STANDARD_TYPES: Readonly<Partial<Record<TokenType, string>>> = {
  objective: "function",
  param: "parameter",
  prompt: "string",
  condition: "string",
};

/** What each type is called for the client. It passes over modifiers that it does not know. */
function legendOf({ tokenTypes }: Client): SemanticTokensLegend {
  const nameOf = (type: TokenType): string => (tokenTypes.has(type) ? type : (STANDARD_TYPES[type] ?? type));
  return { tokenTypes: TOKEN_TYPES.map(nameOf), tokenModifiers: [...TOKEN_MODIFIERS] };
}

/** The last answer about a document; of earlier ones nothing is kept. */
interface Answered {
  readonly id: string;
  readonly list: TokenList;
}

function registerTokens(server: Server): void {
  const { connection, documents } = server;
  const answered = new Map<string, Answered>();
  let answers = 0;
  const answerNow = (document: OpenDocument): Answered => {
    const before = answered.get(document.uri);
    const list = listOf(server, document, before?.list);
    const now = { id: String((answers += 1)), list };
    answered.set(document.uri, now);
    return now;
  };
  connection.languages.semanticTokens.on(({ textDocument }) =>
    orNone(aboutOpen(server, textDocument.uri, (document) => whole(answerNow(document)))),
  );
  connection.languages.semanticTokens.onDelta(({ textDocument, previousResultId }) =>
    orNone(
      aboutOpen(server, textDocument.uri, (document) => {
        const before = answered.get(document.uri);
        const now = answerNow(document);
        return before?.id === previousResultId ? delta(before, now) : whole(now);
      }),
    ),
  );
  connection.languages.semanticTokens.onRange(({ textDocument, range }) =>
    orNone(
      aboutOpen(server, textDocument.uri, (document) => {
        const list = listOf(server, document, answered.get(document.uri)?.list);
        return ofRange(document, list, fromRange(document.lines, range));
      }),
    ),
  );
  documents.onDidClose(({ document: { uri } }) => void answered.delete(uri));
}

function listOf(server: Server, document: OpenDocument, before: TokenList | undefined): TokenList {
  const extent: TokenExtent = server.client.patterns === "ours" ? "names" : "everything";
  return tokenList(modelWith(server, document), document.source, extent, before);
}

function whole({ id, list }: Answered): SemanticTokens {
  return { resultId: id, data: tokenData(list) };
}

function delta(before: Answered, now: Answered): SemanticTokensDelta {
  return { resultId: now.id, edits: [...tokenEdits(before.list, now.list)] };
}

/** Those of whole units: a client shows what it wants of them. */
function ofRange({ source, lines }: OpenDocument, list: TokenList, range: Span): SemanticTokens {
  const [first, last] = [unitAt(source, range.start), unitAt(source, range.end)];
  const { line } = lines.positionAt(startOf(source, first));
  return { data: tokenDataOf(list, first, last + 1, line) };
}

/** The protocol has no `null` here. */
function orNone<Tokens extends SemanticTokens | SemanticTokensDelta>(
  tokens: Tokens | null,
): Tokens | SemanticTokens {
  return tokens ?? { data: [] };
}
