// What an objective says beside its edges: only the properties that differ are changed, added or taken away.
import { applied, BUILT_IN_DEFAULTS, type Defaults } from "../../model/inherited.ts";
import { interpolate } from "../../model/params.ts";
import type * as ast from "../../syntax/ast.ts";
import { covers, type Span, type TextEdit } from "../../text/span.ts";
import { properties as vocabulary, type PropertyName } from "../../vocabulary.ts";
import type { ObjectiveItem } from "../payload.ts";
import { printCollect, printInheritable, printPrompt, printWord } from "../print-entry.ts";
import { collectEdits } from "./collect.ts";
import {
  indentationFor,
  insertedBefore,
  insertedBehind,
  removed,
  replaced,
  standing,
  type Newcomer,
  type Site,
} from "./site.ts";
import { rewriteProse, rewriteText } from "./rewrite-text.ts";

/** The edits in an objective's block; `below` is what holds where it says nothing itself. */
export function propertyEdits(
  site: Site,
  node: ast.Objective,
  item: ObjectiveItem,
  below: Defaults,
): readonly TextEdit[] {
  const own = applied(node.properties, BUILT_IN_DEFAULTS, site.params);
  return [
    ...inheritableEdits(site, node, "modality", { own, below, wanted: item.modality }),
    ...promptEdits(site, node, item.prompt),
    ...variableEdits(site, node, item.variables),
    ...inheritableEdits(site, node, "confirm", { own, below, wanted: item.confirmation }),
    ...inheritableEdits(site, node, "callback", { own, below, wanted: item.callback }),
  ];
}

export type Inheritable = ast.Confirm | ast.Modality | ast.Callback;

/** Another value for a property that stands, in an objective or in `defaults`. */
export function valueEdit(site: Site, property: Inheritable, wanted: string): readonly TextEdit[] {
  if (property.kind === "callback") {
    const { text } = property;
    return text === undefined ? [] : [replaced(site.text, text.span, rewriteText(text, wanted, site))];
  }
  const { kind, value } = property;
  return value === undefined ? [] : [replaced(site.text, value.span, printWord(kind, wanted))];
}

interface Values {
  /** What the objective says itself. */
  readonly own: Defaults;
  readonly below: Defaults;
  readonly wanted: string;
}

function inheritableEdits(
  site: Site,
  node: ast.Objective,
  kind: Inheritable["kind"],
  { own, below, wanted }: Values,
): readonly TextEdit[] {
  const property = node.properties.find((it): it is Inheritable => it.kind === kind);
  const isInherited = below[kind] === wanted;
  if (property === undefined)
    return isInherited ? [] : [addition(site, node, kind, printInheritable(kind, wanted))];
  // An empty word means the built-in value, as it does to the platform.
  if ((own[kind] || BUILT_IN_DEFAULTS[kind]) === wanted) return [];
  if (isInherited && !hasComments(site, property.span)) return [removed(site, property.span)];
  return valueEdit(site, property, wanted);
}

function promptEdits(site: Site, node: ast.Objective, wanted: string): readonly TextEdit[] {
  const property = node.properties.find((it) => it.kind === "prompt");
  if (property?.text === undefined)
    return wanted === "" ? [] : [addition(site, node, "prompt", printPrompt(wanted))];
  const { text } = property;
  if (interpolate(text, site.params) === wanted) return [];
  const indentation = indentationFor(site, property.span);
  return [replaced(site.text, text.span, rewriteProse(text, wanted, site, indentation))];
}

function variableEdits(site: Site, node: ast.Objective, wanted: readonly string[]): readonly TextEdit[] {
  const property = node.properties.find((it) => it.kind === "collect");
  if (property === undefined)
    return wanted.length === 0 ? [] : [addition(site, node, "collect", printCollect(wanted))];
  return wanted.length === 0 ? [removed(site, property.span)] : collectEdits(site, property, wanted);
}

/** A comment is somebody's work: what has one is not taken away where it can say the same. */
function hasComments({ text, comments }: Site, span: Span): boolean {
  const { lineEnd, isLast } = standing(text, span);
  const whole = { start: span.start, end: isLast ? lineEnd : span.end };
  return comments.some((comment) => covers(whole, comment.span));
}

function addition(site: Site, node: ast.Objective, kind: PropertyName, printed: string): TextEdit {
  return addedProperty(site, node, kind, { kind: "printed", text: printed });
}

const ORDER: readonly string[] = Object.keys(vocabulary);

/** A property in the formatter's order: behind what comes before it there, else before everything else. */
export function addedProperty(
  site: Site,
  node: ast.Objective,
  kind: PropertyName,
  newcomer: Newcomer,
): TextEdit {
  const rank = ORDER.indexOf(kind);
  const last = node.properties.findLast((it) => it.kind !== "unknown" && ORDER.indexOf(it.kind) < rank);
  if (last) return insertedBehind(site, last.span, newcomer);
  const [first] = entriesOf(node);
  return first ? insertedBefore(site, first.span, newcomer) : insertedBehind(site, openingOf(node), newcomer);
}

/** Properties and edges as they stand. */
export function entriesOf({ properties, edges }: ast.Objective): readonly (ast.Property | ast.Edge)[] {
  return [...properties, ...edges].sort((one, other) => one.span.start - other.span.start);
}

/** The brace that opens the block. */
export function openingOf({ body, span }: ast.Objective): Span {
  const start = body?.start ?? span.end;
  return { start, end: Math.min(start + 1, span.end) };
}
