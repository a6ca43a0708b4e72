// A default that is put into a file: into its block, or into a new one above its first objective.
import { arrange } from "../../../compile/pull/arrange.ts";
import { filesOf, homeIn, spanIn } from "../../../compile/pull/files.ts";
import { insertedBefore, insertedBehind, indentationFor, type Newcomer } from "../../../compile/pull/site.ts";
import type { Model } from "../../../model/analyze.ts";
import { INDENT } from "../../../syntax/print.ts";
import { lineBreakOf } from "../../../text/lines.ts";
import type { FileEdit, FileId } from "../../../text/place.ts";
import type { Span } from "../../../text/span.ts";
import { properties } from "../../../vocabulary.ts";
import { edit, writtenAt } from "../../fixes/found.ts";
import { siteOf } from "../pieces.ts";
import { saidIn, type DefaultsSpot, type Kind } from "./heirs.ts";

/** Comments and, as the last of the lines, the property: in place of what the block says of it, or in the usual order. */
export function saidInBlock(spot: DefaultsSpot, kind: Kind, lines: readonly string[]): readonly FileEdit[] {
  const { block } = spot;
  const said = lines.at(-1) ?? "";
  const [known] = saidIn(block.properties, kind);
  if (known && writtenAt(spot, known.span) === said && lines.length === 1) return [];
  const site = siteOf(spot, block);
  if (known) return [edit(spot, known.span, lines.join(site.lineEnd + indentationFor(site, known.span)))];
  const above = block.properties.findLast((it) => rankOf(it.kind) < rankOf(kind));
  const [first] = block.properties;
  const neighbour = above?.span ?? first?.span ?? openingOf(spot);
  const newcomer = newcomerOf(lines, indentationFor(site, neighbour), site.lineEnd);
  const it =
    !above && first ? insertedBefore(site, neighbour, newcomer) : insertedBehind(site, neighbour, newcomer);
  return [edit(spot, it.span, it.newText)];
}

/** Comments need lines of their own. */
function newcomerOf(lines: readonly string[], indentation: string, lineEnd: string): Newcomer {
  if (lines.length === 1) return { kind: "entry", text: lines.join("") };
  return { kind: "lines", text: lines.map((it) => indentation + it + lineEnd).join("") };
}

const ORDER: readonly string[] = Object.keys(properties);

function rankOf(kind: string): number {
  return ORDER.indexOf(kind);
}

/** The brace that opens the block. */
function openingOf({ unit, block }: DefaultsSpot): Span {
  const start = unit.text.indexOf("{", block.span.start);
  return { start, end: start + 1 };
}

export function saidInNewBlock(model: Model, file: FileId, lines: readonly string[]): readonly FileEdit[] {
  const it = filesOf(model, new Map()).find(({ id }) => id === file);
  if (!it) return [];
  const lineEnd = lineBreakOf(it.text);
  const block = ["defaults {", ...lines.map((line) => INDENT + line), "}"].join(lineEnd);
  const layout = { ...it, declarations: it.objectives.map(spanIn), home: homeIn(it) };
  const edits = arrange(layout, [block, ...it.objectives.keys()], () => []);
  return edits.map((edit) => ({ file, ...edit }));
}
