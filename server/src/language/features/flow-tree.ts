// The flow of a set as a tree: from its start along the arrows, each objective where it is met first, elsewhere a reference to it.
import { partsOf, type EdgePart, type GraphParts, type NodePart } from "../graph/parts.ts";
import { findingsInside } from "../graph/findings-inside.ts";
import type { Finding } from "../diagnostics/finding.ts";
import { arrowsOf, objectiveNode, placeAt, type Model } from "../model/analyze.ts";
import { applied, BUILT_IN_DEFAULTS, defaultsByFile, type Defaults } from "../model/inherited.ts";
import { interpolate, paramValues, type ParamValues } from "../model/params.ts";
import type { EdgeRole } from "../model/symbols.ts";
import { edgeAbove, edgesFrom, spanningTree, type SpanningTree } from "../graph/spanning-tree.ts";
import type { Place } from "../text/place.ts";
import type { View } from "./hover/objective.ts";
import type { Paragraph } from "./hover/paragraphs.ts";
import { hover } from "./hover.ts";

/** A set's graph, and the tree that it hangs in: the same for as long as no name and no arrow changes. */
export interface FlowTree {
  readonly parts: GraphParts;
  readonly tree: SpanningTree;
}

export interface FlowTreeItem {
  /** Tells it from every other one of the set, and stays while the text around it changes. */
  readonly id: string;
  /** The id of its node in the graph: below that one hangs what comes after it. */
  readonly node: string;
  /** "" where it is not written yet. */
  readonly name: string;
  /** `again`: it hangs with all that comes after it elsewhere. `missing`: nothing declares it. */
  readonly occurrence: "first" | "again" | "missing";
  /** How the arrow to it stands; undefined at the top. */
  readonly way: EdgeRole | undefined;
  /** When the arrow is followed; "" where it does not say. */
  readonly condition: string;
  readonly role: "start" | "end" | "between";
  readonly confirmation: string;
  readonly modality: string;
  readonly children: "some" | "none";
  readonly errors: number;
  readonly warnings: number;
  /** The objective's name where it is met first, else the arrow's target. */
  readonly place: Place;
}

/** The tree of a set; every objective hangs in it once, so it ends where the flow goes round. */
export function flowTree(model: Model): FlowTree {
  const parts = partsOf(model);
  return { parts, tree: spanningTree(parts, model.flow) };
}

/** What hangs below a node of the graph; without one, what stands at the top. Nothing for a node that is gone. */
export function itemsBelow(
  model: Model,
  flow: FlowTree,
  findings: readonly Finding[],
  parent: string | undefined,
): readonly FlowTreeItem[] {
  const context = contextOf(model, flow, findings);
  const { parts, tree } = flow;
  if (parent === undefined) return tree.roots.map((root) => firstItem(root, context));
  const node = parts.nodes.findIndex(({ id }) => id === parent);
  return node < 0 ? [] : edgesFrom(parts, tree, node).map((edge) => itemOf(edge, context));
}

/** The way down to where the objective hangs, itself at the end; nothing where it is gone. */
export function itemsDownTo(
  model: Model,
  flow: FlowTree,
  findings: readonly Finding[],
  id: string,
): readonly FlowTreeItem[] {
  const context = contextOf(model, flow, findings);
  const way: FlowTreeItem[] = [];
  const { parts, tree } = flow;
  let node: number | undefined = parts.nodes.findIndex((it) => it.id === id && it.objective !== undefined);
  while (node !== undefined && node >= 0) {
    way.push(firstItem(node, context));
    node = edgeAbove(parts, tree, node)?.source;
  }
  return way.reverse();
}

/** What there is to know of the objective at an item's place; undefined where there is nothing. */
export function itemTip(view: View, { file, span }: Place): readonly Paragraph[] | undefined {
  return hover([view], { file, offset: span.start })?.paragraphs;
}

// ── What an item says ──

interface Context extends FlowTree {
  readonly model: Model;
  readonly params: ParamValues;
  readonly defaults: readonly Defaults[];
  readonly findings: readonly (readonly Finding[])[];
}

function contextOf(model: Model, flow: FlowTree, findings: readonly Finding[]): Context {
  const params = paramValues(model.symbols, model.given);
  const defaults = defaultsByFile(model, params);
  return { ...flow, model, params, defaults, findings: findingsInside(model, findings) };
}

/** What an arrow leads to: the objective itself, or a word about it. */
function itemOf(edge: EdgePart, context: Context): FlowTreeItem {
  const { parts, tree, model } = context;
  const isMissing = parts.nodes[edge.target]?.objective === undefined;
  if (!isMissing && edgeAbove(parts, tree, edge.target) === edge) return firstItem(edge.target, context);
  const occurrence = isMissing ? "missing" : "again";
  return {
    ...traitsOf(edge.target, context),
    ...wayTo(edge, context),
    id: `${occurrence} ${edge.id}`,
    occurrence,
    children: "none",
    place: placeAt(model, edge.at),
  };
}

function firstItem(node: number, context: Context): FlowTreeItem {
  const { parts, tree, model } = context;
  const { id, at } = parts.nodes[node] ?? NOBODY;
  return {
    ...traitsOf(node, context),
    ...wayTo(edgeAbove(parts, tree, node), context),
    id: `first ${id}`,
    occurrence: "first",
    children: edgesFrom(parts, tree, node).length > 0 ? "some" : "none",
    place: placeAt(model, at),
  };
}

const NOBODY: NodePart = { id: "", name: "", objective: undefined, at: { file: 0, unit: 0, mention: 0 } };

type Traits = Pick<
  FlowTreeItem,
  "node" | "name" | "role" | "confirmation" | "modality" | "errors" | "warnings"
>;

function traitsOf(node: number, { parts, model, params, defaults, findings }: Context): Traits {
  const { id, name, objective = NOBODY_AT } = parts.nodes[node] ?? NOBODY;
  const symbol = model.symbols.objectives[objective];
  const properties = (symbol && objectiveNode(model, symbol)?.properties) ?? [];
  const inherited = (symbol && defaults[symbol.at.file]) ?? BUILT_IN_DEFAULTS;
  const { confirm, modality } = applied(properties, inherited, params);
  const own = findings[objective] ?? [];
  return {
    node: id,
    name,
    role: roleOf(model, objective),
    confirmation: confirm,
    modality,
    errors: own.filter(({ severity }) => severity === "error").length,
    warnings: own.filter(({ severity }) => severity === "warning").length,
  };
}

/** The index of an objective that is not there. */
const NOBODY_AT = -1;

function roleOf({ flow, symbols }: Model, objective: number): FlowTreeItem["role"] {
  if (flow.start === objective) return "start";
  return symbols.objectives[objective]?.edges.length === 0 ? "end" : "between";
}

function wayTo(
  edge: EdgePart | undefined,
  { model, params }: Context,
): Pick<FlowTreeItem, "way" | "condition"> {
  if (!edge) return { way: undefined, condition: "" };
  const symbol = model.symbols.objectives[edge.source];
  const arrow = symbol && arrowsOf(model, symbol)[edge.arrow];
  return { way: edge.kind, condition: interpolate(arrow?.condition, params) };
}
