// What an objective says becomes what all of its file say unless they say otherwise.
import type { FileEdit } from "../../text/place.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { covers } from "../../text/span.ts";
import { removal, withItsComments, writtenAt, type Spot } from "../fixes/found.ts";
import {
  asTitle,
  blocksIn,
  heirsOf,
  inheritableAt,
  saidIn,
  valueOf,
  type Heir,
  type Inheritable,
} from "./defaults/heirs.ts";
import { saidInBlock, saidInNewBlock } from "./defaults/block.ts";
import { objectiveAt } from "./pieces.ts";
import { offered, refused, type Asking, type Refactoring } from "./refactoring.ts";

/** Only where nothing that the platform is told would change: those that say nothing have that value already. */
export function moveToDefaults(asking: Asking): readonly Refactoring[] {
  const spot = objectiveAt(asking);
  const property = spot && inheritableAt(spot);
  const value = property && valueOf(property);
  if (!spot || !property || value === undefined) return [];
  const title = sentence`Make '${asTitle(spot, property)}' the default of this file`;
  const heirs = heirsOf(asking.sets, spot.file, property.kind);
  const reason = changing(heirs, value) ?? unclear(asking, heirs, spot, property);
  if (reason) return [refused(title, reason)];
  const saying = heirs.filter((it) => it.home === "here" && it.value === value);
  return [offered(title, () => ({ edits: moved(asking, spot, property, saying), keeps: "everything" }))];
}

/** Why a default would change what is said already; undefined where it would not. */
function changing(heirs: readonly Heir[], value: string): Sentence | undefined {
  const other = heirs.find((it) => it.own.length === 0 && it.value !== value);
  return other && sentence`'${nameOf(other)}' says nothing of it, and would change.`;
}

function unclear(
  { sets }: Asking,
  heirs: readonly Heir[],
  spot: Spot,
  { kind }: Inheritable,
): Sentence | undefined {
  const [{ model }] = sets;
  const blocks = blocksIn(model, spot.file);
  if (
    blocks.length > 1 ||
    blocks.some(({ block, unit }) => unit.issues.length > 0 || saidIn(block.properties, kind).length > 1)
  )
    return sentence`The defaults of this file have mistakes: mend them first.`;
  const broken = heirs.find((it) => it.home === "here" && (it.own.length > 1 || it.unit.issues.length > 0));
  return broken && sentence`'${nameOf(broken)}' has mistakes: mend them first.`;
}

function nameOf({ objective }: Heir): string {
  return objective.name?.text ?? "";
}

function moved(
  { sets }: Asking,
  spot: Spot,
  property: Inheritable,
  heirs: readonly Heir[],
): readonly FileEdit[] {
  const gone = eachPlace(heirs).flatMap((heir) =>
    heir.own.map(({ span }) => ({ heir, own: span, span: withItsComments(heir, span) })),
  );
  const comments = gone.flatMap(({ heir, own, span }) => {
    const isChosen = heir.start === spot.start && own.start === property.span.start;
    return heir.unit.comments
      .filter((it) => covers(span, it.span) && !(isChosen && covers(own, it.span)))
      .map(({ text }) => text.trimEnd());
  });
  const lines = [...new Set(comments), writtenAt(spot, property.span)];
  const [block] = blocksIn(sets[0].model, spot.file);
  return [
    ...gone.map(({ heir, span }) => removal(heir, span)),
    ...(block ? saidInBlock(block, property.kind, lines) : saidInNewBlock(sets[0].model, spot.file, lines)),
  ];
}

/** The objectives of a file that several sets share, each once. */
function eachPlace(heirs: readonly Heir[]): readonly Heir[] {
  return [...new Map(heirs.map((it) => [it.start + it.objective.span.start, it])).values()];
}
