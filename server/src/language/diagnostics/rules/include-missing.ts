// `include-missing`: an include whose file is not there.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* includeMissing({ includes }: Model): Iterable<SetFinding> {
  for (const { at, path, leads } of includes)
    if (leads === "missing") yield setFinding("include-missing", at, path);
}
