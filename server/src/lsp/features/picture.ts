// The picture of a set, its ways to the text and back, and as a file of its own.
import type { CancellationToken } from "vscode-languageserver";
import type { Finding } from "../../language/diagnostics/finding.ts";
import { drawGraph } from "../../language/graph/draw.ts";
import { newLayoutMemory, type LayoutMemory } from "../../language/graph/layout.ts";
import { graphJson } from "../../language/graph/json.ts";
import { graphMermaid } from "../../language/graph/mermaid.ts";
import { graphIdAt, placeOfGraphId } from "../../language/graph/places.ts";
import { graphView } from "../../language/graph/view.ts";
import { sentence } from "../../language/text/sentence.ts";
import type { ExportParams, GraphParams, GraphResult, Notifications, ProblemCounts } from "../../protocol.ts";
import { unlessCancelled } from "../cancellation.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fromPosition } from "../from-lsp.ts";
import { shown } from "../progress.ts";
import { answer, answerAbout } from "../requests.ts";
import { modelWith, type Server } from "../serving.ts";
import { toLocation } from "../to-lsp.ts";

/** Clients that never ask for a picture are told of no change to one. */
export const picture: Feature = {
  capability: () => ({}),
  register: registerPicture,
};

function registerPicture(server: Server): void {
  const pictures = picturesOf(server);
  answer(server, "objectives/graph", (params, token) => pictures.draw(params, token));
  answerAbout(server, "objectives/reveal", (document, { id }) => {
    const place = placeOfGraphId(modelWith(server, document), id);
    return place ? toLocation(server.workspace, place) : null;
  });
  answerAbout(server, "objectives/nodeAt", (document, { uri, file = uri, position }) => {
    const written = server.documents.get(file);
    return (written && graphIdAt(modelWith(server, document), fromPosition(written, position))) ?? null;
  });
  answerAbout(server, "objectives/exportGraph", (document, params, token) => {
    const reporter = server.connection.window.attachWorkDoneProgress(params.workDoneToken);
    return shown(server, reporter, sentence`Drawing the flow`, () =>
      exportGraph(server, document, params, token),
    );
  });
}

interface Pictures {
  readonly draw: (params: GraphParams, token: CancellationToken) => Promise<GraphResult | null>;
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
  rules.onDidChange(() => documents.all().forEach(tell));
  documents.onDidClose(({ document: { uri } }) => void memories.delete(uri));
  return {
    draw: async ({ uri, fonts }, token) => {
      const document = documents.get(uri);
      if (!document) return null;
      const memory = memories.get(uri) ?? newLayoutMemory();
      memories.set(uri, memory);
      const [checked] = workspace.checksWith(document);
      const findings = rules.applied(document, checked);
      const view = graphView(checked.model, findings);
      const drawn = drawGraph(view, layout, memory, { theme: "editor", fonts, words: server.inWords });
      const drawing = await unlessCancelled(token, drawn);
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
  { layout, workspace, rules, inWords }: Server,
  document: OpenDocument,
  { format, theme }: ExportParams,
  token: CancellationToken,
): Promise<string> {
  const [checked] = await workspace.checksAround(document, token);
  const view = graphView(checked.model, rules.applied(document, checked));
  switch (format) {
    case "svg":
      return (
        await unlessCancelled(token, drawGraph(view, layout, newLayoutMemory(), { theme, words: inWords }))
      ).svg;
    case "mermaid":
      return graphMermaid(view);
    case "json":
      return graphJson(view, inWords);
  }
}
