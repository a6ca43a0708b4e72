// The blank line between what an objective says and where it leads, which stands above two edges or more.
import type * as ast from "../../syntax/ast.ts";
import { inserted } from "../../text/edits.ts";
import type { TextEdit } from "../../text/span.ts";
import { openingOf } from "./properties.ts";
import { aboveComments, standing, type Site } from "./site.ts";

/** What an objective is going to have. */
export interface Content {
  readonly hasProperties: boolean;
  readonly edges: number;
}

/** The edit to come between those of the properties and those of the edges. */
export function gapEdits(site: Site, node: ast.Objective, content: Content): readonly TextEdit[] {
  const had = hasGap({ hasProperties: node.properties.length > 0, edges: node.edges.length });
  if (had === hasGap(content)) return [];
  const above = node.properties.at(-1)?.span ?? openingOf(node);
  const { isLast, lineEnd } = standing(site.text, above);
  if (!isLast) return [];
  const [first] = node.edges;
  if (first === undefined) return [inserted(lineEnd, site.lineEnd)];
  const edge = standing(site.text, first.span);
  const span = { start: lineEnd, end: aboveComments(site.text, edge.lineStart) };
  if (!edge.isFirst || span.end < span.start || site.text.slice(span.start, span.end).trim() !== "")
    return [];
  if (had) return [{ span, newText: "" }];
  return span.start === span.end ? [inserted(span.end, site.lineEnd)] : [];
}

function hasGap({ hasProperties, edges }: Content): boolean {
  return hasProperties && edges > 1;
}
