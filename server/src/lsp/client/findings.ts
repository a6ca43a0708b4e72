// How a client gets findings, and what it can show of them.
import {
  DiagnosticTag,
  type ClientCapabilities,
  type PublishDiagnosticsClientCapabilities,
} from "vscode-languageserver";
import { known, type Support } from "./support.ts";

export interface ClientFindings {
  /** Whether it asks for findings itself, and again when it is told to; else they are sent to it. */
  readonly findings: "pulled" | "pushed";
  /** Whether it may be told to ask for findings again. */
  readonly asksAgain: Support;
  /** Whether a finding may lead to the page that explains it. */
  readonly codePages: Support;
  readonly relatedPlaces: Support;
  /** Whether a finding may say that it is about what nobody needs. */
  readonly fadedFindings: Support;
  /** Whether an answer about one document may bring findings of others. */
  readonly relatedDocuments: Support;
}

/** What another file changes would never be seen by a client that only asks while somebody types. */
export function findingsOf({ textDocument = {}, workspace }: ClientCapabilities): ClientFindings {
  const { diagnostic, publishDiagnostics } = textDocument;
  const asksAgain = known(workspace?.diagnostics?.refreshSupport);
  return {
    findings: diagnostic && asksAgain === "understood" ? "pulled" : "pushed",
    asksAgain,
    ...shownOf({ ...publishDiagnostics, ...diagnostic }),
    relatedDocuments: known(diagnostic?.relatedDocumentSupport),
  };
}

/** What it can show of a finding, however that comes to it. */
function shownOf({
  codeDescriptionSupport,
  relatedInformation,
  tagSupport,
}: PublishDiagnosticsClientCapabilities): Pick<
  ClientFindings,
  "codePages" | "relatedPlaces" | "fadedFindings"
> {
  return {
    codePages: known(codeDescriptionSupport),
    relatedPlaces: known(relatedInformation),
    fadedFindings: known(tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary)),
  };
}
