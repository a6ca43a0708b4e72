// The weathers of a text: the same program in other line ends, indentation and surroundings, and where its places are then.
import { applyEdits } from "../../server/src/language/text/edits.ts";
import type { FileId } from "../../server/src/language/text/place.ts";
import type { TextEdit } from "../../server/src/language/text/span.ts";

export interface Weather {
  /** `broken`: what stands beside the program is half-written, and may change what the whole of it means. */
  readonly beside: "sound" | "broken";
  readonly edits: (text: string) => readonly TextEdit[];
}

/** Each of them says the same of the program's own names. */
export const WEATHERS = {
  "line ends of Windows": sound((text) => replacing(text, /\n/g, "\r\n")),
  "line ends of old Macs": sound((text) => replacing(text, /\n/g, "\r")),
  tabs: sound((text) => replacing(text, / {2}(?<=^ +)/gm, "\t")),
  "a byte order mark": sound(() => [before("\uFEFF")]),
  "an empty line above": sound(() => [before("\n")]),
  "astral characters above": sound(() => [before("// 👩‍👧 𝒳 ☀️\n\n")]),
  "half a surrogate above": sound(() => [before("// \uD83D\n\n")]),
  "no line end at the end": sound((text) => replacing(text, /\n$/g, "")),
  "a declaration without an end above": broken(() => [before('objective {\n  prompt "👋\n  -> \n')]),
  "a declaration without an end below": broken((text) => [
    after(text, '\nobjective unfinished {\n  prompt """👋\n  -> '),
  ]),
  "words that mean nothing above": broken(() => [before('👋 -> } """ \uD83D\n\n')]),
} as const satisfies Readonly<Record<string, Weather>>;

export type WeatherName = keyof typeof WEATHERS;

function sound(edits: Weather["edits"]): Weather {
  return { beside: "sound", edits };
}

function broken(edits: Weather["edits"]): Weather {
  return { beside: "broken", edits };
}

function replacing(text: string, pattern: RegExp, newText: string): readonly TextEdit[] {
  return Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    span: { start: index, end: index + found.length },
    newText,
  }));
}

function before(newText: string): TextEdit {
  return { span: { start: 0, end: 0 }, newText };
}

function after({ length }: string, newText: string): TextEdit {
  return { span: { start: length, end: length }, newText };
}

/** A text in some weather. */
export interface Weathered {
  readonly text: string;
  /** Where a place of the text as it was is now; undefined in or behind what is no more. */
  readonly move: (offset: number) => number | undefined;
}

export function weathered(text: string, weather: Weather): Weathered {
  const edits = weather.edits(text);
  const move = (offset: number): number | undefined => {
    let moved = offset;
    for (const { span, newText } of edits) {
      if (span.start < offset && (offset < span.end || newText === "")) return undefined;
      const isBehind = span.end <= offset && !(span.start === text.length && text.length > 0);
      if (isBehind) moved += newText.length - (span.end - span.start);
    }
    return moved;
  };
  return { text: applyEdits(text, edits), move };
}

/** An answer about the file as it has to be in a weather: its offsets and spans are elsewhere. */
export function answerMoved(answer: unknown, file: FileId, move: Weathered["move"]): unknown {
  return mapped(answer, file, (offset, of) => (of === file ? (move(offset) ?? offset) : offset));
}

/** An answer without what weathers do to texts: with one kind of line ends, and without tabs. */
export function answerDried(answer: unknown): unknown {
  return mapped(answer, "", (offset) => offset);
}

/** What has no file of its own is about that in which it stands. */
function mapped(answer: unknown, file: FileId, moved: (offset: number, file: FileId) => number): unknown {
  if (typeof answer === "string") return answer.replace(/\r\n?/g, "\n").replaceAll("\t", "  ");
  if (Array.isArray(answer)) return answer.map((it) => mapped(it, file, moved));
  if (typeof answer !== "object" || answer === null) return answer;
  const own = "file" in answer && typeof answer.file === "string" ? answer.file : file;
  const entries = Object.entries(answer).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === "number" && OFFSETS.has(key) ? moved(value, own) : mapped(value, own, moved),
  ]);
  return Object.fromEntries(entries);
}

const OFFSETS: ReadonlySet<string> = new Set(["start", "end", "offset"]);
