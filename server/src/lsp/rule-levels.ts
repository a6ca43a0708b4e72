// How much each finding matters in a document: what its project says of them.
import type { Check } from "../language/diagnostics/check.ts";
import type { Finding } from "../language/diagnostics/finding.ts";
import type { FileId } from "../language/text/place.ts";
import { withRuleLevels } from "../project/rule-levels.ts";
import type { Projects } from "./projects.ts";

/** A file, as far as its project is asked for. */
interface OfFile {
  readonly id: FileId;
}

export interface ProjectRules {
  /** What a check says of a set that a document is a part of, as the document's project wants it. */
  readonly applied: (document: OfFile, check: Check) => readonly Finding[];
  /** Whether its project lets a finding be shown in the document. */
  readonly isShown: (document: OfFile, finding: Finding) => boolean;
  /** Resolves once it is known what the document's project wants. */
  readonly ready: (document: OfFile) => Promise<void>;
  /** Findings of some documents matter differently now. */
  readonly onDidChange: Projects["onDidChange"];
}

export function projectRules(projects: Projects): ProjectRules {
  return {
    applied: ({ id }, check) => withRuleLevels(check, projects.read(id).rules),
    isShown: ({ id }, { code }) => projects.read(id).rules.get(code) !== "off",
    ready: async ({ id }) => void (await projects.load(id)),
    onDidChange: projects.onDidChange,
  };
}
