// `unknown-param`, `unused-param`, `duplicate-param`, `param-without-value`.
import type { Model } from "../../model/analyze.ts";
import { paramValues } from "../../model/params.ts";
import { nearest } from "../../text/nearest.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* params({ symbols, given }: Model): Iterable<SetFinding> {
  const first = new Map<string, SetFinding["at"]>();
  const used = new Set(symbols.paramUses.map(({ name }) => name));
  for (const { name, at } of symbols.params) {
    const before = first.get(name);
    if (before) yield { ...setFinding("duplicate-param", at, name), related: [before] };
    else if (!used.has(name)) yield setFinding("unused-param", at, name);
    first.set(name, before ?? at);
  }
  const values = paramValues(symbols, given);
  for (const { name, at } of symbols.paramUses) {
    if (!first.has(name)) yield setFinding("unknown-param", at, name, nearest(name, first.keys()) ?? "");
    else if (!values.has(name)) yield setFinding("param-without-value", at, name);
  }
}
