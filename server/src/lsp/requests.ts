// Our own requests: the picture and its ways to the text, and the two ways between text and the platform's JSON.
import { TextDocument } from "vscode-languageserver-textdocument";
import { compile } from "../language/compile/compile.ts";
import { decompile } from "../language/compile/decompile.ts";
import type { Refusal } from "../language/compile/parse-json.ts";
import { pull } from "../language/compile/pull.ts";
import { readPayload } from "../language/compile/read-payload.ts";
import { sourceMap, type SourceMap } from "../language/compile/source-map.ts";
import { writePayload, type WriteRefusal } from "../language/compile/write-payload.ts";
import { check, type Check } from "../language/diagnostics/check.ts";
import { messageOf } from "../language/diagnostics/codes.ts";
import type { Finding } from "../language/diagnostics/finding.ts";
import { compiledHover } from "../language/features/compiled-hover.ts";
import { drawGraph } from "../language/graph/draw.ts";
import { newLayoutMemory, type LayoutMemory } from "../language/graph/layout.ts";
import { graphJson } from "../language/graph/json.ts";
import { graphMermaid } from "../language/graph/mermaid.ts";
import { graphIdAt, placeOfGraphId } from "../language/graph/places.ts";
import { graphView } from "../language/graph/view.ts";
import { idOf, placeAt, withParams, type Model } from "../language/model/analyze.ts";
import { sentence, type Words } from "../language/text/sentence.ts";
import type {
  CompileParams,
  CompileProblem,
  CompileResult,
  DecompileResult,
  ExportParams,
  GraphParams,
  GraphResult,
  Notifications,
  ProblemCounts,
  PullParams,
  PullResult,
  Requests,
  SourceAt,
  SourceAtParams,
  SourcePlace,
} from "../protocol.ts";
import type { OpenDocument } from "./documents.ts";
import { fromPosition } from "./from-lsp.ts";
import { aboutOpen, modelWith, type Server } from "./serving.ts";
import { toLocation, toRange } from "./to-lsp.ts";
import type { Workspace } from "./workspace.ts";

/** Answers the requests of protocol.ts. Clients that never ask for a picture are told of no change to one. */
export function registerRequests(server: Server): void {
  const pictures = picturesOf(server);
  answer(server, "objectives/graph", (params) => pictures.draw(params));
  answer(server, "objectives/decompile", ({ json }) => decompiled(json, server));
  answerAbout(server, "objectives/reveal", (document, { id }) => {
    const place = placeOfGraphId(modelWith(server, document), id);
    return place ? toLocation(server.workspace, place) : null;
  });
  answerAbout(server, "objectives/nodeAt", (document, { uri, file = uri, position }) => {
    const written = server.documents.get(file);
    return (written && graphIdAt(modelWith(server, document), fromPosition(written, position))) ?? null;
  });
  answerAbout(server, "objectives/exportGraph", (document, params) => exportGraph(server, document, params));
  answerAbout(server, "objectives/compile", (document, params) => compiled(server, document, params));
  answerAbout(server, "objectives/sourceAt", (document, params) => sourceAt(server, document, params));
  answerAbout(server, "objectives/pull", (document, params) => pulled(server, document, params));
}

type Params<Method extends keyof Requests> = Requests[Method]["params"];
type Result<Method extends keyof Requests> = Requests[Method]["result"] | Promise<Requests[Method]["result"]>;

function answer<Method extends keyof Requests>(
  { connection }: Server,
  method: Method,
  handler: (params: Params<Method>) => Result<Method>,
): void {
  connection.onRequest<unknown, void>(method, handler);
}

/** Requests about a document: null where it is not open. */
type AboutDocument = {
  [Method in keyof Requests]: Params<Method> extends { readonly uri: string } ? Method : never;
}[keyof Requests];

function answerAbout<Method extends AboutDocument>(
  server: Server,
  method: Method,
  handler: (document: OpenDocument, params: Params<Method>) => Result<Method>,
): void {
  answer(server, method, (params) => aboutOpen(server, params.uri, (document) => handler(document, params)));
}

// ── The picture ──

interface Pictures {
  readonly draw: (params: GraphParams) => Promise<GraphResult | null>;
}

/** What each document's next layout takes over, for as long as the document is open. */
function picturesOf(server: Server): Pictures {
  const { connection, documents, workspace, layout, rules } = server;
  const memories = new Map<string, LayoutMemory>();
  const tell = ({ uri, version }: OpenDocument): void => {
    const changed: Notifications["objectives/graphChanged"] = { uri, version };
    if (memories.has(uri)) void connection.sendNotification("objectives/graphChanged", changed);
  };
  workspace.onDidChange((change) => change.documents.forEach(tell));
  rules.onDidChange(tell);
  documents.onDidClose(({ document: { uri } }) => void memories.delete(uri));
  return {
    draw: async ({ uri, fonts }) => {
      const document = documents.get(uri);
      if (!document) return null;
      const memory = memories.get(uri) ?? newLayoutMemory();
      memories.set(uri, memory);
      const [checked] = workspace.checksWith(document);
      const findings = rules.applied(document, checked);
      const view = graphView(checked.model, findings);
      const drawing = await drawGraph(view, layout, memory, {
        theme: "editor",
        fonts,
        words: server.inWords,
      });
      return { version: document.version, ...drawing, problems: countsOf(findings) };
    },
  };
}

function countsOf(findings: readonly Finding[]): ProblemCounts {
  const count = (wanted: Finding["severity"]): number =>
    findings.filter(({ severity }) => severity === wanted).length;
  return { errors: count("error"), warnings: count("warning") };
}

