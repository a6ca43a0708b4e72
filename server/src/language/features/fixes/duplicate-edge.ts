// `duplicate-edge`: puts both conditions into one, or removes the second arrow.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import { template } from "../../syntax/written.ts";
import { sentence } from "../../text/sentence.ts";
import { removedArrows } from "./arrows.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { arrowAt, edit, objectiveAround, writtenAt, type ObjectiveSpot } from "./found.ts";

export function duplicateEdge(model: Model, finding: Finding): readonly Fix[] {
  const spot = objectiveAround(model, finding);
  const arrow = spot && arrowAt(spot);
  const before = arrow && firstLike(spot.objective, arrow);
  if (!before) return [];
  const edits = removedArrows(spot, [arrow]);
  if (sayings(arrow) === sayings(before)) return [safe(sentence`Remove this arrow`, ...edits)];
  return [...together(spot, before, arrow), choice(sentence`Remove this arrow`, ...edits)];
}

function firstLike({ edges }: ast.Objective, { kind, target }: ast.Edge): ast.Edge | undefined {
  return edges.find(
    (it) => it.target?.text === target?.text && (it.kind === "required") === (kind === "required"),
  );
}

function sayings({ kind, condition }: ast.Edge): string {
  return `${kind} ${condition ? template(condition) : ""}`;
}

/** Of two conditions that stand on one line each. */
function together(spot: ObjectiveSpot, before: ast.Edge, arrow: ast.Edge): readonly Fix[] {
  const [one, other] = [before, arrow].map(({ kind, condition }) =>
    kind === "when" && condition?.form === "string" ? condition.span : undefined,
  );
  if (!one || !other) return [];
  const first = writtenAt(spot, one)
    .slice(1, -1)
    .replace(/[\s.]+$/, "");
  const words = `"${first}, or ${asPart(writtenAt(spot, other).slice(1, -1).trim())}"`;
  const edits = [edit(spot, one, words), ...removedArrows(spot, [arrow])];
  return [choice(sentence`Put both conditions into one`, ...edits)];
}

/** A sentence as a part of another: what begins it is small, unless it is a name. */
function asPart(condition: string): string {
  return condition.replace(/^(?:If|The|When|They|He|She|It|A|An|There|No|None|Any)\b/, (word) =>
    word.toLowerCase(),
  );
}
