// `include-outside`: an include that leads out of the workspace.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* includeOutside({ includes }: Model): Iterable<SetFinding> {
  for (const { at, path, leads } of includes)
    if (leads === "outside") yield setFinding("include-outside", at, path);
}
