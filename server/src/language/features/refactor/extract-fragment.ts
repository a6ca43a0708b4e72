// The selected objectives go to a file of their own, which theirs includes.
import { arrange, movedText } from "../../compile/pull/arrange.ts";
import { filesOf, homeIn, ofKind, spanIn, type PulledFile } from "../../compile/pull/files.ts";
import { aboveComments } from "../../compile/pull/site.ts";
import type { Model } from "../../model/analyze.ts";
import { hasHeader } from "../../model/files.ts";
import { printString } from "../../syntax/print.ts";
import { inserted } from "../../text/edits.ts";
import { lineStart } from "../../text/lines.ts";
import type { FileId } from "../../text/place.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { covers, shift, type Span, type TextEdit } from "../../text/span.ts";
import { declarationSpotsAround, type DeclarationSpot, type ObjectiveSpot } from "../fixes/found.ts";
import { behindItem } from "../fixes/lines.ts";
import { validName } from "../fixes/new-names.ts";
import { isSound } from "./pieces.ts";
import { offered, refused, type Asking, type Draft, type Refactoring } from "./refactoring.ts";

/** Of a selection that holds at least one objective whole, or in the first line of one. */
export function extractFragment({ sets, selection, beside }: Asking): readonly Refactoring[] {
  const [{ model }] = sets;
  const spots = declarationSpotsAround(model, selection);
  const objectives = selected(spots.flatMap(asObjective), selection.span);
  const [first, ...others] = objectives;
  if (!first) return [];
  const name = nameOf(first);
  const title =
    others.length === 0
      ? sentence`Move '${name}' to a new file`
      : sentence`Move ${objectives.length} objectives to a new file`;
  const reason = unmovable(model, spots, objectives, selection.span);
  if (reason) return [refused(title, reason)];
  if (!beside) return [refused(title, sentence`No file can be made beside this one from here.`)];
  const path = `./${freeFile(beside, validName(name) || "fragment")}`;
  const starts = new Set(objectives.map((it) => shift(it.objective.span, it.start).start));
  return [offered(title, () => moved(model, selection.file, starts, path))];
}

function asObjective({ declaration: objective, ...spot }: DeclarationSpot): readonly ObjectiveSpot[] {
  return objective.kind === "objective" ? [{ ...spot, objective }] : [];
}

function nameOf({ objective }: ObjectiveSpot): string {
  return objective.name?.text ?? "";
}

function selected(spots: readonly ObjectiveSpot[], span: Span): readonly ObjectiveSpot[] {
  if (span.start === span.end) return spots.filter((it) => covers(headOf(it), span));
  const touched = spots.filter((it) => overlaps(shift(it.objective.span, it.start), span));
  return touched.some((it) => covers(span, shift(it.objective.span, it.start))) ? touched : [];
}

/** Before its braces. */
function headOf(spot: ObjectiveSpot): Span {
  const { span, body } = spot.objective;
  return shift({ start: span.start, end: body?.start ?? span.end }, spot.start);
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function unmovable(
  model: Model,
  spots: readonly DeclarationSpot[],
  objectives: readonly ObjectiveSpot[],
  span: Span,
): Sentence | undefined {
  const other = spots.find(
    (it) => it.declaration.kind !== "objective" && overlaps(shift(it.declaration.span, it.start), span),
  );
  if (other) {
    const { kind } = other.declaration;
    return sentence`Only objectives go to a fragment this way: leave '${kind === "header" ? "objectives" : kind}' out of the selection.`;
  }
  const broken = objectives.find((it) => !isSound(model, it));
  return broken && sentence`'${nameOf(broken)}' has mistakes: mend them first.`;
}

/** The name with the language's ending, numbered where such a file is there already; disks may not tell A from a. */
function freeFile(beside: ReadonlySet<string>, name: string): string {
  const taken = new Set([...beside].map((it) => it.toLowerCase()));
  let free = `${name}.objectives`;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}_${number}.objectives`;
  return free;
}

function moved(model: Model, id: FileId, starts: ReadonlySet<number>, path: string): Draft {
  const file = filesOf(model, new Map()).find((it) => it.id === id);
  if (!file) return { edits: [], keeps: "everything" };
  const layout = { ...file, declarations: file.objectives.map(spanIn), home: homeIn(file) };
  const isGone = (place: number): boolean => starts.has(layout.declarations[place]?.start ?? -1);
  const places = [...file.objectives.keys()];
  const gone = places.filter(isGone);
  const texts = [...ownDefaults(file), ...gone.map((place) => movedText(layout, place, []))];
  const left = file.declarations.length - gone.length;
  const edits = [
    includeEdit(file, left, path),
    ...arrange(
      layout,
      places.filter((it) => !isGone(it)),
      () => [],
    ),
  ];
  return {
    edits: edits.map((it) => ({ file: id, ...it })),
    keeps: "all but the order",
    newFile: { from: id, path, text: texts.join(file.lineEnd + file.lineEnd) + file.lineEnd },
  };
}

/** A set's defaults count in its fragments, those of a fragment only in itself. */
function ownDefaults({ source, declarations }: PulledFile): readonly string[] {
  if (hasHeader(source)) return [];
  return ofKind(declarations, "defaults").map(({ node, site }) =>
    site.text.slice(node.span.start, node.span.end),
  );
}

/** Behind the includes that are there, else behind the header, else before everything. */
function includeEdit({ declarations, text, lineEnd }: PulledFile, left: number, path: string): TextEdit {
  const include = `include ${printString(path)}`;
  const last = ofKind(declarations, "include").at(-1);
  const above = last ?? ofKind(declarations, "header").at(-1);
  if (above)
    return inserted(behindItem(text, spanIn(above).end), (last ? lineEnd : lineEnd + lineEnd) + include);
  const [first] = declarations;
  const line = aboveComments(text, lineStart(text, first ? spanIn(first).start : 0));
  const gap = left === 0 ? "" : lineEnd;
  return inserted(line, include + lineEnd + gap);
}
