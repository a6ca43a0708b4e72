// The names of a `collect`: those that stay keep their place, their line and their comments.
import type * as ast from "../../syntax/ast.ts";
import { printName, printNames } from "../../syntax/print.ts";
import { inserted } from "../../text/edits.ts";
import { longestRise } from "../../text/longest-rise.ts";
import { pairedByName } from "../../text/pairs.ts";
import { covers, type Span, type TextEdit } from "../../text/span.ts";
import { indentationFor, laidOut, removedAlone, type Site } from "./site.ts";

/** The edits that make the list say the wanted names, of which there is at least one. */
export function collectEdits(
  site: Site,
  { span, names }: ast.Collect,
  wanted: readonly string[],
): readonly TextEdit[] {
  if (names.map(({ text }) => text).join("\0") === wanted.join("\0") && names.length === wanted.length)
    return [];
  const list = assign(site, names, wanted);
  const indentation = indentationFor(site, span);
  const print = (all: readonly string[]): string =>
    laidOut(printNames("collect", all), indentation, site.lineEnd);
  const isFilled = print(names.map((name) => rawOf(site, name))) === site.text.slice(span.start, span.end);
  return isFilled ? [{ span, newText: print(list.map(({ raw }) => raw)) }] : inPlace(site, names, list);
}

interface Listed {
  readonly raw: string;
  /** Its place in the list as it stands. */
  readonly from: number | undefined;
}

function assign(site: Site, names: readonly ast.Name[], wanted: readonly string[]): readonly Listed[] {
  const places = pairedByName(
    wanted,
    names.map(({ text }) => text),
  );
  return wanted.map((text, index) => {
    const from = places[index];
    const name = from === undefined ? undefined : names[from];
    return { raw: name ? rawOf(site, name) : printName(text), from };
  });
}

function rawOf({ text }: Site, { span }: ast.Name): string {
  return text.slice(span.start, span.end);
}

/** Name by name, where the list has a layout of its own. */
function inPlace(site: Site, names: readonly ast.Name[], list: readonly Listed[]): readonly TextEdit[] {
  const rise = longestRise(list.map(({ from }) => from));
  const kept = new Set(
    list.flatMap(({ from }, index) => (from !== undefined && rise.has(index) ? [from] : [])),
  );
  const [first] = names;
  if (kept.size === 0 && first) {
    const all = list.map(({ raw }) => raw).join(", ");
    return [{ span: first.span, newText: all }, ...removals(site, names, new Set([0]))];
  }
  return [...insertions(names, list, rise), ...removals(site, names, kept)];
}

function insertions(
  names: readonly ast.Name[],
  list: readonly Listed[],
  rise: ReadonlySet<number>,
): readonly TextEdit[] {
  const before: string[] = [];
  const behind: TextEdit[] = [];
  let last: Span | undefined;
  let firstKept: Span | undefined;
  for (const [index, { raw, from }] of list.entries()) {
    if (from !== undefined && rise.has(index)) {
      last = names[from]?.span;
      firstKept ??= last;
    } else if (last) behind.push(inserted(last.end, `, ${raw}`));
    else before.push(`${raw}, `);
  }
  return [...(firstKept && before.length > 0 ? [inserted(firstKept.start, before.join(""))] : []), ...behind];
}

/** What is not kept goes with the comma that it needs no more. */
function removals(site: Site, names: readonly ast.Name[], kept: ReadonlySet<number>): readonly TextEdit[] {
  const lastKept = Math.max(...kept);
  return names.flatMap((name, index) => {
    if (kept.has(index)) return [];
    return index < lastKept
      ? withCommaBehind(site, name, names[index + 1])
      : withCommaBefore(site, names[index - 1], name);
  });
}

function withCommaBehind(site: Site, name: ast.Name, next: ast.Name | undefined): readonly TextEdit[] {
  const end = next?.span.start ?? name.span.end;
  if (!hasComment(site, name.span.end, end)) return [{ span: { start: name.span.start, end }, newText: "" }];
  const sign = comma(site, name.span.end, end);
  return site.text.slice(name.span.end, sign.start).trim() === ""
    ? [removedAlone(site, { start: name.span.start, end: sign.end })]
    : [removedAlone(site, name.span), { span: sign, newText: "" }];
}

function withCommaBefore(site: Site, previous: ast.Name | undefined, name: ast.Name): readonly TextEdit[] {
  const start = previous?.span.end ?? name.span.start;
  if (!hasComment(site, start, name.span.start))
    return [{ span: { start, end: name.span.end }, newText: "" }];
  return [{ span: comma(site, start, name.span.start), newText: "" }, removedAlone(site, name.span)];
}

function hasComment({ comments }: Site, start: number, end: number): boolean {
  return comments.some(({ span }) => covers({ start, end }, span));
}

/** The comma between two names, comments apart. */
function comma({ text, comments }: Site, start: number, end: number): Span {
  let at = start;
  while (at < end && (text[at] !== "," || comments.some(({ span }) => span.start <= at && at < span.end)))
    at += 1;
  return { start: at, end: Math.min(at + 1, end) };
}
