// One objective as it is to be: its declaration with as little changed as can be.
import type { Defaults } from "../../model/inherited.ts";
import type * as ast from "../../syntax/ast.ts";
import { parseUnit } from "../../syntax/grammar.ts";
import { columnsOf, INDENT, printName, WIDEST } from "../../syntax/print.ts";
import { literal } from "../../syntax/written.ts";
import { applyEdits, inserted, shiftEdits, tidyEdits } from "../../text/edits.ts";
import { covers, type TextEdit } from "../../text/span.ts";
import { itemOf } from "../compile.ts";
import { printObjective } from "../decompile.ts";
import { canonicalItem } from "../normalise.ts";
import type { ObjectiveItem } from "../payload.ts";
import type { MetaEntry } from "../read-payload.ts";
import { edgeEdits } from "./edges.ts";
import { gapEdits } from "./gap.ts";
import type { Renames } from "./pair-edges.ts";
import { replaced, standing, type Site } from "./site.ts";
import { entriesOf, propertyEdits } from "./properties.ts";

export interface PulledObjective {
  readonly edits: readonly TextEdit[];
  /** Whether all of it had to be written anew, its comments lost. */
  readonly isRewritten: boolean;
}

/** The edits, in the text that the declaration's spans count in, that make it say what the item says. */
export function pullObjective(
  site: Site,
  node: ast.Objective,
  item: ObjectiveItem,
  { below, renames }: { readonly below: Defaults; readonly renames: Renames },
): PulledObjective {
  const properties = propertyEdits(site, node, item, below);
  const said = [
    ...properties,
    ...gapEdits(site, node, {
      hasProperties: isLeft(node.properties, properties),
      edges: item.conditional.length + item.required.length,
    }),
    ...edgeEdits(site, node, item, renames),
  ];
  const changes = [
    ...nameEdits(site, node, item.name),
    ...said,
    ...(said.length > 0 ? braceEdits(site, node) : []),
  ];
  for (const edits of [changes, [...changes, ...lineEdits(site, node)]]) {
    const pulled = triedOut(site, node, tidyEdits(site.text, edits), (read) => says(read, item));
    if (pulled) return { edits: pulled, isRewritten: false };
  }
  return { edits: [{ span: node.span, newText: rewritten(site, node, item, below) }], isRewritten: true };

  function says(read: ast.Objective, wanted: ObjectiveItem): boolean {
    return canonicalItem(itemOf(read, below, site.params)) === canonicalItem(wanted);
  }
}

/** The edits, if the declaration says what it should after them; on as many lines as it then needs. */
function triedOut(
  site: Site,
  { span }: ast.Objective,
  edits: readonly TextEdit[],
  isRight: (read: ast.Objective) => boolean,
): readonly TextEdit[] | undefined {
  const before = site.text.slice(span.start, span.end);
  const after = applyEdits(before, shiftEdits(edits, -span.start));
  const read = readObjective(after);
  if (read === undefined || !isRight(read)) return undefined;
  if (!isTooMuchForItsLine(site, before, after)) return edits;
  return tidyEdits(site.text, [{ span, newText: onLines(site, after, read) }]);
}

/** Whether one of the properties is left by the edits, or comes. */
function isLeft(properties: readonly ast.Property[], edits: readonly TextEdit[]): boolean {
  const isGone = ({ span }: ast.Property): boolean =>
    edits.some((it) => it.newText === "" && covers(it.span, span));
  return !properties.every(isGone) || edits.some(({ newText }) => newText !== "");
}

/** A blank before the brace that closes an empty block, which is to be empty no more. */
function braceEdits({ text }: Site, { body }: ast.Objective): readonly TextEdit[] {
  if (!body || !/^\{[^\S\r\n]*\}$/.test(text.slice(body.start, body.end))) return [];
  return [{ span: { start: body.start + 1, end: body.end - 1 }, newText: " " }];
}

/** What follows a list or an unknown word on its line may be taken in by it: then each entry gets a line for itself. */
function lineEdits({ text, lineEnd, indentation }: Site, node: ast.Objective): readonly TextEdit[] {
  return entriesOf(node)
    .filter(({ span }) => !standing(text, span).isFirst)
    .map(({ span }) => inserted(span.start, lineEnd + indentation + INDENT));
}

/** Lays out a printed declaration as one that stands where the place says. */
export function declarationText(
  printed: string,
  { lineEnd, indentation }: Pick<Site, "lineEnd" | "indentation">,
) {
  return printed
    .trimEnd()
    .split("\n")
    .map((line, index) => (index === 0 || line === "" ? line : indentation + line))
    .join(lineEnd);
}

function nameEdits({ text }: Site, { name }: ast.Objective, wanted: string): readonly TextEdit[] {
  return name === undefined || name.text === wanted ? [] : [replaced(text, name.span, printName(wanted))];
}

/** The declaration, where the text is nothing but one without a problem. */
function readObjective(text: string): ast.Objective | undefined {
  const { declarations, issues } = parseUnit(text);
  const [node, ...more] = declarations;
  return issues.length === 0 && more.length === 0 && node?.kind === "objective" ? node : undefined;
}

function rewritten(site: Site, { properties }: ast.Objective, item: ObjectiveItem, below: Defaults): string {
  const meta = properties.flatMap((it): MetaEntry[] =>
    it.kind === "meta" && it.key ? [[it.key.text, literal(it.text)]] : [],
  );
  return declarationText(printObjective(item, meta, below), site);
}

/** Whether a declaration that was on one line, where it fitted, does not fit there any more. */
function isTooMuchForItsLine({ indentation }: Site, before: string, after: string): boolean {
  return fitsOnLine(indentation + before) && !fitsOnLine(indentation + after);
}

function fitsOnLine(text: string): boolean {
  return !/[\r\n]/.test(text) && columnsOf(text) <= WIDEST;
}

/** What stood on one line, and so has no comments, on as many as the formatter would give it. */
function onLines({ indentation, lineEnd }: Site, text: string, node: ast.Objective): string {
  const lines = entriesOf(node).map(({ span }) => indentation + INDENT + text.slice(span.start, span.end));
  const gap = node.edges.length > 1 && node.properties.length > 0 ? [""] : [];
  const body = lines.toSpliced(node.properties.length, 0, ...gap);
  const head = text.slice(0, (node.body?.start ?? node.span.end) + 1);
  return [head, ...body, `${indentation}}`].join(lineEnd);
}
