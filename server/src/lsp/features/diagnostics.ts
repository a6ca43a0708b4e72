// Findings: asked for by clients that can, sent to the others.
import { DocumentDiagnosticReportKind, type Diagnostic } from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { findingsOf } from "../findings.ts";
import { aboutOpen, type Server } from "../serving.ts";
import { toDiagnostic } from "../to-diagnostic.ts";

export const diagnostics: Feature = {
  capability: ({ findings }) =>
    findings === "pulled"
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }
      : {},
  register: (server) => (server.client.findings === "pulled" ? answerFindings(server) : sendFindings(server)),
};

function answerFindings(server: Server): void {
  const { connection, client, workspace, rules } = server;
  connection.languages.diagnostics.on(({ textDocument }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: aboutOpen(server, textDocument.uri, (document) => diagnosticsOf(server, document)) ?? [],
  }));
  const askAgain = (): void => {
    if (client.asksAgain === "understood") void connection.languages.diagnostics.refresh();
  };
  workspace.onDidChange(({ documents: changed, edited }) => {
    // A client asks by itself about what somebody types in.
    if (changed.some((document) => document !== edited)) askAgain();
  });
  rules.onDidChange(askAgain);
}

function sendFindings(server: Server): void {
  const { connection, documents, workspace, rules } = server;
  const send = (document: OpenDocument): void => {
    const { uri, version } = document;
    void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(server, document) });
  };
  workspace.onDidChange((change) => change.documents.forEach(send));
  rules.onDidChange(send);
  documents.onDidClose(({ document: { uri } }) => {
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}

function diagnosticsOf(server: Server, document: OpenDocument): Diagnostic[] {
  return findingsOf(server, document).map((finding) => toDiagnostic(document.lines, finding, server));
}
