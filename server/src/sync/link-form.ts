// Which of the two fields for required links an upload writes, and how one sees that it was the wrong one.
import type { LinkForm, ObjectiveItem, SetDocument } from "../language/compile/payload.ts";
import { writeItems } from "../language/compile/write-payload.ts";
import type { Failure } from "../platform/result.ts";

/** `auto` finds out; a form is used as it is, whatever the platform shows. */
export type FormWish = LinkForm | "auto";

export interface FormChoice {
  readonly first: LinkForm;
  /** What to try once where the first one loses links; undefined where that cannot help. */
  readonly other: LinkForm | undefined;
}

export interface FormKnowledge {
  readonly wish: FormWish;
  /** What the platform shows now, in this set or in any of the account. */
  readonly shown: LinkForm | undefined;
  /** What held at the last upload to the target. */
  readonly remembered: LinkForm | undefined;
}

/** The form to write a set in. Nothing known: one string, which the platform takes since early 2026. */
export function chooseForm(document: SetDocument, { wish, shown, remembered }: FormKnowledge): FormChoice {
  if (wish !== "auto") return { first: wish, other: undefined };
  const known = shown ?? remembered;
  const first = known ?? (isWritable(document, "single") ? "single" : "list");
  const other = first === "list" ? "single" : "list";
  const canHelp = hasRequiredLinks(document) && isWritable(document, other);
  return { first, other: canHelp ? other : undefined };
}

/** Whether the platform holds fewer required links than were sent: it does not know the field. */
export function hasLostLinks(sent: SetDocument, held: SetDocument): boolean {
  const links = new Map(held.objectives.map((item) => [item.name, item.required.length]));
  return sent.objectives.some(({ name, required }) => required.length > (links.get(name) ?? required.length));
}

/** Whether the platform complains of several starts in a set that has one: it did not see the links. */
export function isLostRoot(failure: Failure, document: SetDocument): boolean {
  if (failure.kind !== "refused" || failure.status !== 400) return false;
  return /exactly one root/i.test(failure.words) && countRoots(document.objectives) === 1;
}

/** Whether any objective requires another, without which the form makes no difference. */
export function hasRequiredLinks({ objectives }: SetDocument): boolean {
  return objectives.some(({ required }) => required.length > 0);
}

function isWritable(document: SetDocument, form: LinkForm): boolean {
  return typeof writeItems(document, form) === "string";
}

/** Objectives that no other refers to. */
function countRoots(objectives: readonly ObjectiveItem[]): number {
  const referred = new Set(objectives.flatMap((item) => targetsOf(item).filter((it) => it !== item.name)));
  return objectives.filter(({ name }) => !referred.has(name)).length;
}

function targetsOf({ conditional, required }: ObjectiveItem): readonly string[] {
  return [...conditional.map(([target]) => target), ...required];
}
