// The glyph widths of the editor's font, measured once, so that the server wraps texts as they will be seen.
import type { FontWidths } from "../../server/src/language/graph/metrics.ts";

const FIRST = 0x20;
const LAST = 0x7e;
const SIZE = 100;

/** In thousandths of the font's size; null where nothing can measure. */
export function measuredFonts(document: Document): FontWidths | null {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return null;
  const family = getComputedStyle(document.body).fontFamily;
  const widths = (weight: number): readonly number[] => {
    context.font = `${weight} ${SIZE}px ${family}`;
    return glyphs().map((glyph) => Math.round((context.measureText(glyph).width * 1000) / SIZE));
  };
  return { regular: widths(400), bold: widths(600) };
}

function glyphs(): readonly string[] {
  return Array.from({ length: LAST - FIRST + 1 }, (_, index) => String.fromCharCode(FIRST + index));
}
