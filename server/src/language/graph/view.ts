// The graph as plain data: what is drawn, exported as JSON and compared, before anything has a place.
import { BUILT_IN } from "../compile/payload.ts";
import { messageOf, type Code, type Severity } from "../diagnostics/codes.ts";
import type { Finding } from "../diagnostics/finding.ts";
import { arrowsOf, objectiveNode, spanInFile, titleOf, type Model } from "../model/analyze.ts";
import type { Flow } from "../model/flow.ts";
import { applied, BUILT_IN_DEFAULTS, defaultsByFile, promptOf, type Defaults } from "../model/inherited.ts";
import { interpolate, paramValues, type ParamValues } from "../model/params.ts";
import type { EdgeRole, ObjectiveSymbol } from "../model/symbols.ts";
import type * as ast from "../syntax/ast.ts";
import type { Sentence } from "../text/sentence.ts";
import { covers } from "../text/span.ts";
import { OTHERWISE_CONDITION } from "../vocabulary.ts";
import { findingsInside } from "./findings-inside.ts";
import { partsOf, type EdgePart, type GraphParts, type NodePart } from "./parts.ts";

/** Also what `--format json` prints. */
export interface GraphView {
  readonly version: 1;
  /** The set's name; "" where it has none. */
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphNode {
  /** The objective's name; a further objective of that name gets a number. */
  readonly id: string;
  /** `missing`: an arrow leads to it, but no objective has that name. */
  readonly kind: "objective" | "missing";
  /** "" where it is not written yet. */
  readonly name: string;
  readonly prompt: string;
  readonly confirmation: string;
  readonly modality: string;
  readonly variables: readonly string[];
  readonly isStart: boolean;
  readonly isEnd: boolean;
  readonly findings: readonly GraphFinding[];
}

export interface GraphEdge {
  readonly id: string;
  /** The id of a node. */
  readonly source: string;
  readonly target: string;
  readonly kind: EdgeRole;
  /** "" for a required edge. */
  readonly condition: string;
  readonly isOnCycle: boolean;
  readonly findings: readonly GraphFinding[];
}

export interface GraphFinding {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: Sentence;
}

/**
 * The graph of a set with the findings of the same text, each at the objective or the arrow that it is about. Texts are
 * what the platform would get; a param without a value stays as it is written.
 */
export function graphView(model: Model, findings: readonly Finding[]): GraphView {
  const parts = partsOf(model);
  const params = paramValues(model.symbols, model.given);
  const context = {
    model,
    parts,
    params,
    defaults: defaultsByFile(model, params),
    findings: placed(model, findings),
  };
  const onCycle = cycleTest(model.flow);
  return {
    version: 1,
    title: interpolate(titleOf(model), params),
    nodes: parts.nodes.map((part) => nodeOf(part, context)),
    edges: parts.edges.map((part) => edgeOf(part, context, onCycle)),
  };
}

interface Context {
  readonly model: Model;
  readonly parts: GraphParts;
  readonly params: ParamValues;
  readonly defaults: readonly Defaults[];
  readonly findings: readonly ObjectiveFindings[];
}

/** The findings about one objective: its own, and those of each of its arrows with a target. */
interface ObjectiveFindings {
  readonly own: readonly GraphFinding[];
  readonly arrows: readonly (readonly GraphFinding[])[];
}

function nodeOf(part: NodePart, { model, params, defaults, findings }: Context): GraphNode {
  const { id, objective } = part;
  const symbol = objective === undefined ? undefined : model.symbols.objectives[objective];
  if (!symbol || objective === undefined) return missingNode(part);
  const properties = objectiveNode(model, symbol)?.properties ?? [];
  const { confirm, modality } = applied(properties, defaults[symbol.at.file] ?? BUILT_IN_DEFAULTS, params);
  return {
    id,
    kind: "objective",
    name: symbol.name,
    prompt: interpolate(promptOf({ properties }), params),
    confirmation: confirm,
    modality,
    variables: symbol.variables.map(({ name }) => name),
    isStart: model.flow.start === objective,
    isEnd: symbol.edges.length === 0,
    findings: findings[objective]?.own ?? [],
  };
}

function missingNode({ id, name }: NodePart): GraphNode {
  return {
    id,
    kind: "missing",
    name,
    prompt: "",
    confirmation: BUILT_IN.confirmation,
    modality: BUILT_IN.modality,
    variables: [],
    isStart: false,
    isEnd: false,
    findings: [],
  };
}

function edgeOf(part: EdgePart, { model, parts, params, findings }: Context, onCycle: CycleTest): GraphEdge {
  const { id, source, target, kind, arrow } = part;
  const symbol = model.symbols.objectives[source];
  return {
    id,
    source: parts.nodes[source]?.id ?? "",
    target: parts.nodes[target]?.id ?? "",
    kind,
    condition: conditionOf(symbol && arrowsOf(model, symbol)[arrow], params),
    isOnCycle: onCycle(source, target),
    findings: findings[source]?.arrows[arrow] ?? [],
  };
}

function conditionOf(edge: ast.Edge | undefined, params: ParamValues): string {
  const condition = interpolate(edge?.condition, params);
  return edge?.kind === "otherwise" && condition === "" ? OTHERWISE_CONDITION : condition;
}

function placed(model: Model, findings: readonly Finding[]): readonly ObjectiveFindings[] {
  const inside = findingsInside(model, findings);
  return model.symbols.objectives.map((symbol, index) => byArrow(model, symbol, inside[index] ?? []));
}

function byArrow(model: Model, symbol: ObjectiveSymbol, findings: readonly Finding[]): ObjectiveFindings {
  if (findings.length === 0) return { own: [], arrows: [] };
  const arrows = arrowsOf(model, symbol).map(({ span }) => spanInFile(model, symbol.at, span));
  const arrowOf = ({ span }: Finding): number => arrows.findIndex((arrow) => covers(arrow, span));
  return {
    own: findings.filter((finding) => arrowOf(finding) < 0).map(graphFinding),
    arrows: arrows.map((_, index) =>
      findings.filter((finding) => arrowOf(finding) === index).map(graphFinding),
    ),
  };
}

function graphFinding({ code, severity, arguments: args }: Finding): GraphFinding {
  return { code, severity, message: messageOf(code, args) };
}

type CycleTest = (source: number, target: number) => boolean;

/** An arrow is on a cycle when its ends are reached from each other. */
function cycleTest({ groups }: Flow): CycleTest {
  return (source, target) => groups[source] === groups[target];
}
