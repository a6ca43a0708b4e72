// An entry of the platform's JSON where a property or arrows should stand.
import { propertyFor } from "../../../diagnostics/meant-property.ts";
import { printNames } from "../../../syntax/print.ts";
import { isPropertyName, properties } from "../../../vocabulary.ts";
import { arrowsFrom } from "../arrows-from.ts";
import { choice, safe, type Fix } from "../fix.ts";
import { edit, writtenAt, type Found } from "../found.ts";
import { sentence } from "../../../text/sentence.ts";
import type { Broken } from "./mend.ts";

/** A text needs no thinking; what is a list or a map there may have been meant to say more. */
export function quotedKeyword({ found }: Broken): readonly Fix[] {
  const [, key = "", value = ""] = ENTRY.exec(writtenAt(found, found.span)) ?? [];
  const word = propertyFor(key);
  if (word === "->") return asArrows(found, value);
  if (!isPropertyName(word)) return [];
  const said = properties[word].value === "names" ? listOf(word, value) : wordAnd(word, value);
  const make = /^"/.test(value) ? safe : choice;
  return said === undefined
    ? []
    : [make(sentence`Write '${word}' without quotes`, edit(found, found.span, said))];
}

const ENTRY = /^"([^"\\]*)"\s*:\s*([^]*?)\s*,?\s*$/;

function wordAnd(word: string, value: string): string | undefined {
  const [, choice] = /^"([a-z]+)"$/.exec(value) ?? [];
  if (word === "confirm" || word === "modality") return choice && `${word} ${choice}`;
  return /^"(?:[^"\\$\r\n]|\\["\\ntr])*"$/.test(value) ? `${word} ${value}` : undefined;
}

function listOf(word: string, value: string): string | undefined {
  if (!/^\[\s*(?:"\w+"\s*,?\s*)+\]$/.test(value)) return undefined;
  return printNames(word, value.match(/\w+/g) ?? []);
}

function asArrows(found: Found, value: string): readonly Fix[] {
  const arrows = arrowsFrom(found, value);
  return arrows === undefined
    ? []
    : [choice(sentence`Write an arrow for each`, edit(found, found.span, arrows))];
}
