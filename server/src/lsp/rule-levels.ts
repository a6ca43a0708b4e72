// How much each finding matters in a document's project: what its client says of objectives.json.
import { Emitter, type Connection, type Event } from "vscode-languageserver";
import type { Check } from "../language/diagnostics/check.ts";
import type { Finding } from "../language/diagnostics/finding.ts";
import type { RuleLevel } from "../project/config.ts";
import { withRuleLevels } from "../project/rule-levels.ts";
import type { ClientNotifications } from "../protocol.ts";
import type { OpenDocument, OpenDocuments } from "./documents.ts";

export interface ProjectRules {
  /** What a check says of a set that a document is a part of, as the document's project wants it; it need not be open. */
  readonly applied: (document: Pick<OpenDocument, "uri">, check: Check) => readonly Finding[];
  /** Whether its project lets a finding be shown in the document. */
  readonly isShown: (document: OpenDocument, finding: Finding) => boolean;
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
    applied: ({ uri }, check) => withRuleLevels(check, known.get(uri) ?? NO_LEVELS),
    isShown: ({ uri }, { code }) => known.get(uri)?.get(code) !== "off",
    onDidChange: changed.event,
  };
}

const NO_LEVELS: ReadonlyMap<string, RuleLevel> = new Map<string, RuleLevel>([]);
