// Texts with comments in many places, no two of them alike, and what each comment stands at.
import { expect } from "vitest";
import { ForeignComment, tokenize, UnclosedString } from "../../server/src/language/syntax/tokens.ts";
import { applyEdits, inserted } from "../../server/src/language/text/edits.ts";
import { indentationAt, lineBreakOf, lineStart } from "../../server/src/language/text/lines.ts";
import type { FileEdit, FileId } from "../../server/src/language/text/place.ts";
import type { TextEdit } from "../../server/src/language/text/span.ts";
import { edited, editedText } from "./edited.ts";

/** What becomes of the place before a token; elsewhere nothing does. */
const ABOVE = 0;
const BEHIND = 1;
const WITHIN = 2;

/** The text with a comment before some of its tokens, as the numbers say: above a line, behind one, or within. */
export function commented(text: string, choices: readonly number[]): string {
  const { tokens } = tokenize(text);
  const lineBreak = lineBreakOf(text);
  const edits = tokens.flatMap((token, index) => {
    const { startOffset: at, line } = token;
    const before = tokens[index - 1];
    const canTrail = before && before.tokenType !== UnclosedString && before.tokenType !== ForeignComment;
    const note = `${index % 3 === 0 ? "///" : "//"} note n${index}x`;
    const newLine = lineBreak + indentationAt(text, at);
    const choice = choices[index % choices.length];
    if (choice === ABOVE && line === "next") return [inserted(at, note + newLine)];
    if (choice === BEHIND && line === "next" && canTrail)
      return [inserted(before.startOffset + before.image.length, ` ${note}`)];
    if (choice === WITHIN && line === "same" && canTrail) return [inserted(at, ` ${note}${newLine}  `)];
    return [];
  });
  return applyEdits(text, edits);
}

/** Holds that every such comment stands where it stood after the edits. */
export function expectCommentsKept(files: ReadonlyMap<FileId, string>, edits: readonly FileEdit[]): void {
  const after = new Map([...edited(files, edits).values()].flatMap(standingIn));
  for (const [file, text] of files) {
    const own = edits.filter((it) => it.file === file);
    for (const [comment, before] of standingIn(text)) {
      if (!NOTE.test(comment)) continue;
      expect([...after.keys()]).toContain(comment);
      // What moves as a whole has its comments with it.
      const isMoved = own.some(({ span }) => span.start <= before.at && before.at < span.end);
      if (!isMoved) expectSamePlace(text, own, comment, before, after.get(comment));
    }
  }
}

/** Comments that no other is like; an address without quotes may look like one. */
const NOTE = /^\/\/\/? note n\d+x$/;

/** Behind the same word, or at the same line; a line that is put in before the end of another cuts it in two. */
function expectSamePlace(
  text: string,
  edits: readonly TextEdit[],
  comment: string,
  { behind, subject }: Standing,
  after: Standing | undefined,
): void {
  // What becomes a comment is none to stand at.
  if (!subject || FOREIGN.test(subject.word)) return;
  if (behind && after?.behind?.at === placeAfter(text, edits, behind.at)) return;
  const place = placeAfter(text, edits, subject.at);
  if (place === undefined) expect([comment, after?.subject?.word]).toEqual([comment, subject.word]);
  else expect([comment, after?.subject?.at]).toEqual([comment, place]);
}

const FOREIGN = /^(?:#|\/\*)/;

interface Standing {
  readonly at: number;
  /** The word before it on its line. */
  readonly behind: Word | undefined;
  /** The word that begins the line that it is about: its own, else the first directly below that is no comment. */
  readonly subject: Word | undefined;
}

interface Word {
  readonly at: number;
  readonly word: string;
}

function standingIn(text: string): readonly (readonly [comment: string, standing: Standing])[] {
  const { tokens, comments } = tokenize(text);
  const words = tokens.map(({ startOffset, image }): Word => ({ at: startOffset, word: image }));
  return comments.map(({ image, startOffset: at }) => {
    const first = lineStart(text, at);
    const blanks = BELOW.exec(text.slice(first))?.[0] ?? "";
    const behind = words.findLast((it) => first <= it.at && it.at < at);
    return [image, { at, behind, subject: words.find((it) => it.at === first + blanks.length) }];
  });
}

const BELOW = /^[^\S\r\n]*(?:\/\/[^\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*)*/;

/** Where the place is after the edits; undefined where one of them takes it away. */
function placeAfter(text: string, edits: readonly TextEdit[], place: number): number | undefined {
  const marked = editedText(
    text.slice(0, place) + MARK + text.slice(place),
    edits.map(({ span: { start, end }, newText }) => {
      const moved = (at: number): number => (at > place ? at + 1 : at);
      return {
        span: { start: start >= place ? start + 1 : start, end: start >= place ? end + 1 : moved(end) },
        newText,
      };
    }),
  );
  const found = marked.indexOf(MARK);
  return found < 0 ? undefined : found;
}

const MARK = "\uE000";
