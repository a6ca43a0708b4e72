// Which objective each finding is about: the one that it stands in.
import type { Finding } from "../diagnostics/finding.ts";
import { objectiveNode, spanInFile, type Model } from "../model/analyze.ts";
import type { ObjectiveSymbol } from "../model/symbols.ts";
import type { Span } from "../text/span.ts";

/** For every objective of the set the findings inside it, in the order of their places. */
export function findingsInside(model: Model, findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const { objectives } = model.symbols;
  return model.files.flatMap(({ id }, file) => {
    const spans = objectives.filter(({ at }) => at.file === file).map((symbol) => spanOf(model, symbol));
    const found = findings.filter((finding) => finding.file === id);
    return inOrder(spans, found);
  });
}

/** The findings inside each of the ascending spans; both are walked once. */
function inOrder(spans: readonly Span[], findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const ascending = findings.toSorted((one, other) => one.span.start - other.span.start);
  let next = 0;
  return spans.map(({ start, end }) => {
    while ((ascending[next]?.span.start ?? Infinity) < start) next += 1;
    const first = next;
    while ((ascending[next]?.span.start ?? Infinity) < end) next += 1;
    return ascending.slice(first, next);
  });
}

function spanOf(model: Model, symbol: ObjectiveSymbol): Span {
  const span = objectiveNode(model, symbol)?.span ?? { start: 0, end: 0 };
  return spanInFile(model, symbol.at, span);
}
