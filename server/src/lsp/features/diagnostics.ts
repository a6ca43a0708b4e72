// Findings: asked for by clients that can, sent to the others.
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { SetFile } from "../../language/model/files.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { fileIdOf } from "../file-id.ts";
import { findingsOf } from "../findings.ts";
import { resultIdOf } from "../result-id.ts";
import type { Server } from "../serving.ts";
import { stopIfCancelled } from "../cancellation.ts";
import { toDiagnostic } from "../to-diagnostic.ts";
import { answerForWorkspace } from "../workspace-diagnostics.ts";

export const diagnostics: Feature = {
  capability: ({ findings }) =>
    findings === "pulled"
      ? {
          diagnosticProvider: {
            interFileDependencies: true,
            workspaceDiagnostics: true,
            workDoneProgress: true,
          },
        }
      : {},
  register: (server) => (server.client.findings === "pulled" ? answerFindings(server) : sendFindings(server)),
};

function answerFindings(server: Server): void {
  const { connection, client, workspace, rules } = server;
  connection.languages.diagnostics.on((params, token) => reportOf(server, params, token));
  answerForWorkspace(server);
  const askAgain = (): void => {
    if (client.asksAgain === "understood")
      void connection.languages.diagnostics.refresh().catch(() => undefined);
  };
  workspace.onDidChange(({ documents: changed, edited }) => {
    // A client asks by itself about what somebody types in.
    if (changed.some((document) => document !== edited)) askAgain();
  });
  rules.onDidChange(askAgain);
}

/** Of any file, open or not; of what is nowhere there is nothing to say. */
async function reportOf(
  server: Server,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const { documents, workspace, rules } = server;
  const id = fileIdOf(textDocument.uri);
  await rules.ready({ id });
  const file = documents.get(textDocument.uri) ?? (await workspace.fileNow(id));
  stopIfCancelled(token);
  const report = fullReport(file ? diagnosticsOf(server, file) : []);
  const related = file ? await relatedReports(server, file, token) : {};
  return report.resultId === previousResultId
    ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: report.resultId, ...related }
    : { ...report, ...related };
}

function fullReport(items: Diagnostic[]): FullDocumentDiagnosticReport & { readonly resultId: string } {
  return { kind: DocumentDiagnosticReportKind.Full, resultId: resultIdOf(items), items };
}

/** What the same sets say of their other files, for clients that show it. */
async function relatedReports(
  server: Server,
  file: SetFile,
  token: CancellationToken,
): Promise<Pick<DocumentDiagnosticReport, "relatedDocuments">> {
  const { client, rules, workspace } = server;
  if (client.relatedDocuments === "unknown") return {};
  // Another file of the set may be of another project.
  await Promise.all(filesBeside(server, file).map((it) => rules.ready(it)));
  stopIfCancelled(token);
  const reports = filesBeside(server, file).map(
    (it) => [workspace.fileOf(it.id).uri, fullReport(diagnosticsOf(server, it))] as const,
  );
  return { relatedDocuments: Object.fromEntries(reports) };
}

/** The other files of the sets that a file is a part of. */
function filesBeside({ workspace }: Server, { id, source }: SetFile): readonly SetFile[] {
  const files = workspace.checksWith({ id, source }).flatMap(({ model }) => model.files);
  return [...new Map(files.filter((it) => it.id !== id).map((it) => [it.id, it])).values()];
}

function sendFindings(server: Server): void {
  const { connection, documents, workspace, rules } = server;
  const send = async (document: OpenDocument): Promise<void> => {
    await rules.ready(document);
    const { uri, version } = document;
    // A newer text is on its way by itself.
    if (documents.get(uri) !== document) return;
    await connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(server, document) });
  };
  workspace.onDidChange((change) => change.documents.forEach((document) => void send(document)));
  rules.onDidChange(() => documents.all().forEach((document) => void send(document)));
  documents.onDidClose(({ document: { uri } }) => {
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

function diagnosticsOf(server: Server, file: SetFile): Diagnostic[] {
  const { lines } = server.workspace.fileOf(file.id);
  return findingsOf(server, file).map((finding) => toDiagnostic(lines, finding, server));
}
