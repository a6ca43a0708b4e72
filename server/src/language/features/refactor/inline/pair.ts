// Two objectives that are to be one, and what goes with the one that is gone afterwards.
import type * as ast from "../../../syntax/ast.ts";
import { covers, type Span } from "../../../text/span.ts";
import { withItsComments } from "../../fixes/found.ts";
import type { SoundObjective } from "../pieces.ts";

export interface Pair {
  /** The one that stays, and its arrow that leads to the other. */
  readonly outer: SoundObjective & { readonly arrow: ast.Edge };
  readonly inner: SoundObjective;
}

/** What is taken away of the inner one's file. */
export function goneSpan({ inner }: Pair): Span {
  return withItsComments(inner, inner.objective.span);
}

/** The arrows with the comments that belong to them: they move as they are. */
export function arrowSpans({ inner }: Pair): readonly Span[] {
  return inner.objective.edges.map(({ span }) => withItsComments(inner, span));
}

/** The comments of the inner one that do not go with its arrows and notes, behind those within the arrow to it. */
export function looseComments(pair: Pair): readonly ast.Comment[] {
  const { outer, inner } = pair;
  const gone = goneSpan(pair);
  const kept = [...arrowSpans(pair), ...newNotes(pair).map(({ span }) => span)];
  return [
    ...outer.unit.comments.filter(({ span }) => covers(outer.arrow.span, span)),
    ...inner.unit.comments.filter(({ span }) => covers(gone, span) && !kept.some((it) => covers(it, span))),
  ];
}

/** The notes of the inner one that the outer one does not have. */
export function newNotes({ outer, inner }: Pair): readonly ast.Meta[] {
  const known = new Set(notesOf(outer.objective).map(({ key }) => key?.text));
  return notesOf(inner.objective).filter(({ key }) => !known.has(key?.text));
}

export function notesOf({ properties }: ast.Objective): readonly ast.Meta[] {
  return properties.filter((it) => it.kind === "meta");
}
