// `include-cycle`: an include of a file that, in the end, includes the one that includes it.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* includeCycle({ includes }: Model): Iterable<SetFinding> {
  for (const { at, path, leads } of includes)
    if (leads === "cycle") yield setFinding("include-cycle", at, path);
}
