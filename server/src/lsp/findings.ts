// What there is to say about a file: what the sets that it is a part of say, as its project wants it.
import { findingsIn } from "../language/diagnostics/in-file.ts";
import type { Finding } from "../language/diagnostics/finding.ts";
import type { SetFile } from "../language/model/files.ts";
import type { Server } from "./serving.ts";

export function findingsOf(
  { workspace, rules }: Pick<Server, "workspace" | "rules">,
  file: SetFile,
): readonly Finding[] {
  const lists = workspace.checksWith(file).map((check) => rules.applied(file, check));
  return findingsIn(file.id, lists);
}
