// Arrows for what names the next objectives in another form: a list, or a map as the platform's JSON has it.
import { isName, printName } from "../../syntax/print.ts";
import type { Found } from "./found.ts";
import { gapBehind } from "./lines.ts";

/** The arrows, on lines of their own where what they replace has one; undefined where it is something else. */
export function arrowsFrom({ text, start, span }: Found, value: string): string | undefined {
  const ways = waysIn(value);
  return ways.length === 0
    ? undefined
    : ways.map((it) => `-> ${it}`).join(gapBehind(text, start + span.start));
}

/** What stands behind the arrows; none where the value is something else. */
function waysIn(value: string): readonly string[] {
  const [, map] = /^\{([^]*)\}$/.exec(value) ?? [];
  if (map !== undefined) return CONDITIONS.test(map) ? [...map.matchAll(CONDITION)].map(wayIf) : [];
  const targets = value
    .replace(/^\[([^]*)\]$/, "$1")
    .split(",")
    .map((it) => it.trim());
  const isNames = targets.every((it) => isName(it) || /^"[^"\\]+"$/.test(it));
  return isNames ? targets.map((it) => printName(it.replace(/^"|"$/g, ""))) : [];
}

const CONDITION = /"([^"\\\r\n]+)"\s*:\s*("[^"\\$\r\n]*")/g;
const CONDITIONS = new RegExp(`^(?:\\s*${CONDITION.source}\\s*,?)+\\s*$`);

function wayIf([, target = "", condition = ""]: RegExpExecArray): string {
  return `${printName(target)} when ${condition}`;
}
