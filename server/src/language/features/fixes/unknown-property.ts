// `unknown-property`: the word that was meant, arrows for what names the next objectives, or a note of somebody's own.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import { printName, printString } from "../../syntax/print.ts";
import { sentence } from "../../text/sentence.ts";
import { arrowsFrom } from "./arrows-from.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { edit, foundIn, propertyOf, writtenAt, type Found } from "./found.ts";

export function unknownProperty(model: Model, finding: Finding): readonly Fix[] {
  const [name = "", suggestion = ""] = finding.arguments;
  const found = foundIn(model, finding);
  const property = found && propertyOf(found);
  if (!found || property?.kind !== "unknown") return [];
  const said = writtenAt(found, { start: property.keyword.end, end: property.span.end });
  const value = said.replace(/^\s*[:=]?\s*/, "").replace(/\s*,$/, "");
  const meant = suggestion === "->" ? asArrows(found, property, value) : asWord(found, property, suggestion);
  return [...meant, ...asArrow(found, property, suggestion), ...asNote(found, property, name, value)];
}

/** Signs of other languages go with it: one behind the word, a comma behind its value. */
function asWord(found: Found, { name, keyword, span }: ast.UnknownProperty, word: string): readonly Fix[] {
  if (word === "" || word.startsWith("->")) return [];
  const behind = writtenAt(found, { start: keyword.end, end: span.end });
  const sign = /^\s*[:=][^\S\r\n]*/.exec(behind)?.[0] ?? "";
  const own = { start: keyword.start, end: keyword.end + sign.length };
  const edits = [edit(found, own, sign === "" ? word : `${word} `)];
  const comma = /\s*,$/.exec(behind)?.[0] ?? "";
  const last = { start: span.end - comma.length, end: span.end };
  return [
    safe(
      sentence`Replace '${name}' by '${word}'`,
      ...edits,
      ...(comma === "" ? [] : [edit(found, last, "")]),
    ),
  ];
}

/** `next a, b` as arrows. */
function asArrows(found: Found, { name, span }: ast.UnknownProperty, value: string): readonly Fix[] {
  const arrows = arrowsFrom(found, value);
  if (arrows === undefined) return [];
  const title = arrows.includes("->", 2)
    ? sentence`Write arrows instead of '${name}'`
    : sentence`Write an arrow instead of '${name}'`;
  return [choice(title, edit(found, span, arrows))];
}

/** The name of an objective by itself, or nearly. */
function asArrow(found: Found, { span, keyword }: ast.UnknownProperty, arrow: string): readonly Fix[] {
  if (!arrow.startsWith("-> ") || span.end !== keyword.end) return [];
  return [choice(sentence`Write an arrow, ${arrow}`, edit(found, span, arrow))];
}

function asNote(found: Found, { span }: ast.UnknownProperty, name: string, value: string): readonly Fix[] {
  if (found.declaration?.kind !== "objective" || value === "") return [];
  const text = /^"[^"\r\n]*"$/.test(value) ? value : printString(value);
  const edits = [edit(found, span, `meta ${printName(name)} ${text}`)];
  return [choice(sentence`Write a note of your own, meta ${printName(name)}`, ...edits)];
}
