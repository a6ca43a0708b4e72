// An objective's arrows as people read them: where each leads, under which condition, and where it stands.
import { arrowsOf, idOf, spanInFile, type Model } from "../model/analyze.ts";
import { interpolate, type ParamValues } from "../model/params.ts";
import type { EdgeRole, ObjectiveSymbol } from "../model/symbols.ts";
import type { Place } from "../text/place.ts";
import { OTHERWISE_CONDITION } from "../vocabulary.ts";

/** It stands from the arrow to the end of its target's name. */
export interface ArrowWords extends Place {
  readonly target: string;
  readonly kind: EdgeRole;
  /** With the params' values; "" where it says nothing that its kind does not say. */
  readonly condition: string;
}

/** The arrows that have a target, in order. */
export function arrowWordsOf(
  model: Model,
  symbol: ObjectiveSymbol,
  params: ParamValues,
): readonly ArrowWords[] {
  return arrowsOf(model, symbol).flatMap(({ kind, arrow, target, condition }) => {
    if (!target) return [];
    const text = interpolate(condition, params);
    const span = spanInFile(model, symbol.at, { start: arrow.start, end: target.span.end });
    return [
      {
        file: idOf(model, symbol.at),
        span,
        target: target.text,
        kind,
        condition: kind === "otherwise" && text === OTHERWISE_CONDITION ? "" : text,
      },
    ];
  });
}
