// How a client gets findings, and what it can show of them.
import type { ClientCapabilities } from "vscode-languageserver";
import { known, type Support } from "./support.ts";

export interface ClientFindings {
  /** Whether it asks for findings itself, and again when it is told to; else they are sent to it. */
  readonly findings: "pulled" | "pushed";
  /** Whether it may be told to ask for findings again. */
  readonly asksAgain: Support;
  /** Whether a finding may lead to the page that explains it. */
  readonly codePages: Support;
  readonly relatedPlaces: Support;
  /** Whether an answer about one document may bring findings of others. */
  readonly relatedDocuments: Support;
}

/** What another file changes would never be seen by a client that only asks while somebody types. */
export function findingsOf({
  textDocument: { diagnostic, publishDiagnostics } = {},
  workspace,
}: ClientCapabilities): ClientFindings {
  const asksAgain = known(workspace?.diagnostics?.refreshSupport);
  return {
    findings: diagnostic && asksAgain === "understood" ? "pulled" : "pushed",
    asksAgain,
    codePages: known(diagnostic?.codeDescriptionSupport ?? publishDiagnostics?.codeDescriptionSupport),
    relatedPlaces: known(diagnostic?.relatedInformation ?? publishDiagnostics?.relatedInformation),
    relatedDocuments: known(diagnostic?.relatedDocumentSupport),
  };
}
