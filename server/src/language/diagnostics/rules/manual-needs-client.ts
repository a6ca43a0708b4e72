// `manual-needs-client`: somebody has to send the confirmations; said once, where the set first asks for them.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* manualNeedsClient({ symbols }: Model): Iterable<SetFinding> {
  const [first, ...others] = symbols.manual;
  if (first) yield { ...setFinding("manual-needs-client", first.at), related: others.map(({ at }) => at) };
}
