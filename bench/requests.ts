// Requests about a large set over the protocol, each behind a keystroke: ours beside the JSON server's, or beside reading the text.
import type { Position, ProtocolConnection } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { parse } from "../server/src/language/model/source.ts";
import { generate } from "./generate.ts";
import { jsonService } from "./json-service.ts";
import { atMost, once, p95sOf, type Row } from "./measure.ts";
import { connectedClient, startJson, startOurs } from "./servers.ts";

const OBJECTIVES = 10_000;

interface Request {
  readonly method: string;
  readonly goal: number;
  /** What the goal is a multiple of. */
  readonly beside: "the JSON server" | "reading the text";
  readonly more?: (known: Known) => object;
}

/** What a client has of an answer before. */
interface Known {
  readonly uri: string;
  readonly position: Position;
  readonly resultId: string | undefined;
}

/** A row is a line: where the JSON server answers the same, its answer is the measure. */
const REQUESTS: Readonly<Record<string, Request>> = {
  completion: { method: "textDocument/completion", goal: 0.1, beside: "the JSON server" },
  hover: { method: "textDocument/hover", goal: 0.1, beside: "the JSON server" },
  definition: { method: "textDocument/definition", goal: 0.1, beside: "the JSON server" },
  "findings, unchanged": { ...asked("diagnostic", 0.1), beside: "the JSON server", more: sinceThen },
  "document symbols": { method: "textDocument/documentSymbol", goal: 1, beside: "the JSON server" },
  "folding ranges": { method: "textDocument/foldingRange", goal: 1, beside: "the JSON server" },
  references: { ...asked("references", 0.1), more: () => ({ context: { includeDeclaration: true } }) },
  rename: { ...asked("rename", 1), more: () => ({ newName: "renamed" }) },
  "linked editing": asked("linkedEditingRange", 0.1),
  "call hierarchy, its item": asked("prepareCallHierarchy", 0.1),
  "call hierarchy, ways in": { method: "callHierarchy/incomingCalls", ...besideText(0.1), more: ofItem },
  "workspace symbols": { method: "workspace/symbol", ...besideText(0.1), more: () => ({ query: "step_44" }) },
  "semantic tokens, what changed": { ...asked("semanticTokens/full/delta", 0.1), more: sinceThen },
  "inlay hints of a screen": { ...asked("inlayHint", 0.1), more: onScreen },
  "selection ranges": {
    ...asked("selectionRange", 0.1),
    more: ({ position }) => ({ positions: [position] }),
  },
  "code lenses": asked("codeLens", 1),
  "code actions": { ...asked("codeAction", 1), more: inLine },
};

function asked(what: string, goal: number): Request {
  return { method: `textDocument/${what}`, ...besideText(goal) };
}

function besideText(goal: number): Pick<Request, "goal" | "beside"> {
  return { goal, beside: "reading the text" };
}

function sinceThen({ resultId }: Known): object {
  return { previousResultId: resultId };
}

function inLine({ position }: Known): object {
  return { range: { start: position, end: position }, context: { diagnostics: [] } };
}

function onScreen({ position: { line } }: Known): object {
  return { range: { start: { line, character: 0 }, end: { line: line + 60, character: 0 } } };
}

function ofItem({ uri }: Known): object {
  return { item: { name: "step_4000", uri } };
}

export async function requests(rounds: number): Promise<readonly Row[]> {
  const { text, json } = generate(OBJECTIVES, 5);
  const ours = await askerOf(startOurs, {
    uri: "file:///set.objectives",
    text,
    typing: /prompt "(?!")\w{4}/g,
    asking: /-> step_4/g,
  });
  const service = jsonService();
  const theirs = await askerOf(startJson(service), {
    uri: "file:///set.json",
    text: json,
    typing: /"objective_prompt": "\w{4}/g,
    asking: /"next_\w+": (\[|\{)\s*"step_4/g,
  });
  const rows: Row[] = [];
  for (const [what, request] of Object.entries(REQUESTS)) {
    const measure = request.beside === "the JSON server" ? () => theirs(request) : () => parse(text);
    // By themselves: what reading the text leaves for the collector would count for the one that needs it first.
    const { own } = await p95sOf(rounds, { own: once(() => ours(request)) });
    const { other } = await p95sOf(Math.ceil(rounds / 3), { other: once(measure) });
    rows.push(atMost(`${what}, 10,000 objectives: ours ÷ ${request.beside}`, own / other, request.goal));
  }
  return rows;
}

interface Task {
  readonly uri: string;
  readonly text: string;
  /** What stands before the places to type at. */
  readonly typing: RegExp;
  /** What stands before the places to ask about. */
  readonly asking: RegExp;
}

/** Types or deletes a letter, then asks. */
async function askerOf(
  start: Parameters<typeof connectedClient>[0],
  { uri, text, typing, asking }: Task,
): Promise<(request: Request) => Promise<unknown>> {
  const client = await connectedClient(start);
  const document = TextDocument.create(uri, "text", 1, text);
  await client.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "text", version: 1, text },
  });
  // Of the hints that can be had, most are those that are off unless somebody wants them.
  const settings = { objectives: { inlayHints: { incoming: true } } };
  await client.sendNotification("workspace/didChangeConfiguration", { settings });
  const placesOf = (pattern: RegExp): readonly Position[] =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => document.positionAt(index + found.length));
  const [typed, asked] = [placesOf(typing), placesOf(asking)];
  let step = 0;
  let resultId: string | undefined;
  return async ({ method, more }) => {
    const origin = { line: 0, character: 0 };
    await type(client, uri, typed[(step >> 1) % typed.length] ?? origin, step);
    const position = asked[step++ % asked.length] ?? origin;
    const params = { textDocument: { uri }, position, ...more?.({ uri, position, resultId }) };
    const answer = await client.sendRequest<{ readonly resultId?: string } | null>(method, params);
    resultId = answer?.resultId ?? resultId;
    return answer;
  };
}

async function type(
  client: ProtocolConnection,
  uri: string,
  position: Position,
  step: number,
): Promise<void> {
  const isTyped = step % 2 === 0;
  const end = { line: position.line, character: position.character + (isTyped ? 0 : 1) };
  await client.sendNotification("textDocument/didChange", {
    textDocument: { uri, version: step + 2 },
    contentChanges: [{ range: { start: position, end }, text: isTyped ? "x" : "" }],
  });
}
