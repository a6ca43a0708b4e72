// Findings of the whole workspace: given once, or, to a client that takes them piece by piece, for as long as it listens.
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type PreviousResultId,
  type ResultProgressReporter,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { FileId } from "../language/text/place.ts";
import { sentence } from "../language/text/sentence.ts";
import { cancelled } from "./cancellation.ts";
import { fileIdOf } from "./file-id.ts";
import { shown, type Tell } from "./progress.ts";
import { resultIdOf } from "./result-id.ts";
import type { Server } from "./serving.ts";
import { workspaceFindings, type WorkspaceFindings } from "./workspace-findings.ts";

type Report = WorkspaceDocumentDiagnosticReport;
type PartialReporter = ResultProgressReporter<WorkspaceDiagnosticReportPartialResult>;

/** Who has asked, and what has been said to them. */
interface Listener {
  readonly server: Server;
  readonly findings: WorkspaceFindings;
  readonly token: CancellationToken;
  readonly said: Map<FileId, PreviousResultId>;
}

export function answerForWorkspace(server: Server): void {
  const findings = workspaceFindings(server);
  server.connection.languages.diagnostics.onWorkspace(async (params, token, reporter, partial) => {
    const said = new Map(params.previousResultIds.map((it) => [fileIdOf(it.uri), it]));
    const listener: Listener = { server, findings, token, said };
    const title = sentence`Checking the sets of the workspace`;
    const first = (tell: (report: Report) => void): Promise<void> =>
      shown(server, reporter, title, (progress) => tellNews(listener, tell, progress));
    if (partial) return keepTelling(listener, partial, first);
    const items: Report[] = [];
    await first((report) => items.push(report));
    return { items };
  });
}

/** Answers at last, when the client says goodbye. */
async function keepTelling(
  listener: Listener,
  partial: PartialReporter,
  first: (tell: (report: Report) => void) => Promise<void>,
): Promise<WorkspaceDiagnosticReport> {
  // Listened for before looking, so that nothing is missed in between.
  let change = nextChange(listener);
  await first((report) => partial.report({ items: [report] }));
  while ((await change) === "changed") {
    change = nextChange(listener);
    const tell = (report: Report): void => {
      if (report.kind === DocumentDiagnosticReportKind.Full) partial.report({ items: [report] });
    };
    await tellNews(listener, tell, () => undefined);
  }
  if (listener.token.isCancellationRequested) throw cancelled();
  return { items: [] };
}

/** Of every file that something is or was said about. */
async function tellNews(
  { server, findings, token, said }: Listener,
  tell: (report: Report) => void,
  progress: Tell,
): Promise<void> {
  const gone = new Set(said.keys());
  for await (const { file, items } of findings.files(token, progress)) {
    gone.delete(file);
    if (items.length > 0 || said.has(file)) tell(reportOf(server, said, file, items));
  }
  for (const file of gone) tell(reportOf(server, said, file, []));
}

function reportOf({ documents }: Server, said: Listener["said"], file: FileId, items: Diagnostic[]): Report {
  const document = documents.all().find(({ id }) => id === file);
  const before = said.get(file);
  const [uri, version] = [document?.uri ?? before?.uri ?? file, document?.version ?? null];
  const resultId = resultIdOf(items);
  if (before?.value === resultId)
    return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
  if (items.length > 0) said.set(file, { uri, value: resultId });
  else said.delete(file);
  return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items };
}

/** Resolves a little after something changes, or once there is nobody to tell. */
async function nextChange({ server, token }: Listener): Promise<"changed" | "over"> {
  let stop = (): void => undefined;
  const change = await new Promise<"changed" | "over">((resolve) => {
    const ends = [token, server.ending];
    const listening = ends.map((it) => it.onCancellationRequested(() => resolve("over")));
    listening.push(server.settled(() => resolve("changed")));
    stop = () => listening.forEach((it) => it.dispose());
    if (ends.some((it) => it.isCancellationRequested)) resolve("over");
  });
  stop();
  return change;
}
