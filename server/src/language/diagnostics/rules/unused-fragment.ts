// `unused-fragment`: a file without a header that no set includes.
import { isSet, type Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* unusedFragment(model: Model): Iterable<SetFinding> {
  const [first] = model.symbols.declarations;
  if (first && !isSet(model) && model.surroundings.includedBy === "nobody")
    yield setFinding("unused-fragment", first.at);
}
