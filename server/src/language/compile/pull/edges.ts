// Where an objective leads: each edge that is still meant stays where it is, whatever of it changes.
import type * as ast from "../../syntax/ast.ts";
import { printName, printString } from "../../syntax/print.ts";
import { applyEdits, shiftEdits, tidyEdits } from "../../text/edits.ts";
import { longestRise } from "../../text/longest-rise.ts";
import { covers, type Span, type TextEdit } from "../../text/span.ts";
import { OTHERWISE_CONDITION } from "../../vocabulary.ts";
import type { ObjectiveItem } from "../payload.ts";
import { printOtherwise, printRequired, printWhen } from "../print-entry.ts";
import { conditionOf, pairEdges, type Link, type Links, type Renames } from "./pair-edges.ts";
import {
  aboveComments,
  insertedBefore,
  insertedBehind,
  removed,
  removedAlone,
  replaced,
  standing,
  standsAlone,
  type Newcomer,
  type Site,
} from "./site.ts";
import { entriesOf, openingOf } from "./properties.ts";
import { rewriteText } from "./rewrite-text.ts";

/** The edits in an objective's block that make it lead where the item does. */
export function edgeEdits(
  site: Site,
  node: ast.Objective,
  item: ObjectiveItem,
  renames: Renames,
): readonly TextEdit[] {
  const links = pairEdges(node.edges, item, renames, site.params);
  const setting = { site, node, links };
  const stays = new Set([...staying(links.conditional), ...staying(links.required)]);
  const moves = new Set([...links.conditional, ...links.required].map(({ from }) => from));
  return [
    ...placed(setting, links.conditional),
    ...placed(setting, links.required),
    ...node.edges.flatMap((edge, index) => {
      if (stays.has(index)) return [];
      const { span, kind } = chunkOf(site, edge);
      return moves.has(index) && kind === "lines" ? { span, newText: "" } : removed(site, edge.span);
    }),
  ];
}

interface Setting {
  readonly site: Site;
  readonly node: ast.Objective;
  readonly links: Links;
}

/** The edges, by their places in the text, that keep their order among those of their kind. */
function staying(list: readonly Link[]): readonly number[] {
  const rise = longestRise(list.map(({ from }) => from));
  return list.flatMap(({ from }, index) => (from !== undefined && rise.has(index) ? [from] : []));
}

/** The links of one kind in their order: each changed where it stands, or put beside the one that it follows. */
function placed(setting: Setting, list: readonly Link[]): readonly TextEdit[] {
  const { site, node } = setting;
  const stays = new Set(staying(list));
  const firstEdge = node.edges.find((_, index) => stays.has(index));
  const end = entriesOf(node).at(-1)?.span ?? openingOf(node);
  let before: Span | undefined;
  return list.flatMap((link) => {
    const edge = link.from === undefined ? undefined : node.edges[link.from];
    if (edge && stays.has(node.edges.indexOf(edge))) {
      before = edge.span;
      return changesOf(setting, edge, link);
    }
    const newcomer = newcomerFor(setting, edge, link);
    if (before) return [insertedBehind(site, before, newcomer)];
    return [firstEdge ? insertedBefore(site, firstEdge.span, newcomer) : insertedBehind(site, end, newcomer)];
  });
}

function newcomerFor(setting: Setting, edge: ast.Edge | undefined, link: Link): Newcomer {
  if (edge === undefined) return { kind: "printed", text: printLink(setting, link) };
  const { span, kind } = chunkOf(setting.site, edge);
  const text = setting.site.text.slice(span.start, span.end);
  const edits = tidyEdits(setting.site.text, changesOf(setting, edge, link));
  return { kind, text: applyEdits(text, shiftEdits(edits, -span.start)) };
}

/** What moves with an edge: its lines, with the comments above and behind it, or it alone. */
function chunkOf(
  { text }: Site,
  { span }: ast.Edge,
): { readonly span: Span; readonly kind: "lines" | "entry" } {
  const it = standing(text, span);
  if (!standsAlone(it)) return { span, kind: "entry" };
  return { span: { start: aboveComments(text, it.lineStart), end: it.lineEnd }, kind: "lines" };
}

