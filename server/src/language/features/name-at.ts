// The name at a place, and where what it names is declared: what hover, definition and all that follow start from.
import { fileIndex, isSameRef, mentionAt, spanAt, spanInFile, type Model } from "../model/analyze.ts";
import { isNamed, type NamedRole } from "../model/names.ts";
import { declarationAt, startOf, unitAt } from "../model/source.ts";
import { objectiveNamed, type Ref, type StepSymbol } from "../model/symbols.ts";
import type { Point } from "../text/place.ts";
import { touches, type Span } from "../text/span.ts";

export interface NameAt {
  readonly role: NamedRole;
  readonly name: string;
  readonly at: Ref;
  /** In the text of its file. */
  readonly span: Span;
}

/** The name that the place is in or at an end of; undefined where none is. */
export function nameAt(model: Model, { file: id, offset }: Point): NameAt | undefined {
  const file = fileIndex(model, id);
  const source = file === undefined ? undefined : model.files[file]?.source;
  if (file === undefined || !source) return undefined;
  const unit = unitAt(source, offset);
  const local = offset - startOf(source, unit);
  for (const [mention, { role, name, span }] of (source.units[unit]?.mentions ?? []).entries()) {
    if (!isNamed(role) || name === "" || !touches(span, local)) continue;
    const at = { file, unit, mention };
    return { role, name, at, span: spanAt(model, at) };
  }
  return undefined;
}

/** Every place that declares what is named there: objectives of the name, variables where they are collected, the param. */
export function declarationsOfName(model: Model, { role, name, at }: NameAt): readonly Ref[] {
  const { objectives, params } = model.symbols;
  switch (role) {
    case "objective":
    case "required":
    case "when":
    case "otherwise":
    case "step":
      return objectives.filter((it) => it.name === name).map((it) => it.at);
    case "variable":
      return [at];
    case "step-variable":
      return collectedBy(model, stepOf(model, at), name);
    case "param":
    case "param-use":
      return params.filter((it) => it.name === name).map((it) => it.at);
  }
}

/** The objectives that collect a variable of this name, by their indices. */
export function collectorsOf({ symbols }: Model, variable: string): readonly number[] {
  return symbols.objectives.flatMap(({ variables }, index) =>
    variables.some(({ name }) => name === variable) ? [index] : [],
  );
}

/** The whole declaration that a mention stands in, in the text of its file. */
export function declarationSpan(model: Model, at: Ref): Span {
  const source = model.files[at.file]?.source;
  const index = mentionAt(model, at)?.declaration ?? -1;
  const node = source && declarationAt(source, at.unit, index);
  return node ? spanInFile(model, at, node.span) : spanAt(model, at);
}

function stepOf({ symbols }: Model, variable: Ref): StepSymbol | undefined {
  const steps = symbols.scenarios.flatMap((it) => it.steps);
  return steps.find((step) => step.variables.some(({ at }) => isSameRef(at, variable)));
}

function collectedBy({ symbols }: Model, step: StepSymbol | undefined, name: string): readonly Ref[] {
  const objective = step && objectiveNamed(symbols, step.name);
  return (objective?.variables ?? []).filter((it) => it.name === name);
}
