// What an editor leaves out of its own searches, by its settings: nobody wants to hear of it from the server either.
import picomatch from "picomatch/posix";
import type { FileId } from "../language/text/place.ts";
import type { IsLeftOut } from "../project/walk-folder.ts";
import type { Server } from "./serving.ts";

/** VS Code's names; a client that has no such settings answers nothing of use, and nothing is left out. */
const SECTIONS = ["files.exclude", "search.exclude"];

/** What is left out of a folder of the workspace. */
export async function leftOutOf(
  { connection, client }: Pick<Server, "connection" | "client">,
  folder: FileId,
): Promise<IsLeftOut> {
  if (client.settings === "told") return () => false;
  const items = SECTIONS.map((section) => ({ section, scopeUri: folder }));
  const said: unknown = await connection.workspace.getConfiguration(items).catch(() => []);
  const patterns = Array.isArray(said) ? said.flatMap(patternsIn) : [];
  return patterns.length === 0 ? () => false : picomatch(patterns, { dot: true });
}

/** A pattern that holds under a condition only, by an object, is about files made of others: none of ours are. */
function patternsIn(excluded: unknown): readonly string[] {
  if (typeof excluded !== "object" || excluded === null) return [];
  return Object.entries(excluded).flatMap(([pattern, holds]) => (holds === true ? [pattern] : []));
}
