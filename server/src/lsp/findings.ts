// What there is to say about an open document: what the sets that it is a part of say, as its project wants it.
import { findingsIn } from "../language/diagnostics/in-file.ts";
import type { Finding } from "../language/diagnostics/finding.ts";
import type { OpenDocument } from "./documents.ts";
import type { Server } from "./serving.ts";

export function findingsOf(
  { workspace, rules }: Pick<Server, "workspace" | "rules">,
  document: OpenDocument,
): readonly Finding[] {
  const lists = workspace.checksWith(document).map((check) => rules.applied(document, check));
  return findingsIn(document.id, lists);
}
