// Documents as others leave them: one that is known with a few things done to it, as a dashboard or a script would.
import fc from "fast-check";
import type { ObjectiveItem, SetDocument } from "../../server/src/language/compile/payload.ts";
import { anyName, anyObjective, anyProse, anyString } from "./generators.ts";

/** Something done to a document; what names an objective that is not there does nothing. */
export type Mutation = (document: SetDocument) => SetDocument;

const anyPlace = fc.nat(20);

/** Words that are put in, taken out or written anew somewhere in a text. */
const anyRewording: fc.Arbitrary<(text: string) => string> = fc.oneof(
  anyProse.map((prose) => () => prose),
  fc
    .tuple(fc.nat(200), fc.nat(8), fc.oneof(fc.constantFrom("very", " and so on", "\n", "a", ""), anyString))
    .map(([at, length, added]) => (text: string): string => {
      const start = at % (text.length + 1);
      return text.slice(0, start) + added + text.slice(start + length);
    }),
);

function changed(change: (item: ObjectiveItem) => ObjectiveItem, place: number): Mutation {
  return ({ name, objectives }) => ({
    name,
    objectives: objectives.map((item, index) => (index === place % objectives.length ? change(item) : item)),
  });
}

function anyChange<T>(
  values: fc.Arbitrary<T>,
  change: (item: ObjectiveItem, value: T) => ObjectiveItem,
): fc.Arbitrary<Mutation> {
  return fc.tuple(values, anyPlace).map(([value, place]) => changed((item) => change(item, value), place));
}

/** A list with an item put in, taken out or moved. */
function anyListChange<T>(items: fc.Arbitrary<T>): fc.Arbitrary<(list: readonly T[]) => readonly T[]> {
  return fc
    .tuple(anyPlace, anyPlace, fc.constantFrom("add", "remove", "move", "replace"), items)
    .map(([from, to, what, item]) => (list: readonly T[]): readonly T[] => {
      const [start, end] = [from % (list.length + 1), to % (list.length + 1)];
      if (what === "add") return list.toSpliced(start, 0, item);
      if (what === "remove") return list.toSpliced(start, 1);
      if (what === "replace") return list.toSpliced(start, 1, item);
      return list.toSpliced(start, 1).toSpliced(end, 0, ...list.slice(start, start + 1));
    });
}

function byTarget(entries: ObjectiveItem["conditional"]): ObjectiveItem["conditional"] {
  return entries.filter(([target], index) => entries.findIndex(([other]) => other === target) === index);
}

const anyCondition: fc.Arbitrary<readonly [string, string]> = fc.tuple(
  anyName,
  fc.oneof(anyString, fc.constant("In any other case")),
);

function renamed(place: number, wanted: string, follow: readonly ("links" | "not")[]): Mutation {
  return ({ name, objectives }) => {
    const old = objectives[place % Math.max(1, objectives.length)]?.name;
    if (old === undefined || objectives.some((item) => item.name === wanted)) return { name, objectives };
    const rename = (target: string): string => (target === old && follow[0] === "links" ? wanted : target);
    return {
      name,
      objectives: objectives.map((item) => ({
        ...item,
        name: item.name === old ? wanted : item.name,
        conditional: byTarget(item.conditional.map(([target, condition]) => [rename(target), condition])),
        required: item.required.map(rename),
      })),
    };
  };
}

const anyMutation: fc.Arbitrary<Mutation> = fc.oneof(
  anyListChange(anyObjective).map((change): Mutation => ({ name, objectives }) => ({
    name,
    objectives: change(objectives),
  })),
  anyListChange(anyObjective).map((change): Mutation => ({ name, objectives }) => ({
    name,
    objectives: change(objectives),
  })),
  fc
    .tuple(anyPlace, anyName, fc.constantFrom(["links"] as const, ["links"] as const, ["not"] as const))
    .map(([place, name, follow]) => renamed(place, name, follow)),
  anyRewording.map((reword): Mutation => ({ name, objectives }) => ({ name: reword(name), objectives })),
  anyChange(anyRewording, (item, reword) => ({ ...item, prompt: reword(item.prompt) })),
  anyChange(anyRewording, (item, reword) => ({ ...item, callback: reword(item.callback) })),
  anyChange(fc.constantFrom("auto", "manual", "by hand"), (item, confirmation) => ({
    ...item,
    confirmation,
  })),
  anyChange(fc.constantFrom("verbal", "visual", "both"), (item, modality) => ({ ...item, modality })),
  anyChange(anyListChange(anyName), (item, change) => ({ ...item, variables: change(item.variables) })),
  anyChange(anyListChange(anyName), (item, change) => ({ ...item, required: change(item.required) })),
  anyChange(anyListChange(anyCondition), (item, change) => ({
    ...item,
    conditional: byTarget(change(item.conditional)),
  })),
  anyChange(fc.tuple(anyPlace, anyRewording), (item, [place, reword]) => ({
    ...item,
    conditional: item.conditional.map(([target, condition], index) => [
      target,
      index === place % item.conditional.length ? reword(condition) : condition,
    ]),
  })),
  // A condition becomes required, or the other way around.
  anyChange(anyString, (item, condition) => ({
    ...item,
    required: item.conditional.slice(0, 1).map(([target]) => target),
    conditional: byTarget([
      ...item.conditional.slice(1),
      ...item.required.map((target) => [target, condition] as const),
    ]),
  })),
  anyString.map((callback): Mutation => ({ name, objectives }) => ({
    name,
    objectives: objectives.map((item) => ({ ...item, callback })),
  })),
);

export const anyMutations: fc.Arbitrary<readonly Mutation[]> = fc.array(anyMutation, {
  minLength: 1,
  maxLength: 4,
});
