// `duplicate-property`: removes one of the two; of two lists of variables makes one.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import { sentence } from "../../text/sentence.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { foundIn, insertion, propertyOf, removal, writtenAt, type Spot } from "./found.ts";

export function duplicateProperty(model: Model, finding: Finding): readonly Fix[] {
  const found = foundIn(model, finding);
  const [before] = finding.related;
  const first = before && foundIn(model, before);
  const one = first && propertyOf(first);
  const again = found && propertyOf(found);
  if (!one || !again) return [];
  const { kind } = again;
  if (one.kind === "collect" && again.kind === "collect") return intoOne(found, one, again);
  if (isSame(found, one, again))
    return [safe(sentence`Remove the second '${kind}'`, removal(found, again.span))];
  return [
    choice(sentence`Remove this '${kind}'`, removal(found, again.span)),
    choice(sentence`Remove the first '${kind}'`, removal(found, one.span)),
  ];
}

function isSame(spot: Spot, { keyword, span }: ast.Property, again: ast.Property): boolean {
  const value = writtenAt(spot, { start: keyword.end, end: span.end }).trim();
  return value === writtenAt(spot, { start: again.keyword.end, end: again.span.end }).trim();
}

function intoOne(spot: Spot, one: ast.Collect, again: ast.Collect): readonly Fix[] {
  const known = new Set(one.names.map(({ text }) => text));
  const more = again.names.filter(({ text }) => !known.has(text)).map(({ span }) => writtenAt(spot, span));
  const last = one.names.at(-1);
  if (!last) return [safe(sentence`Remove the first 'collect'`, removal(spot, one.span))];
  const added = more.length === 0 ? [] : [insertion(spot, last.span.end, `, ${more.join(", ")}`)];
  const title =
    more.length === 0 ? sentence`Remove the second 'collect'` : sentence`Put both lists into the first`;
  return [safe(title, ...added, removal(spot, again.span))];
}