function printLink(setting: Setting, link: Link): string {
  const { target, condition } = link;
  if (condition === undefined) return printRequired(target);
  return link === newCatchAll(setting) ? printOtherwise(target) : printWhen(target, condition);
}

/** The link that comes to be the catch-all, as in a new text: the last condition of several, in those very words. */
function newCatchAll({ site, node, links: { conditional } }: Setting): Link | undefined {
  const last = conditional.at(-1);
  if (conditional.length < 2 || last?.condition !== OTHERWISE_CONDITION) return undefined;
  const edge = node.edges[last.from ?? -1];
  // Who wrote it, with one word or with all of them, said it as it is to be.
  return edge && conditionOf(edge, site.params) === OTHERWISE_CONDITION ? undefined : last;
}

// ── What changes of an edge ──

function changesOf(setting: Setting, edge: ast.Edge, link: Link): readonly TextEdit[] {
  const { site } = setting;
  const { target } = edge;
  const name =
    target === undefined || target.text === link.target
      ? []
      : [replaced(site.text, target.span, printName(link.target))];
  return [...name, ...conditionEdits(setting, edge, link)];
}

function conditionEdits(setting: Setting, edge: ast.Edge, link: Link): readonly TextEdit[] {
  const { site } = setting;
  const { condition } = link;
  const catchAll = newCatchAll(setting);
  if (isLeftAlone(setting, edge) || isOvertaken(edge, link, catchAll))
    return asWhen(site, edge, condition ?? "");
  if (conditionOf(edge, site.params) === condition) return [];
  if (condition === undefined) return [withoutCondition(site, edge)];
  if (edge.kind !== "otherwise" && link === catchAll) return [asOtherwise(site, edge)];
  if (edge.condition) return textEdits(site, edge.condition, condition);
  return edge.kind === "otherwise" && link === setting.links.conditional.at(-1)
    ? withWords(site, edge, condition)
    : asWhen(site, edge, condition);
}

function textEdits(site: Site, text: ast.Text, wanted: string): readonly TextEdit[] {
  return [replaced(site.text, text.span, rewriteText(text, wanted, site))];
}

/** Whether an `otherwise` is all that is left, which would be an error. */
function isLeftAlone({ node, links }: Setting, { kind }: ast.Edge): boolean {
  const left = links.conditional.length + links.required.length;
  return kind === "otherwise" && links.conditional.length === 1 && left === 1 && node.edges.length > 1;
}

/** Whether an `otherwise` gives way to another: there can be only one, the last. */
function isOvertaken({ kind }: ast.Edge, link: Link, catchAll: Link | undefined): boolean {
  return kind === "otherwise" && link.condition !== undefined && catchAll !== undefined && link !== catchAll;
}

function asWhen(
  site: Site,
  { target, keyword, condition, span }: ast.Edge,
  wanted: string,
): readonly TextEdit[] {
  const { text } = site;
  if (condition && keyword) return [replaced(text, keyword, "when"), ...textEdits(site, condition, wanted)];
  const written = `when ${printString(wanted)}`;
  return [
    keyword ? replaced(text, keyword, written) : replaced(text, endOf(target?.span ?? span), ` ${written}`),
  ];
}

/** An `otherwise` that says what it is from now on. */
function withWords({ text }: Site, { keyword }: ast.Edge, wanted: string): readonly TextEdit[] {
  return keyword ? [replaced(text, endOf(keyword), ` ${printString(wanted)}`)] : [];
}

function asOtherwise({ text }: Site, { target, keyword, condition, span }: ast.Edge): TextEdit {
  if (keyword === undefined) return replaced(text, endOf(target?.span ?? span), " otherwise");
  return replaced(text, { start: keyword.start, end: condition?.span.end ?? keyword.end }, "otherwise");
}

function withoutCondition(site: Site, { target, keyword, span }: ast.Edge): TextEdit {
  const rest = { start: target?.span.end ?? span.start, end: span.end };
  const hasComment = site.comments.some((it) => covers(rest, it.span));
  return hasComment && keyword
    ? removedAlone(site, { start: keyword.start, end: span.end })
    : replaced(site.text, rest, "");
}

function endOf({ end }: Span): Span {
  return { start: end, end };
}
