// How wide texts are: an estimate from a table of glyph widths, so that a text is wrapped before anything draws it.

/** The advance widths of U+0020 to U+007E, in thousandths of the font's size. */
export type GlyphWidths = readonly number[];

export interface FontWidths {
  readonly regular: GlyphWidths;
  readonly bold: GlyphWidths;
}

export type Measure = (text: string) => number;

/** Helvetica and the fonts with its measures (Arial, Liberation Sans, Nimbus Sans), which every system has one of. */
export const helvetica: FontWidths = {
  // prettier-ignore
  regular: [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667,
    556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556,
    556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722,
    500, 500, 500, 334, 260, 334, 584,
  ],
  // prettier-ignore
  bold: [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722,
    611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556,
    611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778,
    556, 556, 500, 389, 280, 389, 584,
  ],
};

const FIRST_GLYPH = 0x20;
const EMOJI = 1300;
const WIDE = 1000;
const INDIC = 800;
const OTHER = 700;
const SPACING_MARK = 300;

/** Punctuation that prose is full of and whose width is far from the others'. */
const PUNCTUATION: Readonly<Record<string, number>> = {
  "…": 1000,
  "—": 1000,
  "–": 556,
  "‘": 278,
  "’": 278,
  "“": 500,
  "”": 500,
  "•": 400,
  "·": 333,
  "\u00a0": 278,
};

const EMOJI_CLUSTER = /\p{Emoji_Presentation}|\p{Regional_Indicator}|\ufe0f/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;
const WIDE_CHARACTER =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const INDIC_CHARACTER = /[\u0900-\u0dff\u0f00-\u109f\u1780-\u17ff]/u;

/** What measures texts of one weight at one size, in pixels. */
export function measureWith(glyphs: GlyphWidths, size: number): Measure {
  return (text) => {
    let thousandths = 0;
    for (const cluster of clustersOf(text)) thousandths += clusterWidth(cluster, glyphs);
    return (thousandths * size) / 1000;
  };
}

/** The text as its characters in a reader's sense: marks stay with their letters, and emoji are whole. */
export function clustersOf(text: string): readonly string[] {
  if (ASCII_ONLY.test(text)) return text.split("");
  return Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
}

const ASCII_ONLY = /^[\x20-\x7e]*$/;
const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });

function clusterWidth(cluster: string, glyphs: GlyphWidths): number {
  const known = glyphs[cluster.charCodeAt(0) - FIRST_GLYPH];
  if (cluster.length === 1 && known !== undefined) return known;
  if (EMOJI_CLUSTER.test(cluster)) return EMOJI;
  let width = 0;
  for (const character of cluster.normalize("NFD")) width += characterWidth(character, glyphs);
  return width;
}

function characterWidth(character: string, glyphs: GlyphWidths): number {
  const known = glyphs[character.charCodeAt(0) - FIRST_GLYPH] ?? PUNCTUATION[character];
  if (known !== undefined) return known;
  if (NO_WIDTH.test(character)) return 0;
  if (/\p{Mc}/u.test(character)) return SPACING_MARK;
  if (WIDE_CHARACTER.test(character)) return WIDE;
  return INDIC_CHARACTER.test(character) ? INDIC : OTHER;
}
