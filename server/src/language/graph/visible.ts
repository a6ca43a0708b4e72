// Texts made safe to show: nothing in them can hide, reorder its neighbours or break the XML around it.

const CONTROL_PICTURES = 0x2400;
const DELETE_PICTURE = "\u2421";
const UNSHOWABLE = "\ufffd";

const NEVER_SHOWN_AS_THEY_ARE = new RegExp(
  [
    "[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]",
    "[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", // bidirectional controls
    "[\\ufeff\\ufff9-\\ufffb\\ufffe\\uffff]",
    "\\p{Surrogate}",
    "\\p{Noncharacter_Code_Point}",
  ].join("|"),
  "gu",
);

/** More marks than any script needs would tower over the lines above. */
const TOO_MANY_MARKS = /(\p{M}{6})\p{M}+/gu;

/** The text on one line, with a stand-in for every character that has no honest look. */
export function visibleText(text: string): string {
  return text
    .replace(NEVER_SHOWN_AS_THEY_ARE, standIn)
    .replace(TOO_MANY_MARKS, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** As `visibleText`, but the lines stay apart. */
export function visibleLines(text: string): string {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(visibleText)
    .join("\n")
    .trim();
}

/** At most so many characters, with an ellipsis for the rest; no character is cut in half. */
export function clipped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, limit)
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;
}

/** Whether the text begins in a script that is written from right to left. */
export function isRightToLeft(text: string): boolean {
  return /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text);
}

function standIn(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(CONTROL_PICTURES + code);
  return code === 0x7f ? DELETE_PICTURE : UNSHOWABLE;
}
