// A checked set as the document that is uploaded, or why there is none.
import { inOrder, type Check } from "../diagnostics/check.ts";
import type { Code } from "../diagnostics/codes.ts";
import type { Finding } from "../diagnostics/finding.ts";
import { idOf, isSet, objectiveNode, spanAt, titleOf, type Model } from "../model/analyze.ts";
import { applied, defaultsByFile, promptOf, type Defaults } from "../model/inherited.ts";
import { interpolate, paramValues, type ParamValues } from "../model/params.ts";
import type * as ast from "../syntax/ast.ts";
import { OTHERWISE_CONDITION } from "../vocabulary.ts";
import type { ObjectiveItem, SetDocument } from "./payload.ts";

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
  const counted = inOrder(model, [...findings, ...hidden]).map(asForADocument);
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
  "include-outside",
  "include-set",
  "include-cycle",
] as const);

/** Whether there is no document to write because of the finding. */
export function isBlocking(finding: Finding, model: Model): boolean {
  return BLOCKING.has(finding.code) || (finding.code === "duplicate-edge" && isConditional(finding, model));
}

function isConditional({ file, span }: Finding, model: Model): boolean {
  const edges = model.symbols.objectives.flatMap((it) => it.edges);
  const edge = edges.find((it) => idOf(model, it) === file && spanAt(model, it).start === span.start);
  return edge !== undefined && edge.kind !== "required";
}

function asForADocument(finding: Finding): Finding {
  return finding.code === "param-without-value" ? { ...finding, severity: "error" } : finding;
}

function documentOf(model: Model): SetDocument {
  const params = paramValues(model.symbols, model.given);
  const defaults = defaultsByFile(model, params);
  return {
    name: interpolate(titleOf(model), params),
    objectives: model.symbols.objectives.flatMap((symbol) => {
      const [node, inherited] = [objectiveNode(model, symbol), defaults[symbol.at.file]];
      return node && inherited ? [itemOf(node, inherited, params)] : [];
    }),
  };
}

/** What one objective says: its own words, and below them what `defaults` say. */
export function itemOf(node: ast.Objective, defaults: Defaults, params: ParamValues): ObjectiveItem {
  const { confirm, modality, callback } = applied(node.properties, defaults, params);
  const targeted = node.edges.flatMap(({ target, ...edge }) =>
    target ? [{ ...edge, target: target.text }] : [],
  );
  return {
    name: node.name?.text ?? "",
    prompt: interpolate(promptOf(node), params),
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
