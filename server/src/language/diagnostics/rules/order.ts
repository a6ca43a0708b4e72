// `syntax`: a header or an include that stands too late in its file.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* order({ symbols }: Model): Iterable<SetFinding> {
  let headers = 0;
  let others = 0;
  for (const [index, { role, at }] of symbols.order.entries()) {
    if (role === "header") {
      headers += 1;
      if (headers > 1) yield setFinding("syntax", at, "second-header");
      else if (index > 0) yield setFinding("syntax", at, "header-not-first");
    } else if (role !== "include") {
      others += 1;
    } else if (others > 0) {
      yield setFinding("syntax", at, "include-not-first");
    }
  }
}
