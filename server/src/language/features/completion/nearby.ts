// The declarations around a cursor: what is said there says enough of what people write in a set, however large that is.
import type { Model } from "../../model/analyze.ts";
import { startOf, type Source } from "../../model/source.ts";
import type * as ast from "../../syntax/ast.ts";
import { touches, type Span } from "../../text/span.ts";
import type { Spot } from "./spot.ts";

/** Units that are looked at on either side of the cursor, and at the beginning of every other file. */
const MOST = 500;

/** What is found in their trees, but for what the cursor stands in. */
export function saidNearby<Node extends { readonly span: Span }>(
  { files }: Model,
  { file, unit, typed }: Spot,
  find: (node: ast.Declaration) => readonly Node[],
): readonly Node[] {
  return files.flatMap(({ source }, index) => {
    if (index !== file) return foundIn(source, 0, find);
    const cursor = typed.end - startOf(source, unit);
    const isElsewhere = ({ span }: Node): boolean => !touches(span, cursor);
    const own = foundIn(source, unit, find, 1).filter(isElsewhere);
    return [...foundIn(source, unit - MOST, find, MOST), ...own, ...foundIn(source, unit + 1, find)];
  });
}

function foundIn<Node>(
  { units }: Source,
  first: number,
  find: (node: ast.Declaration) => readonly Node[],
  count = MOST,
): readonly Node[] {
  return units
    .slice(Math.max(0, first), Math.max(0, first + count))
    .flatMap(({ declarations }) => declarations.flatMap(find));
}
