// Why two objectives cannot be one.
import { printInheritable } from "../../../compile/print-entry.ts";
import { isSuppression } from "../../../diagnostics/suppressions.ts";
import { fileIndex, type Model } from "../../../model/analyze.ts";
import { applied, defaultsByFile, type Defaults } from "../../../model/inherited.ts";
import { literal } from "../../../syntax/written.ts";
import { sentence, type Sentence } from "../../../text/sentence.ts";
import type { Sets } from "../../fixes/helped.ts";
import type { SoundObjective } from "../pieces.ts";
import { looseComments, newNotes, notesOf, type Pair } from "./pair.ts";
import { stepConflict } from "./steps-without.ts";

/** The first reason; undefined where there is none. */
export function conflictOf(sets: Sets, pair: Pair): Sentence | undefined {
  return (
    circle(pair) ??
    otherSets(sets, pair) ??
    unclear(pair) ??
    differentValues(sets, pair) ??
    differentNotes(pair) ??
    silencing(pair) ??
    stepConflict(sets, pair)
  );
}

function circle({ outer, inner }: Pair): Sentence | undefined {
  const leadsBack = inner.objective.edges.some(({ target }) => target?.text === outer.name);
  return outer.name === inner.name || leadsBack
    ? sentence`'${inner.name}' leads back to '${outer.name}': it would lead to itself.`
    : undefined;
}

function otherSets(sets: Sets, { outer, inner }: Pair): Sentence | undefined {
  const areTogether = ({ model }: Sets[0]): boolean =>
    (fileIndex(model, outer.file) === undefined) === (fileIndex(model, inner.file) === undefined);
  return sets.every(areTogether)
    ? undefined
    : sentence`The files of '${outer.name}' and '${inner.name}' are not in the same sets.`;
}

/** What is said twice, or has no meaning, would be lost. */
function unclear({ inner }: Pair): Sentence | undefined {
  const kinds = inner.objective.properties.map(({ kind }) => kind).filter((it) => it !== "meta");
  return new Set(kinds).size < kinds.length || kinds.includes("unknown")
    ? sentence`'${inner.name}' says something twice, or something that has no meaning: mend that first.`
    : undefined;
}

function differentValues(sets: Sets, { outer, inner }: Pair): Sentence | undefined {
  for (const { model } of sets) {
    const [one, other] = [valuesOf(model, outer), valuesOf(model, inner)];
    const kind = one && other && KINDS.find((it) => one[it] !== other[it]);
    if (one && other && kind)
      return sentence`The two differ: '${outer.name}' has '${printInheritable(kind, one[kind])}', '${inner.name}' has '${printInheritable(kind, other[kind])}'.`;
  }
  return undefined;
}

const KINDS = ["confirm", "modality", "callback"] as const satisfies readonly (keyof Defaults)[];

function valuesOf(model: Model, { file, objective }: SoundObjective): Defaults | undefined {
  const below = defaultsByFile(model, new Map())[fileIndex(model, file) ?? -1];
  return below && applied(objective.properties, below, new Map());
}

function differentNotes(pair: Pair): Sentence | undefined {
  const added = newNotes(pair);
  const differing = notesOf(pair.inner.objective)
    .filter((it) => !added.includes(it))
    .find(({ key, text }) =>
      notesOf(pair.outer.objective).some(
        (it) => it.key?.text === key?.text && literal(it.text) !== literal(text),
      ),
    );
  return differing && sentence`The two differ in 'meta ${differing.key?.text ?? ""}'.`;
}

function silencing(pair: Pair): Sentence | undefined {
  return looseComments(pair).some(({ text }) => isSuppression(text))
    ? sentence`A comment silences a finding in '${pair.inner.name}': it would silence another one.`
    : undefined;
}
