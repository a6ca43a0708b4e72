// A finding as a diagnostic of the protocol, in words.
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver";
import type * as lsp from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { messageOf, relatedMessageOf, urlOf, type Severity } from "../language/diagnostics/codes.ts";
import type { Finding } from "../language/diagnostics/finding.ts";
import type { Server } from "./serving.ts";
import { toLocation, toRange } from "./to-lsp.ts";

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, DiagnosticSeverity>;

/** What a diagnostic depends on beside its finding. */
interface Saying extends Pick<Server, "client" | "pages" | "inWords"> {
  readonly workspace: Pick<Server["workspace"], "fileOf">;
}

/** `lines` are those of the finding's own file. */
export function toDiagnostic(
  lines: TextDocument,
  { code, severity, span, arguments: args, related, tags }: Finding,
  { client, workspace, pages, inWords }: Saying,
): lsp.Diagnostic {
  return {
    range: toRange(lines, span),
    severity: SEVERITIES[severity],
    code,
    ...(pages !== undefined && client.codePages === "understood"
      ? { codeDescription: { href: urlOf(code, pages) } }
      : {}),
    source: "objectives",
    message: inWords(messageOf(code, args)),
    ...(tags.includes("unnecessary") && client.fadedFindings === "understood"
      ? { tags: [DiagnosticTag.Unnecessary] }
      : {}),
    ...(related.length > 0 && client.relatedPlaces === "understood"
      ? {
          relatedInformation: related.map((place) => ({
            location: toLocation(workspace, place),
            message: inWords(relatedMessageOf(code)),
          })),
        }
      : {}),
  };
}
