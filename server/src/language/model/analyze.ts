// The model of one set: its text as units, its names and its flow. What a change does not concern is taken over.
import type * as ast from "../syntax/ast.ts";
import { lazy } from "../text/lazy.ts";
import type { Span } from "../text/span.ts";
import { flowOf, type Flow } from "./flow.ts";
import { sameSignature, type Mention } from "./mentions.ts";
import type { ParamValues } from "./params.ts";
import { absolute, declarationAt, type Source, type Unit } from "./source.ts";
import { bind, type ObjectiveSymbol, type Ref, type Symbols } from "./symbols.ts";

export interface Model {
  readonly source: Source;
  /** The params' values that a target or a command line gives. */
  readonly given: ParamValues;
  readonly symbols: Symbols;
  readonly flow: Flow;
  /** Both of these, computed when first asked for; shared by the models that have the same. */
  readonly stages: Stages;
}

interface Stages {
  readonly symbols: () => Symbols;
  readonly flow: () => Flow;
}

/** The model of a source; names and flow of the previous model stand where no unit's signature has changed. */
export function analyze(source: Source, previous?: Model): Model {
  const given = previous?.given ?? new Map<string, string>();
  if (previous && looksAlike(source, previous.source)) return modelOf(source, given, previous.stages);
  const symbols = lazy(() => bind(source.units));
  return modelOf(source, given, { symbols, flow: lazy(() => flowOf(symbols().objectives)) });
}

/** The same model with the values that a target or a command line gives. */
export function withParams({ source, stages }: Model, given: ParamValues): Model {
  return modelOf(source, given, stages);
}

/** The mention as it stands in the text now. */
export function mentionAt({ source }: Model, { unit, mention }: Ref): Mention | undefined {
  return source.units[unit]?.mentions[mention];
}

/** Where the mention stands in the text. */
export function spanAt(model: Model, ref: Ref): Span {
  const mention = mentionAt(model, ref);
  return absolute(model.source, ref.unit, mention?.span ?? { start: 0, end: 0 });
}

/** The objective's tree; its spans are relative to the unit of `symbol.at`. */
export function objectiveNode({ source }: Model, symbol: ObjectiveSymbol): ast.Objective | undefined {
  const node = declarationAt(source, symbol.at.unit, symbol.declaration);
  return node?.kind === "objective" ? node : undefined;
}

/** Whether the file is a set: its header stands, even while its text is missing. */
export function isSet({ symbols }: Model): boolean {
  return symbols.headers.length > 0;
}

function modelOf(source: Source, given: ParamValues, stages: Stages): Model {
  return {
    source,
    given,
    stages,
    get symbols() {
      return stages.symbols();
    },
    get flow() {
      return stages.flow();
    },
  };
}

function looksAlike(source: Source, previous: Source): boolean {
  if (source.units.length !== previous.units.length) return false;
  const { change } = source;
  if (change?.from !== previous.units) return areAlike(source.units, previous.units);
  const touched = source.units.slice(change.first, change.first + change.added);
  return areAlike(touched, previous.units.slice(change.first, change.first + change.removed));
}

function areAlike(units: readonly Unit[], others: readonly Unit[]): boolean {
  return units.every((unit, index) => {
    const other = others[index];
    return unit === other || (other !== undefined && sameSignature(unit.mentions, other.mentions));
  });
}
