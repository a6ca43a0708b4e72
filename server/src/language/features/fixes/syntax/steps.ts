// What scenarios hold that is no step, or that a step should hold.
import type * as ast from "../../../syntax/ast.ts";
import { choice, safe, type Fix } from "../fix.ts";
import { insertion, removal, writtenAt, type Found } from "../found.ts";
import { sentence } from "../../../text/sentence.ts";
import { endBefore, type Broken } from "./mend.ts";

/** Marks in front of steps and between them. */
export function notInScenario({ found }: Broken): readonly Fix[] {
  const written = writtenAt(found, found.span);
  if (!/^(?:\d+[.)]|->|[-*•,;])$/.test(written)) return [];
  return [choice(sentence`Remove '${written}'`, removal(found, found.span))];
}

export function notInStep({ found }: Broken): readonly Fix[] {
  return writtenAt(found, found.span) === ","
    ? [safe(sentence`Remove the comma`, removal(found, found.span))]
    : [];
}

/** A brace that closes the step may stand there already. */
export function valueOutsideStep({ found }: Broken): readonly Fix[] {
  const step = stepBefore(found);
  if (!step) return [];
  const { end } = step.name.span;
  const isClosed = /^[\s]*\}[\s]*\}/.test(found.unit.text.slice(found.span.end));
  const values = isClosed ? [] : [insertion(found, endBefore(found, found.span.end), " }")];
  return [choice(sentence`Put it between '{' and '}'`, insertion(found, end, " {"), ...values)];
}

function stepBefore({ declaration, span }: Found): ast.Step | undefined {
  if (declaration?.kind !== "scenario") return undefined;
  return declaration.steps.findLast((step) => step.span.start < span.start);
}
