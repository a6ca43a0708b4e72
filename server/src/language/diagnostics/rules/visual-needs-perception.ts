// `visual-needs-perception`: something has to look; said once, where the set first asks for it.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* visualNeedsPerception({ symbols }: Model): Iterable<SetFinding> {
  const [first, ...others] = symbols.visual;
  if (first)
    yield { ...setFinding("visual-needs-perception", first.at), related: others.map(({ at }) => at) };
}
