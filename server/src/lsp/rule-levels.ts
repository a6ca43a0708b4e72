// How much each finding matters in a document's project: what its client says of objectives.json.
import { Emitter, type Connection, type Event } from "vscode-languageserver";
import type { Finding } from "../language/diagnostics/finding.ts";
import type { RuleLevel } from "../project/config.ts";
import { withRuleLevels } from "../project/rule-levels.ts";
import type { ClientNotifications } from "../protocol.ts";
import type { OpenDocument, OpenDocuments } from "./documents.ts";

export interface ProjectRules {
  /** Findings about a document as its project wants them. */
  readonly applied: (document: OpenDocument, findings: readonly Finding[]) => readonly Finding[];
  /** A document whose findings matter differently now. */
  readonly onDidChange: Event<OpenDocument>;
}

/** Listens to what the client says; without a word from it, everything matters as the language says. */
export function projectRules(connection: Connection, documents: OpenDocuments): ProjectRules {
  const known = new Map<string, ReadonlyMap<string, RuleLevel>>();
  const changed = new Emitter<OpenDocument>();
  connection.onNotification(
    "objectives/ruleLevels",
    ({ uri, levels }: ClientNotifications["objectives/ruleLevels"]) => {
      known.set(uri, new Map(Object.entries(levels)));
      const document = documents.get(uri);
      if (document) changed.fire(document);
    },
  );
  documents.onDidClose(({ document: { uri } }) => void known.delete(uri));
  return {
    applied: ({ uri }, findings) => withRuleLevels(findings, known.get(uri) ?? NO_LEVELS),
    onDidChange: changed.event,
  };
}

const NO_LEVELS: ReadonlyMap<string, RuleLevel> = new Map<string, RuleLevel>([]);
