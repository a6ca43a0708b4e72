// `include-outside`: an include that leads out of the workspace.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { isPlaceless } from "../told.ts";

export function* includeOutside(model: Model): Iterable<SetFinding> {
  for (const { at, path, leads } of model.includes)
    if (leads === "outside")
      yield setFinding("include-outside", at, path, isPlaceless(model, at) ? "placeless" : "");
}
