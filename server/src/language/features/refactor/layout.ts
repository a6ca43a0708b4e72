// Edits in which what was laid out as the formatter would have it still is, and everything else is as it was.
import { editAll, startOf, unitAt, type Source } from "../../model/source.ts";
import { differences } from "../../text/differences.ts";
import { applyEdits, joinedEdits, shiftEdits } from "../../text/edits.ts";
import { covers, shift, type Span, type TextEdit } from "../../text/span.ts";
import { formatRanges } from "../format.ts";

/** The edits, laid out, and no more of each declaration than what differs afterwards. */
export function laidOutEdits(source: Source, edits: readonly TextEdit[]): readonly TextEdit[] {
  const inOrder = joinedEdits(edits);
  const after = editAll(source, inOrder);
  return touchedRuns(source, inOrder).flatMap(({ before, behind }) => {
    const old = source.text.slice(before.start, before.end);
    const raw = after.text.slice(behind.start, behind.end);
    const wanted = isLaidOut(source, old, before) ? laidOut(after, raw, behind) : raw;
    return shiftEdits(differences(old, wanted), before.start);
  });
}

/** Declarations in a row that are edited: where they stand, and what is there afterwards. */
interface Run {
  readonly before: Span;
  readonly behind: Span;
}

function touchedRuns(source: Source, edits: readonly TextEdit[]): readonly Run[] {
  const runs: Run[] = [];
  let moved = 0;
  for (const { span, newText } of edits) {
    const before = unitsAround(source, span);
    const grown = newText.length - (span.end - span.start);
    const last = runs.at(-1);
    if (last && before.start < last.before.end) {
      const end = Math.max(last.before.end, before.end);
      runs[runs.length - 1] = {
        before: { start: last.before.start, end },
        behind: { start: last.behind.start, end: end + moved + grown },
      };
    } else {
      runs.push({ before, behind: { start: before.start + moved, end: before.end + moved + grown } });
    }
    moved += grown;
  }
  return runs;
}

function unitsAround(source: Source, { start, end }: Span): Span {
  const last = unitAt(source, end);
  return {
    start: startOf(source, unitAt(source, start)),
    end: last + 1 < source.units.length ? startOf(source, last + 1) : source.length,
  };
}

function isLaidOut(source: Source, text: string, span: Span): boolean {
  return layoutEdits(source, text, span).length === 0;
}

function laidOut(source: Source, text: string, span: Span): string {
  return applyEdits(text, shiftEdits(layoutEdits(source, text, span), -span.start));
}

/** What the formatter would do to what stands there; the blanks around it are not ours, nor is a last line end. */
function layoutEdits(source: Source, text: string, span: Span): readonly TextEdit[] {
  const said = withoutBlanks(text, span);
  return formatRanges(source, [said]).filter((it) => covers(said, it.span) && it.span.start < said.end);
}

/** What stands between the blanks at both ends of a text. */
function withoutBlanks(text: string, { start }: Span): Span {
  const first = text.length - text.trimStart().length;
  return shift({ start: Math.min(first, text.trimEnd().length), end: text.trimEnd().length }, start);
}
