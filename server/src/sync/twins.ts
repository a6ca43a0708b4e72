// Two sets of one push that would go by one name: if one is made and no answer comes, nothing tells which it is.
import { sentence, type Sentence } from "../language/text/sentence.ts";
import { sameDocument } from "../language/compile/normalise.ts";
import type { SetDocument } from "../language/compile/payload.ts";
import type { SetPlan } from "./plan.ts";
import type { LocalSet } from "./upload.ts";

export interface Twins {
  /** A set that is to be made. */
  readonly made: LocalSet;
  /** Another of the same push, which is or will be found under the same name. */
  readonly other: LocalSet;
}

/** The first set to be made whose name another one of the push has, the later of two that are both to be made. */
export function findTwins(plans: readonly SetPlan[], sets: readonly LocalSet[]): Twins | undefined {
  const isMade = sets.map((_, index) => isMaking(plans[index]));
  for (const [index, made] of sets.entries()) {
    if (isMade[index] !== true) continue;
    const other = sets.find(
      (it, place) => (place < index || isMade[place] !== true) && isNamesake(it.document, made.document),
    );
    if (other !== undefined) return { made, other };
  }
  return undefined;
}

/** Why nothing is sent, and what to do. */
export function describeTwins({ made, other }: Twins): Sentence {
  const { name } = made.document;
  const shared =
    name === ""
      ? sentence`${other.file} of the same push has no name either, and says the same`
      : sentence`${other.file} of the same push has the same name, ${JSON.stringify(name)}`;
  return sentence`${made.file} is to be made, and ${shared}: if no answer came, nobody could tell which of them was made. Nothing was sent. Give one of them another name in its first line, and push again.`;
}

function isMaking(plan: SetPlan | undefined): boolean {
  return plan?.action === "create" || plan?.action === "gone";
}

/** As the list of all sets tells them apart: by name, and without one by content. */
function isNamesake(a: SetDocument, b: SetDocument): boolean {
  return a.name === b.name && (a.name !== "" || sameDocument(a, b));
}
