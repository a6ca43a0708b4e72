// `duplicate-defaults`: a second block of defaults in a file.
import type { Model } from "../../model/analyze.ts";
import type { Ref } from "../../model/symbols.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* duplicateDefaults({ symbols }: Model): Iterable<SetFinding> {
  const firstIn = new Map<number, Ref>();
  for (const { at } of symbols.defaults) {
    const first = firstIn.get(at.file);
    if (first) yield { ...setFinding("duplicate-defaults", at), related: [first] };
    else firstIn.set(at.file, at);
  }
}
