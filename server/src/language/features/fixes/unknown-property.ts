// `unknown-property`: the word that was meant, arrows for what names the next objectives, or a note of somebody's own.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import { isName, printName, printString } from "../../syntax/print.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { edit, foundIn, propertyAt, writtenAt, type Found } from "./found.ts";
import { gapBehind } from "./lines.ts";

export function unknownProperty(model: Model, finding: Finding): readonly Fix[] {
  const [name = "", suggestion = ""] = finding.arguments;
  const found = foundIn(model, finding);
  const property = found && propertyAt(found);
  if (!found || property?.kind !== "unknown") return [];
  const said = writtenAt(found, { start: property.keyword.end, end: property.span.end });
  const value = said.replace(/^\s*[:=]?\s*/, "");
  const meant = suggestion === "->" ? asArrows(found, property, value) : asWord(found, property, suggestion);
  return [...meant, ...asNote(found, property, name, value)];
}

/** A sign behind the word, as other languages write it, goes with it. */
function asWord(found: Found, { name, keyword, span }: ast.UnknownProperty, word: string): readonly Fix[] {
  if (word === "") return [];
  const behind = writtenAt(found, { start: keyword.end, end: span.end });
  const sign = /^\s*[:=][^\S\r\n]*/.exec(behind)?.[0] ?? "";
  const edits = [
    edit(found, { start: keyword.start, end: keyword.end + sign.length }, sign === "" ? word : `${word} `),
  ];
  return [safe(`Replace '${name}' by '${word}'`, ...edits)];
}

/** `next a, b` as arrows on lines of their own; so is what the platform's JSON has there. */
function asArrows(found: Found, { name, span }: ast.UnknownProperty, value: string): readonly Fix[] {
  const ways = waysIn(value);
  if (ways.length === 0) return [];
  const between = gapBehind(found.text, found.start + span.start);
  const title = `Write ${ways.length === 1 ? "an arrow" : "arrows"} instead of '${name}'`;
  return [choice(title, edit(found, span, ways.map((it) => `-> ${it}`).join(between)))];
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

function asNote(found: Found, { span }: ast.UnknownProperty, name: string, value: string): readonly Fix[] {
  if (found.declaration?.kind !== "objective" || value === "") return [];
  const text = /^"[^"\r\n]*"$/.test(value) ? value : printString(value);
  const edits = [edit(found, span, `meta ${printName(name)} ${text}`)];
  return [choice(`Write a note of your own, meta ${printName(name)}`, ...edits)];
}
