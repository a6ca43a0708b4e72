// An objective that another goes on for: what it says last, its arrows and some of its variables move to a new next one.
import { removedAlone } from "../../compile/pull/site.ts";
import { printCollect } from "../../compile/print-entry.ts";
import type * as ast from "../../syntax/ast.ts";
import type { FileEdit } from "../../text/place.ts";
import { edit, hasComments, writtenAt } from "../fixes/found.ts";
import type { Sets } from "../fixes/helped.ts";
import { wordsOf, type Cut } from "./cut.ts";
import { nameFrom } from "./new-name.ts";
import { printPromptLike } from "./prompt-line.ts";
import { asLineOf, declaredBehind, siteOf, takenArrows, type SoundObjective } from "./pieces.ts";
import type { Draft } from "./refactoring.ts";
import { stepsBehind } from "./scenario-steps.ts";

/** What goes to the new objective. */
interface Continuation {
  readonly name: string;
  /** As a line of a block. */
  readonly prompt: string;
  readonly variables: ReadonlySet<string>;
  /** What changes in the prompt of the old one. */
  readonly edits: readonly FileEdit[];
}

/** With a part of its prompt goes what only that part speaks of. */
export function continuedWith(sets: Sets, spot: SoundObjective, prompt: ast.Text, cut: Cut): Draft {
  return continued(sets, spot, {
    name: nameFrom(sets, wordsOf(cut.taken), `${spot.name}_next`),
    prompt: printPromptLike(prompt, cut.taken),
    variables: new Set(movableVariables(spot).filter((it) => isOnlyIn(cut, it))),
    edits: [edit(spot, prompt.span, cut.written)],
  });
}

/** Whether what is taken speaks of the variable and what is left does not. */
function isOnlyIn({ taken, left }: Cut, variable: string): boolean {
  return speaksOf(taken, variable) && !speaksOf(left, variable);
}

function speaksOf(parts: readonly ast.TextPart[], variable: string): boolean {
  const name = plainly(variable);
  return name !== "" && ` ${plainly(wordsOf(parts))} `.includes(` ${name} `);
}

function plainly(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
}

/** The new one comes behind, is completed as the old one is, and leads where that led; scenarios pass both. */
export function continued(
  sets: Sets,
  spot: SoundObjective,
  { name, prompt, variables, edits }: Continuation,
): Draft {
  const taken = takenArrows(spot, name);
  const collected = takenVariables(spot, variables);
  const said = (kind: ast.Property["kind"]): readonly string[] =>
    spot.objective.properties.filter((it) => it.kind === kind).map(({ span }) => writtenAt(spot, span));
  const lines = [
    ...said("modality"),
    asLineOf(spot, prompt),
    ...(variables.size === 0 ? [] : [asLineOf(spot, printCollect([...variables]))]),
    ...said("confirm"),
    ...said("callback"),
  ];
  return {
    edits: [
      ...edits,
      ...collected,
      ...taken.edits,
      declaredBehind(spot, name, lines, taken.arrows),
      ...stepsBehind(sets, spot.name, name, variables),
    ],
    keeps: "less",
    newName: name,
  };
}

/** The variables that can be told from the others, each once: none of a list that has comments in it. */
export function movableVariables(spot: SoundObjective): readonly string[] {
  const lists = collectsOf(spot.objective);
  if (lists.some(({ span }) => hasComments(spot, span))) return [];
  return [...new Set(lists.flatMap(({ names }) => names.map(({ text }) => text)))];
}

function takenVariables(spot: SoundObjective, variables: ReadonlySet<string>): readonly FileEdit[] {
  return collectsOf(spot.objective).flatMap(({ names, span }) => {
    const left = names.map(({ text }) => text).filter((it) => !variables.has(it));
    if (left.length === names.length) return [];
    if (left.length > 0) return [edit(spot, span, asLineOf(spot, printCollect(left)))];
    const gone = removedAlone(siteOf(spot, spot.objective), span);
    return [edit(spot, gone.span, gone.newText)];
  });
}

function collectsOf({ properties }: ast.Objective): readonly ast.Collect[] {
  return properties.filter((it) => it.kind === "collect");
}
