// `include-missing`: an include whose file is not there.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { isPlaceless } from "../told.ts";

export function* includeMissing(model: Model): Iterable<SetFinding> {
  for (const { at, path, leads } of model.includes)
    if (leads === "missing")
      yield setFinding("include-missing", at, path, isPlaceless(model, at) ? "placeless" : "");
}