async function exportGraph(
  server: Server,
  document: OpenDocument,
  { format, theme }: ExportParams,
): Promise<string> {
  const { layout, workspace, rules } = server;
  const [checked] = await workspace.checksAround(document);
  const view = graphView(checked.model, rules.applied(document, checked));
  switch (format) {
    case "svg":
      return (await drawGraph(view, layout, newLayoutMemory(), { theme, words: server.inWords })).svg;
    case "mermaid":
      return graphMermaid(view);
    case "json":
      return graphJson(view, server.inWords);
  }
}

// ── The platform's JSON ──

async function compiled(
  server: Server,
  document: OpenDocument,
  { requiredField = "list", params }: CompileParams,
): Promise<CompileResult> {
  const { workspace } = server;
  const current = await workspace.whole(document);
  const checked = params ? checkedWith(current, params) : current;
  const outcome = compile(checked);
  if (outcome.kind === "fragment") return outcome;
  const unread = unreadable(checked.model, server);
  const problems = [...unread, ...outcome.findings.map((finding) => problemOf(finding, server))];
  if (outcome.kind === "refused" || unread.length > 0) return { kind: "refused", problems };
  const json = writePayload(outcome.document, requiredField);
  if (typeof json !== "string") {
    return { kind: "refused", problems: [...problems, ...unwritable(json, checked.model, server)] };
  }
  return {
    kind: "document",
    json,
    sourceMap: placesOf(sourceMap(checked.model, outcome.document, requiredField), workspace),
    problems,
  };
}

function checkedWith(current: Check, params: Readonly<Record<string, string>>): Check {
  return check(withParams(current.model, new Map(Object.entries(params))), current);
}

function problemOf(
  { code, severity, arguments: args, ...place }: Finding,
  { workspace, inWords }: Server,
): CompileProblem {
  return { code, severity, message: inWords(messageOf(code, args)), ...toLocation(workspace, place) };
}

/** Without these files a document would lack what they say: what lies on no disk is read in editors alone. */
function unreadable(model: Model, { workspace, inWords }: Server): readonly CompileProblem[] {
  const unread = model.includes.filter(({ leads }) => leads === "unread");
  return unread.map(({ at, path }) => ({
    code: undefined,
    severity: "error",
    message: inWords(
      sentence`'${path}' is not on this machine: open it in an editor, too, so that it can be read.`,
    ),
    ...toLocation(workspace, placeAt(model, at)),
  }));
}

function unwritable(
  { refused }: WriteRefusal,
  model: Model,
  { workspace, inWords }: Server,
): readonly CompileProblem[] {
  return refused.flatMap(({ index, reason }): readonly CompileProblem[] => {
    const symbol = model.symbols.objectives[index];
    const place = symbol
      ? placeAt(model, symbol.at)
      : { file: idOf(model, { file: 0 }), span: { start: 0, end: 0 } };
    return [
      { code: undefined, severity: "error", message: inWords(reason), ...toLocation(workspace, place) },
    ];
  });
}

function placesOf(map: SourceMap, workspace: Workspace): readonly SourcePlace[] {
  return map.map(({ pointer, place }) => ({ pointer, ...toLocation(workspace, place) }));
}

async function sourceAt(
  { workspace }: Server,
  document: OpenDocument,
  { json, position }: SourceAtParams,
): Promise<SourceAt | null> {
  const checked = await workspace.whole(document);
  const outcome = compile(checked);
  if (outcome.kind !== "document") return null;
  const lines = TextDocument.create("", "json", 0, json);
  const hover = compiledHover(checked.model, outcome.document, json, lines.offsetAt(position));
  if (!hover) return null;
  const source = toLocation(workspace, hover.place);
  return { range: toRange(lines, hover.span), source, markdown: hover.markdown };
}

async function pulled(
  server: Server,
  document: OpenDocument,
  { json, params }: PullParams,
): Promise<PullResult> {
  const { workspace, inWords } = server;
  const reading = readPayload(json);
  if ("refused" in reading)
    return { kind: "refused", reasons: reading.refused.map((it) => placed(it, inWords)) };
  const current = await workspace.whole(document);
  const unread = unreadable(current.model, server);
  if (unread.length > 0) return { kind: "refused", reasons: unread.map(({ message }) => message) };
  const outcome = pull(params ? checkedWith(current, params) : current, reading.document, reading.extras);
  if (outcome.kind === "fragment")
    return { kind: "refused", reasons: [inWords(sentence`A fragment is no set.`)] };
  if (outcome.kind === "refused")
    return {
      kind: "refused",
      reasons: outcome.findings.map((it) => inWords(messageOf(it.code, it.arguments))),
    };
  const edits = outcome.edits.map(({ newText, ...place }) => ({ ...toLocation(workspace, place), newText }));
  return { kind: "edits", edits, notes: outcome.notes.map(({ reason }) => inWords(reason)) };
}

function decompiled(json: string, { inWords }: Server): DecompileResult {
  const reading = readPayload(json);
  if ("refused" in reading)
    return { kind: "refused", reasons: reading.refused.map((it) => placed(it, inWords)) };
  const { document, extras, notes } = reading;
  return { kind: "text", text: decompile(document, extras), notes: notes.map((it) => placed(it, inWords)) };
}

function placed({ line, column, pointer, reason }: Refusal, inWords: Words): string {
  return `Line ${line}, column ${column}${pointer === "" ? "" : ` (${pointer})`}: ${inWords(reason)}`;
}
