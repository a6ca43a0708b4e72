// Which pieces of a text as it is written still say what a new value says, params included.
import type { TextPart } from "../../syntax/ast.ts";
import type { Atom } from "./atoms.ts";

/** A piece that is kept as it is written, or characters that are new. */
export type Aligned = Atom | string;

/**
 * The new value made of as much of the old text as still fits: what both begin and end with, and between these each param
 * whose value stands where it stood, that is between the same neighbours; around it the same again.
 */
export function align(atoms: readonly Atom[], wanted: string): readonly Aligned[] {
  const { before, middle, behind, said } = commonEnds(atoms, wanted);
  const aligned: Aligned[] = [...before];
  let atom = 0;
  let place = 0;
  for (const [index, param] of middle.entries()) {
    if (param.param === undefined) continue;
    const found = placeOf(middle, index, said, place);
    if (found === undefined) continue;
    aligned.push(...between(middle.slice(atom, index), said.slice(place, found)), param);
    atom = index + 1;
    place = found + param.value.length;
  }
  return [...aligned, ...between(middle.slice(atom), said.slice(place)), ...behind];
}

/** What the aligned text says, with its params. */
export function partsOf(aligned: readonly Aligned[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  for (const piece of aligned) {
    const part = typeof piece === "string" ? piece : (piece.param ?? piece.value);
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
    else if (part !== "") parts.push(part);
  }
  return parts;
}

interface CommonEnds {
  readonly before: readonly Atom[];
  readonly middle: readonly Atom[];
  readonly behind: readonly Atom[];
  /** What the middle is to say. */
  readonly said: string;
}

function commonEnds(atoms: readonly Atom[], wanted: string): CommonEnds {
  let first = 0;
  let start = 0;
  for (let atom = atoms[first]; atom && wanted.startsWith(atom.value, start); atom = atoms[++first])
    start += atom.value.length;
  let last = atoms.length;
  let end = wanted.length;
  for (let atom = atoms[last - 1]; atom && last > first; atom = atoms[--last - 1]) {
    if (end - atom.value.length < start || !wanted.endsWith(atom.value, end)) break;
    end -= atom.value.length;
  }
  return {
    before: atoms.slice(0, first),
    middle: atoms.slice(first, last),
    behind: atoms.slice(last),
    said: wanted.slice(start, end),
  };
}

function between(atoms: readonly Atom[], wanted: string): readonly Aligned[] {
  const { before, behind, said } = commonEnds(atoms, wanted);
  return [...before, ...(said === "" ? [] : [said]), ...behind];
}

/** How many characters beside a param tell its place. */
const CONTEXT = 8;
/** A value this long is hardly there by chance. */
const TELLING = 3;

/** Where the param's value stands in the new text, from there on. */
function placeOf(atoms: readonly Atom[], index: number, said: string, from: number): number | undefined {
  const value = atoms[index]?.value ?? "";
  if (value === "") return undefined;
  const before = literalBefore(atoms, index);
  const behind = literalBehind(atoms, index);
  const places = placesOf(value, said, from);
  const isExact = (place: number): boolean =>
    (before === "" ? place === from : said.slice(from, place).endsWith(before)) ||
    (behind === "" ? place + value.length === said.length : said.startsWith(behind, place + value.length));
  const isAlike = (place: number): boolean =>
    isWord(said[place - 1]) === isWord(before.at(-1)) &&
    isWord(said[place + value.length]) === isWord(behind[0]);
  return places.find(isExact) ?? (value.length < TELLING ? undefined : places.find(isAlike));
}

function placesOf(value: string, said: string, from: number): readonly number[] {
  const places: number[] = [];
  for (let place = said.indexOf(value, from); place >= 0; place = said.indexOf(value, place + 1))
    places.push(place);
  return places;
}

function literalBefore(atoms: readonly Atom[], index: number): string {
  const param = atoms.slice(0, index).findLastIndex((atom) => atom.param !== undefined);
  return valueOf(atoms.slice(param + 1, index)).slice(-CONTEXT);
}

function literalBehind(atoms: readonly Atom[], index: number): string {
  const rest = atoms.slice(index + 1);
  const param = rest.findIndex((atom) => atom.param !== undefined);
  return valueOf(param < 0 ? rest : rest.slice(0, param)).slice(0, CONTEXT);
}

function valueOf(atoms: readonly Atom[]): string {
  return atoms.map(({ value }) => value).join("");
}

function isWord(character: string | undefined): boolean {
  return /[\p{L}\p{N}_]/u.test(character ?? "");
}
