// The model of one set: its text as units, its names and its flow. What a change does not concern is taken over.
import type * as ast from "../syntax/ast.ts";
import { lazy } from "../text/lazy.ts";
import type { Span } from "../text/span.ts";
import { flowOf, type Flow } from "./flow.ts";
import { sameSignature, type Mention } from "./mentions.ts";
import type { ParamValues } from "./params.ts";
import { absolute, declarationAt, type Source } from "./source.ts";
import { bind, type ObjectiveSymbol, type Ref, type Symbols } from "./symbols.ts";

export interface Model {
  readonly source: Source;
  readonly symbols: Symbols;
  readonly flow: Flow;
  /** The params' values that a target or a command line gives. */
  readonly given: ParamValues;
}

/** The model of a source; names and flow of the previous model stand where no unit's signature has changed. */
export function analyze(source: Source, previous?: Model): Model {
  if (previous && looksAlike(source, previous.source)) {
    const symbols = (): Symbols => previous.symbols;
    return withStages(source, previous.given, symbols, () => previous.flow);
  }
  const symbols = lazy(() => bind(source.units));
  return withStages(
    source,
    previous?.given ?? NONE_GIVEN,
    symbols,
    lazy(() => flowOf(symbols().objectives)),
  );
}

/** The same model with the values that a target or a command line gives. */
export function withParams(model: Model, given: ParamValues): Model {
  return withStages(
    model.source,
    given,
    () => model.symbols,
    () => model.flow,
  );
}

const NONE_GIVEN: ParamValues = new Map();

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

function withStages(source: Source, given: ParamValues, symbols: () => Symbols, flow: () => Flow): Model {
  return {
    source,
    given,
    get symbols() {
      return symbols();
    },
    get flow() {
      return flow();
    },
  };
}

function looksAlike({ units }: Source, previous: Source): boolean {
  if (units.length !== previous.units.length) return false;
  return units.every((unit, index) => {
    const before = previous.units[index];
    return unit === before || (before !== undefined && sameSignature(unit.mentions, before.mentions));
  });
}
