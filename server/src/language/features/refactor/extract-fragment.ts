// The selected objectives go to a file of their own, which theirs includes.
import { arrange, movedText } from "../../compile/pull/arrange.ts";
import {
  filesOf,
  homeIn,
  ofKind,
  spanIn,
  type DeclaredObjective,
  type PulledFile,
} from "../../compile/pull/files.ts";
import { aboveComments } from "../../compile/pull/site.ts";
import type { Model } from "../../model/analyze.ts";
import { hasHeader } from "../../model/files.ts";
import { printString } from "../../syntax/print.ts";
import { inserted } from "../../text/edits.ts";
import { lineStart } from "../../text/lines.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { covers, type Span, type TextEdit } from "../../text/span.ts";
import { behindItem } from "../fixes/lines.ts";
import { validName } from "../fixes/new-names.ts";
import { offered, refused, type Asking, type Draft, type Refactoring } from "./refactoring.ts";

/** Of a selection that holds at least one objective whole, or in the first line of one. */
export function extractFragment(asking: Asking): readonly Refactoring[] {
  const [{ model }] = asking.sets;
  const file = filesOf(model, new Map()).find(({ id }) => id === asking.selection.file);
  const objectives = file ? selected(file, asking.selection.span) : [];
  const [first, ...others] = objectives;
  if (!file || !first) return [];
  const name = nameOf(first);
  const title =
    others.length === 0
      ? sentence`Move '${name}' to a new file`
      : sentence`Move ${objectives.length} objectives to a new file`;
  const reason = unmovable(model, file, objectives, asking.selection.span);
  if (reason) return [refused(title, reason)];
  if (!asking.beside) return [refused(title, sentence`No file can be made beside this one from here.`)];
  const path = `./${freeFile(asking.beside, validName(name) || "fragment")}`;
  return [offered(title, moved(file, objectives, path))];
}

function nameOf({ node }: DeclaredObjective): string {
  return node.name?.text ?? "";
}

function selected(file: PulledFile, span: Span): readonly DeclaredObjective[] {
  if (span.start === span.end) return file.objectives.filter((it) => covers(headOf(it), span));
  const touched = file.objectives.filter((it) => overlaps(spanIn(it), span));
  return touched.some((it) => covers(span, spanIn(it))) ? touched : [];
}

/** Before its braces. */
function headOf({ node, offset }: DeclaredObjective): Span {
  const { start, end } = node.span;
  return { start: start + offset, end: (node.body?.start ?? end) + offset };
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function unmovable(
  { symbols }: Model,
  file: PulledFile,
  objectives: readonly DeclaredObjective[],
  span: Span,
): Sentence | undefined {
  const other = file.declarations.find((it) => it.node.kind !== "objective" && overlaps(spanIn(it), span));
  if (other) {
    const word = other.node.kind === "header" ? "objectives" : other.node.kind;
    return sentence`Only objectives go to a fragment this way: leave '${word}' out of the selection.`;
  }
  const broken = objectives.find(
    (it) => symbols.byName.get(nameOf(it)) !== it.index || issuesIn(file, it) > 0,
  );
  return broken && sentence`'${nameOf(broken)}' has mistakes: mend them first.`;
}

function issuesIn({ source }: PulledFile, { site }: DeclaredObjective): number {
  return source.units.find(({ text }) => text === site.text)?.issues.length ?? 0;
}

/** The name with the language's ending, numbered where such a file is there already; disks may not tell A from a. */
function freeFile(beside: ReadonlySet<string>, name: string): string {
  const taken = new Set([...beside].map((it) => it.toLowerCase()));
  let free = `${name}.objectives`;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}_${number}.objectives`;
  return free;
}

function moved(file: PulledFile, objectives: readonly DeclaredObjective[], path: string): Draft {
  const layout = { ...file, declarations: file.objectives.map(spanIn), home: homeIn(file) };
  const places = objectives.map((it) => file.objectives.indexOf(it));
  const staying = [...file.objectives.keys()].filter((place) => !places.includes(place));
  const texts = [...ownDefaults(file), ...places.map((place) => movedText(layout, place, []))];
  const edits = [includeEdit(file, objectives, path), ...arrange(layout, staying, () => [])];
  return {
    edits: edits.map((it) => ({ file: file.id, ...it })),
    keeps: "all but the order",
    newFile: { from: file.id, path, text: texts.join(file.lineEnd + file.lineEnd) + file.lineEnd },
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
function includeEdit(
  { declarations, text, lineEnd }: PulledFile,
  gone: readonly DeclaredObjective[],
  path: string,
): TextEdit {
  const include = `include ${printString(path)}`;
  const last = ofKind(declarations, "include").at(-1);
  const above = last ?? ofKind(declarations, "header").at(-1);
  if (above)
    return inserted(behindItem(text, spanIn(above).end), (last ? lineEnd : lineEnd + lineEnd) + include);
  const [first] = declarations;
  const line = aboveComments(text, lineStart(text, first ? spanIn(first).start : 0));
  const gap = declarations.length === gone.length ? "" : lineEnd;
  return inserted(line, include + lineEnd + gap);
}
