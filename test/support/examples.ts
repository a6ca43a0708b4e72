// The sets that the project ships as examples: files, and not the folder that an upload of one leaves beside them.
import { globSync } from "node:fs";

export const EXAMPLES = "examples";

/** The names of the files in the folder itself. */
export function exampleSets(): readonly string[] {
  return globSync("*.objectives", { cwd: EXAMPLES });
}
