// An objective becomes two, at a place in its prompt or between two of its variables.
import { printPrompt } from "../../compile/print-entry.ts";
import type * as ast from "../../syntax/ast.ts";
import { covers } from "../../text/span.ts";
import { sentence } from "../../text/sentence.ts";
import { promptAround, type Found, type ObjectiveSpot } from "../fixes/found.ts";
import { continued, continuedWith, movableVariables } from "./continued.ts";
import { cutOut } from "./cut.ts";
import { freeIn } from "./new-name.ts";
import { objectiveAt, type SoundObjective } from "./pieces.ts";
import { offered, refused, type Asking, type Draft, type Refactoring } from "./refactoring.ts";

/** The first keeps its name and what leads to it; the second takes over what comes behind the cursor, and the arrows. */
export function splitObjective(asking: Asking): readonly Refactoring[] {
  const spot = objectiveAt(asking);
  if (!spot || spot.span.start !== spot.span.end) return [];
  return [...splitInPrompt(asking, spot), ...splitBetweenVariables(asking, spot)];
}

function splitInPrompt({ sets }: Asking, spot: SoundObjective & Found): readonly Refactoring[] {
  const prompt = promptAround(spot);
  const cut = prompt && cutOut(spot, prompt, { start: startOfWord(spot), end: prompt.span.end });
  if (!prompt || !cut) return [];
  return [offered(titleFor(spot), () => continuedWith(sets, spot, prompt, cut))];
}

/** In the middle of a word it is where that begins. */
function startOfWord({ unit, span }: Found): number {
  const [before = ""] = /[\p{L}\p{M}\p{N}_'’-]+$/u.exec(unit.text.slice(0, span.start)) ?? [];
  const isWithin = /^[\p{L}\p{M}\p{N}_'’-]/u.test(unit.text.slice(span.start));
  return isWithin ? span.start - before.length : span.start;
}

function splitBetweenVariables({ sets }: Asking, spot: SoundObjective & Found): readonly Refactoring[] {
  const list = collectAround(spot);
  const behind = list?.names.filter(({ span }) => span.start >= spot.span.start) ?? [];
  if (!list || behind.length === 0 || behind.length === list.names.length) return [];
  if (movableVariables(spot).length === 0)
    return [
      refused(
        titleFor(spot),
        sentence`A comment stands among the variables, and could belong to either half.`,
      ),
    ];
  const variables = new Set(behind.map(({ text }) => text));
  const [first = ""] = variables;
  const draft = (): Draft =>
    continued(sets, spot, {
      name: freeIn(sets, `ask_${first}`),
      prompt: printPrompt(promptFor([...variables])),
      variables,
      edits: [],
    });
  return [offered(titleFor(spot), draft)];
}

function collectAround({ objective, span }: ObjectiveSpot & Found): ast.Collect | undefined {
  for (const property of objective.properties) {
    if (property.kind === "collect" && covers(property.span, span)) return property;
  }
  return undefined;
}

function titleFor({ name }: SoundObjective): Refactoring["title"] {
  return sentence`Split '${name}' here`;
}

/** What the names of variables say: `date_of_birth, plan` is "Ask for date of birth and plan.". */
function promptFor(variables: readonly string[]): string {
  const named = variables.map((it) => it.replace(/[_-]+/g, " ").trim());
  const [last = "", ...others] = named.toReversed();
  const list = others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
  return `Ask for ${list}.`;
}
