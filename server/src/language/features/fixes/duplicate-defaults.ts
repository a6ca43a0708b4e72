// `duplicate-defaults`: moves what the second block says, and the first does not, into the first.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import { INDENT } from "../../syntax/print.ts";
import { indentationAt, isOnOneLine, lineBreakOf } from "../../text/lines.ts";
import type { FileEdit, Place } from "../../text/place.ts";
import { sentence } from "../../text/sentence.ts";
import { covers, type Span } from "../../text/span.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { edit, foundIn, insertion, removal, withItsComments, writtenAt, type Spot } from "./found.ts";
import { behindItem } from "./lines.ts";

export function duplicateDefaults(model: Model, finding: Finding): readonly Fix[] {
  const again = blockAt(model, finding);
  const first = blockAt(model, finding.related[0]);
  if (!again || !first || !first.unit.text.startsWith("}", first.block.span.end - 1)) return [];
  const known = new Set<string>(first.block.properties.map(({ kind }) => kind));
  const moved = again.block.properties
    .filter(({ kind }) => !known.has(kind))
    .map((it) => withItsComments(again, it.span));
  const gone = removal(again, again.block.span);
  const title =
    moved.length === 0 ? sentence`Remove this block` : sentence`Move this into the first 'defaults'`;
  const edits = moved.length === 0 ? [gone] : [addedTo(first, again, moved), gone];
  const make = isBroken(again) || losesWords(again, moved) ? choice : safe;
  return [make(title, ...edits)];
}

interface Block extends Spot {
  readonly block: ast.Defaults;
}

function blockAt(model: Model, place: Place | undefined): Block | undefined {
  const found = place && foundIn(model, place);
  return found?.declaration?.kind === "defaults" ? { ...found, block: found.declaration } : undefined;
}

/** An open text would go on over what stands behind the first block. */
function isBroken({ unit, block }: Block): boolean {
  return unit.issues.some(({ span }) => covers(block.span, span));
}

/** Whether a value or a comment of the block would be nowhere afterwards. */
function losesWords({ block, unit }: Block, moved: readonly Span[]): boolean {
  const inside = unit.comments.filter(({ span }) => covers(block.span, span));
  return [...block.properties, ...inside].some(({ span }) => !moved.some((it) => covers(it, span)));
}

function addedTo(first: Block, again: Block, moved: readonly Span[]): FileEdit {
  const { text, start, unit, block } = first;
  const items = moved.map((span) => writtenAt(again, span));
  const at = block.properties.at(-1)?.span.end ?? unit.text.indexOf("{", block.span.start) + 1;
  const isLine = isOnOneLine(unit.text, block.span);
  if (isLine && moved.every((span) => fitsOnLine(again, span)))
    return insertion(first, at, items.map((it) => ` ${it}`).join(""));
  const outer = lineBreakOf(text) + indentationAt(text, start + block.span.start);
  const lines = (all: readonly string[]): string => all.map((it) => outer + INDENT + it).join("");
  if (isLine) {
    const inner = { start: unit.text.indexOf("{", block.span.start) + 1, end: block.span.end - 1 };
    const own = block.properties.map(({ span }) => writtenAt(first, span));
    return edit(first, inner, lines([...own, ...items]) + outer);
  }
  return insertion(first, behindItem(text, start + at) - start, lines(items));
}

/** A comment would hide what follows on its line. */
function fitsOnLine({ unit }: Block, span: Span): boolean {
  return isOnOneLine(unit.text, span) && !unit.comments.some((it) => covers(span, it.span));
}
