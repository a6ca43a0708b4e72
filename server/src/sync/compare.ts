// What changes from one state of a set to another, objective by objective and field by field.
import { canonicalItem, normalise } from "../language/compile/normalise.ts";
import type { ObjectiveItem, SetDocument } from "../language/compile/payload.ts";
import { BUILT_IN } from "../language/compile/payload.ts";
import { longestRise } from "../language/text/longest-rise.ts";
import { pairedByName } from "../language/text/pairs.ts";

export interface SetChange {
  readonly name: Change<string> | undefined;
  /** In the order of the new state, the removed ones last. */
  readonly objectives: readonly ObjectiveChange[];
}

export interface Change<Value> {
  readonly old: Value;
  readonly new: Value;
}

export interface ObjectiveChange {
  readonly name: string;
  /** `changed` may have moved as well; `moved` says the same as before. */
  readonly change: "added" | "removed" | "moved" | "changed" | "same";
  readonly order: "kept" | "moved";
  /** What an added or removed objective says is new or old alone. */
  readonly fields: readonly FieldChange[];
}

/** What an objective says, but for its name, which it is known by. */
export type FieldName = Exclude<keyof ObjectiveItem, "name">;

export type FieldChange = { readonly [Field in FieldName]: FieldChangeOf<Field> }[FieldName];

interface FieldChangeOf<Field extends FieldName> {
  readonly field: Field;
  readonly old: ObjectiveItem[Field];
  readonly new: ObjectiveItem[Field];
}

/** A set without anything: what a first upload starts from. */
export const EMPTY_SET: SetDocument = { name: "", objectives: [] };

/**
 * Compares two states of a set. Objectives are known by their name (of several with one name, by their order);
 * as few as possible count as moved. The order of conditions is no difference.
 */
export function compareSets(from: SetDocument, to: SetDocument): SetChange {
  const before = normalise(from);
  const after = normalise(to);
  const origins = pairedByName(after.objectives.map(nameOf), before.objectives.map(nameOf));
  const kept = longestRise(origins);
  const present = after.objectives.map((item, index) =>
    compareItem(before.objectives[origins[index] ?? -1], item, kept.has(index) ? "kept" : "moved"),
  );
  const matched = new Set(origins);
  const removed = before.objectives.filter((_, index) => !matched.has(index)).map(removal);
  return {
    name: before.name === after.name ? undefined : { old: before.name, new: after.name },
    objectives: [...present, ...removed],
  };
}

function nameOf({ name }: ObjectiveItem): string {
  return name;
}

/** The fields that an objective without anything but a name has in common with every other. */
const BLANK: ObjectiveItem = {
  name: "",
  prompt: "",
  ...BUILT_IN,
  variables: [],
  conditional: [],
  required: [],
  callback: "",
};

function compareItem(
  old: ObjectiveItem | undefined,
  item: ObjectiveItem,
  order: ObjectiveChange["order"],
): ObjectiveChange {
  const { name } = item;
  if (old === undefined) return { name, change: "added", order: "kept", fields: compareFields(BLANK, item) };
  const isSame = canonicalItem(old) === canonicalItem(item);
  if (isSame) return { name, change: order === "moved" ? "moved" : "same", order, fields: [] };
  return { name, change: "changed", order, fields: compareFields(old, item) };
}

function removal(item: ObjectiveItem): ObjectiveChange {
  return { name: item.name, change: "removed", order: "kept", fields: compareFields(item, BLANK) };
}

function compareFields(old: ObjectiveItem, item: ObjectiveItem): readonly FieldChange[] {
  const changes: readonly FieldChange[] = [
    { field: "modality", old: old.modality, new: item.modality },
    { field: "prompt", old: old.prompt, new: item.prompt },
    { field: "variables", old: old.variables, new: item.variables },
    { field: "confirmation", old: old.confirmation, new: item.confirmation },
    { field: "callback", old: old.callback, new: item.callback },
    { field: "conditional", old: old.conditional, new: item.conditional },
    { field: "required", old: old.required, new: item.required },
  ];
  return changes.filter((change) => fieldText(old, change.field) !== fieldText(item, change.field));
}

/** A text that two objectives share where they say the same in that field. */
function fieldText(item: ObjectiveItem, field: FieldName): string {
  return canonicalItem({ ...BLANK, [field]: item[field] });
}
