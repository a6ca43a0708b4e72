// Texts cut to fit: wrapped at words, or with an ellipsis at the end or in the middle.
import { clustersOf, type Measure } from "./metrics.ts";

const ELLIPSIS = "…";

/** No line is longer, however narrow its letters are; what lies behind is never looked at. */
const LONGEST_LINE = 400;

export interface Frame {
  readonly width: number;
  readonly lines: number;
}

/** The text in lines of the frame's width; the last one ends in an ellipsis where there is more. */
export function wrapped(text: string, { width, lines }: Frame, measure: Measure): readonly string[] {
  const result: string[] = [];
  let rest = text.trim();
  while (rest !== "" && result.length < lines - 1) {
    const end = lineEnd(rest, width, measure);
    result.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === "" ? result : [...result, endingShort(rest, width, measure)];
}

/** The text if it fits, else as much of its beginning as does, and an ellipsis. */
export function endingShort(text: string, width: number, measure: Measure): string {
  const beginning = text.slice(0, LONGEST_LINE);
  if (beginning.length === text.length && measure(text) <= width) return text;
  const clusters = clustersOf(beginning);
  const count = countFitting(clusters, width - measure(ELLIPSIS), measure);
  return clusters.slice(0, count).join("").trimEnd() + ELLIPSIS;
}

/** The text if it fits, else its beginning and its end with an ellipsis between them: names differ at either. */
export function middleShort(text: string, width: number, measure: Measure): string {
  if (text.length <= LONGEST_LINE && measure(text) <= width) return text;
  const room = width - measure(ELLIPSIS);
  const head = clustersOf(text.slice(0, LONGEST_LINE));
  const tail = clustersOf(text.slice(-LONGEST_LINE)).toReversed();
  const headCount = countFitting(head, room * 0.6, measure);
  const headText = head.slice(0, headCount).join("");
  const tailCount = countFitting(tail, room - measure(headText), measure);
  return headText + ELLIPSIS + tail.slice(0, tailCount).toReversed().join("");
}

/** Where the first line ends: behind the last word that fits, or within a word that is longer than a line. */
function lineEnd(text: string, width: number, measure: Measure): number {
  const clusters = clustersOf(text.slice(0, LONGEST_LINE));
  const count = countFitting(clusters, width, measure);
  if (count === clusters.length) return clusters.join("").length;
  const fitting = Math.max(1, count);
  const end = lastBreak(clusters, fitting, mayBreak) ?? lastBreak(clusters, fitting, mayBreakWord) ?? fitting;
  return clusters.slice(0, end).join("").length;
}

function countFitting(clusters: readonly string[], width: number, measure: Measure): number {
  let used = 0;
  for (const [index, cluster] of clusters.entries()) {
    used += measure(cluster);
    if (used > width) return index;
  }
  return clusters.length;
}

type MayBreak = (before: string, after: string) => boolean;

function lastBreak(clusters: readonly string[], limit: number, may: MayBreak): number | undefined {
  for (let index = limit; index > 0; index -= 1) {
    if (may(clusters[index - 1] ?? "", clusters[index] ?? "")) return index;
  }
  return undefined;
}

const CLOSING = /^[\p{Pe}\p{Pf}、。，．：；？！ー々」』]/u;
const UNSPACED =
  /^[\u2e80-\u303e\u3041-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\u0e00-\u0e7f\u{20000}-\u{3fffd}]/u;

function mayBreak(before: string, after: string): boolean {
  if (before === " " || after === " ") return true;
  if (before === "-" || before === "/") return true;
  return (UNSPACED.test(before) || UNSPACED.test(after)) && !CLOSING.test(after);
}

/** Within a word that is longer than a line: identifiers and addresses have joints. */
function mayBreakWord(before: string, after: string): boolean {
  return /[_.:=&?]/.test(before) && before !== after;
}
