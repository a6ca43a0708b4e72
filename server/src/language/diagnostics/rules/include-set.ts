// `include-set`: an include of a file that is a set by itself.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* includeSet({ includes }: Model): Iterable<SetFinding> {
  for (const { at, path, leads } of includes) if (leads === "set") yield setFinding("include-set", at, path);
}
