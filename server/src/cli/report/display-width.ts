// How many columns a text takes on a terminal.

/** Columns of a text without tabs: wide characters take two, marks and joiners none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)) {
    width += segmentWidth(segment);
  }
  return width;
}

/** A character whose width terminals agree on, for each that has none of its own or could steer the terminal. */
export function safeForTerminal(text: string): string {
  return text.replaceAll(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 ? String.fromCodePoint(CONTROL_PICTURES + code) : "\ufffd";
  });
}

const CONTROL_PICTURES = 0x2400;

/** Controls but the tab, bidirectional controls, separators of lines, lone surrogates. */
const UNSAFE = new RegExp(
  "[\\0-\\x08\\x0a-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]|\\p{Surrogate}",
  "gu",
);

/** East Asian wide and full-width blocks (Unicode Standard Annex 11) and whatever is shown as a picture. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

const NO_WIDTH = /^[\p{M}\p{Cf}\p{Cc}]+$/u;

function segmentWidth(segment: string): number {
  if (NO_WIDTH.test(segment)) return 0;
  return WIDE.test(segment) || segment.includes("\ufe0f") ? 2 : 1;
}
