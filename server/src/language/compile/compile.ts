// A checked set as the document that is uploaded, or why there is none.
import { byPlace, type Check } from "../diagnostics/check.ts";
import type { Code } from "../diagnostics/codes.ts";
import type { Finding } from "../diagnostics/finding.ts";
import { isSet, objectiveNode, type Model } from "../model/analyze.ts";
import { applied, defaultsOf, type Defaults } from "../model/inherited.ts";
import { interpolate, paramValues, type ParamValues } from "../model/params.ts";
import { declarationsOf } from "../model/source.ts";
import type * as ast from "../syntax/ast.ts";
import { OTHERWISE_CONDITION } from "../vocabulary.ts";
import { BUILT_IN, type ObjectiveItem, type SetDocument } from "./payload.ts";

/**
 * What a check leads to. `fragment`: the file has no header, so it is no set. `refused`: the text says no one document; the findings say why.
 * Findings are all of the set's, as they count for a document: a param without a value is an error here.
 */
export type Compiled =
  | { readonly kind: "document"; readonly document: SetDocument; readonly findings: readonly Finding[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] }
  | { readonly kind: "fragment" };

/**
 * The document of a checked set; refused only where the text says no one document. A comment keeps an error out of sight,
 * not out of the document: here it counts again, so that it is not sent.
 */
export function compile({ model, findings, silenced }: Check): Compiled {
  if (!isSet(model)) return { kind: "fragment" };
  const hidden = silenced.filter((finding) => finding.severity === "error" || isBlocking(finding, model));
  const counted = [...findings, ...hidden].sort(byPlace).map(asForADocument);
  if (counted.some((finding) => isBlocking(finding, model))) return { kind: "refused", findings: counted };
  return { kind: "document", document: documentOf(model), findings: counted };
}

/** What leaves open what the document says. */
const BLOCKING: ReadonlySet<Code> = new Set([
  "syntax",
  "bad-escape",
  "bad-indent",
  "duplicate-property",
  "duplicate-defaults",
  "unknown-param",
  "duplicate-param",
  "param-without-value",
  "include-missing",
] as const);

/** Whether there is no document to write because of the finding. */
export function isBlocking({ code, span }: Finding, model: Model): boolean {
  return BLOCKING.has(code) || (code === "duplicate-edge" && isConditional(span.start, model));
}

function isConditional(offset: number, { source }: Model): boolean {
  for (const { node, offset: start } of declarationsOf(source)) {
    if (node.kind !== "objective") continue;
    const edge = node.edges.find(
      ({ target }) => target !== undefined && target.span.start + start === offset,
    );
    if (edge) return edge.kind !== "required";
  }
  return false;
}

function asForADocument(finding: Finding): Finding {
  return finding.code === "param-without-value" ? { ...finding, severity: "error" } : finding;
}

function documentOf(model: Model): SetDocument {
  const params = paramValues(model.symbols, model.given);
  const builtIn = { confirm: BUILT_IN.confirmation, modality: BUILT_IN.modality, callback: "" };
  const defaults = defaultsOf(model.source, builtIn, params);
  const nodes = model.symbols.objectives.map((symbol) => objectiveNode(model, symbol));
  return {
    name: setName(model, params),
    objectives: nodes.flatMap((node) => (node ? [itemOf(node, defaults, params)] : [])),
  };
}

/** The name in the header; "" where there is none. */
function setName({ source }: Model, params: ParamValues): string {
  for (const { node } of declarationsOf(source))
    if (node.kind === "header") return interpolate(node.title, params);
  return "";
}

function itemOf(node: ast.Objective, defaults: Defaults, params: ParamValues): ObjectiveItem {
  const { confirm, modality, callback } = applied(node.properties, defaults, params);
  const targeted = node.edges.flatMap(({ target, ...edge }) =>
    target ? [{ ...edge, target: target.text }] : [],
  );
  const prompt = node.properties.find(({ kind }) => kind === "prompt");
  return {
    name: node.name?.text ?? "",
    prompt: prompt?.kind === "prompt" ? interpolate(prompt.text, params) : "",
    confirmation: confirm,
    variables: node.properties.flatMap((it) =>
      it.kind === "collect" ? it.names.map(({ text }) => text) : [],
    ),
    modality,
    conditional: targeted
      .filter(({ kind }) => kind !== "required")
      .map(
        ({ target, condition }) =>
          [target, condition ? interpolate(condition, params) : OTHERWISE_CONDITION] as const,
      ),
    required: targeted.filter(({ kind }) => kind === "required").map(({ target }) => target),
    callback,
  };
}
