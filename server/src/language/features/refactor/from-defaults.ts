// What a default says for the objectives of its file they say themselves from now on.
import { addedProperty } from "../../compile/pull/properties.ts";
import { removedAlone } from "../../compile/pull/site.ts";
import type { FileEdit } from "../../text/place.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { edit, foundIn, removal, withItsComments, writtenAt } from "../fixes/found.ts";
import {
  asTitle,
  blocksIn,
  heirsOf,
  inheritableAt,
  saidIn,
  valueOf,
  valuesIn,
  type DefaultsSpot,
  type Heir,
  type Inheritable,
  type Kind,
} from "./defaults/heirs.ts";
import type { Sets } from "../fixes/helped.ts";
import { eachOnce, siteOf } from "./pieces.ts";
import { offered, refused, type Asking, type Draft, type Refactoring } from "./refactoring.ts";

export function inlineDefault({ sets, selection }: Asking): readonly Refactoring[] {
  const [{ model }] = sets;
  const found = foundIn(model, selection);
  const block = found?.declaration?.kind === "defaults" ? found.declaration : undefined;
  const property = found && block && inheritableAt(found);
  const value = property && valueOf(property);
  if (!found || !block || !property || value === undefined) return [];
  const spot = { ...found, block };
  const title = sentence`Write '${asTitle(found, property)}' into the objectives`;
  const heirs = heirsOf(sets, found.file, property.kind).filter(({ own }) => own.length === 0);
  const reason =
    unclear(spot, property, blocksIn(model, found.file)) ?? unfit(sets, heirs, property.kind, value);
  if (reason) return [refused(title, reason)];
  const draft = (): Draft => ({
    edits: eachOnce([...without(spot, property), ...heirs.map((it) => withOwn(spot, property, it))]),
    keeps: "everything",
  });
  return [offered(title, draft)];
}

function unclear(
  { unit, block }: DefaultsSpot,
  { kind }: Inheritable,
  blocks: readonly DefaultsSpot[],
): Sentence | undefined {
  const isClear =
    unit.issues.length === 0 && blocks.length === 1 && saidIn(block.properties, kind).length === 1;
  return isClear ? undefined : sentence`The defaults of this file have mistakes: mend them first.`;
}

function unfit(sets: Sets, heirs: readonly Heir[], kind: Kind, value: string): Sentence | undefined {
  const broken = heirs.find(({ unit }) => unit.issues.length > 0);
  if (broken) return sentence`'${broken.objective.name?.text ?? ""}' has mistakes: mend them first.`;
  const files = new Set(heirs.map(({ file }) => file));
  const other = valuesIn(sets, files, kind).find((it) => it.own.length === 0 && it.value !== value);
  return other && sentence`'${other.objective.name?.text ?? ""}' has another value in another set.`;
}

function withOwn(spot: DefaultsSpot, property: Inheritable, heir: Heir): FileEdit {
  const newcomer = { kind: "entry", text: writtenAt(spot, property.span) } as const;
  const it = addedProperty(siteOf(heir, heir.objective), heir.objective, property.kind, newcomer);
  return edit(heir, it.span, it.newText);
}

/** A block that says nothing more goes as a whole, unless somebody left comments in it or above it. */
function without(spot: DefaultsSpot, property: Inheritable): readonly FileEdit[] {
  const { block, unit } = spot;
  const whole = withItsComments(spot, block.span);
  const isBare = !unit.comments.some(({ span }) => whole.start <= span.start && span.end <= whole.end);
  if (block.properties.length === 1 && isBare) return [removal(spot, whole)];
  const gone = removedAlone(siteOf(spot, block), property.span);
  return [edit(spot, gone.span, gone.newText)];
}
