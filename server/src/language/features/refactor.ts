// Refactorings: what can be done with what is selected, each in a file of its own, by its kind.
import { extractFragment } from "./refactor/extract-fragment.ts";
import { extractObjective } from "./refactor/extract-objective.ts";
import { inlineDefault } from "./refactor/from-defaults.ts";
import { inlineObjective } from "./refactor/inline-objective.ts";
import { insertObjective } from "./refactor/insert-objective.ts";
import { turnOtherwise } from "./refactor/otherwise.ts";
import type { Asking, MakeRefactorings, Refactoring } from "./refactor/refactoring.ts";
import { sortObjectives } from "./refactor/sort-objectives.ts";
import { splitObjective } from "./refactor/split-objective.ts";
import { turnText } from "./refactor/text-form.ts";
import { moveToDefaults } from "./refactor/to-defaults.ts";

/** The kinds as the protocol has them; a client may ask for one of them, or for all that begin alike. */
const makers = {
  "refactor.extract.objective": extractObjective,
  "refactor.extract.fragment": extractFragment,
  "refactor.inline.objective": inlineObjective,
  "refactor.inline.default": inlineDefault,
  "refactor.move.default": moveToDefaults,
  "refactor.rewrite.split": splitObjective,
  "refactor.rewrite.insert": insertObjective,
  "refactor.rewrite.otherwise": turnOtherwise,
  "refactor.rewrite.text": turnText,
  "refactor.rewrite.order": sortObjectives,
} as const satisfies Readonly<Record<string, MakeRefactorings>>;

export type RefactoringKind = keyof typeof makers;

export const REFACTORING_KINDS = Object.keys(makers) as readonly RefactoringKind[];

/** What can be done with what is selected, or cannot and why; nothing of what is about something else. */
export function refactoringsOf(kind: RefactoringKind, asking: Asking): readonly Refactoring[] {
  return makers[kind](asking);
}
