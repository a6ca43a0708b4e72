// A text as it is written, cut into the smallest pieces that say something.
import type { ParamValues } from "../../model/params.ts";
import type * as ast from "../../syntax/ast.ts";
import { closingIndent, readString } from "../../syntax/read-text.ts";
import { NAME } from "../../syntax/tokens.ts";

/** Put together, the pieces of a text are the text, and their values its value. */
export interface Atom {
  /** As it stands in the source: a character, an escape, a param, quotes, or a line's end with the next one's indentation. */
  readonly raw: string;
  readonly value: string;
  readonly param: ast.Name | undefined;
}

/** The pieces of a string, block string or folded string, quotes included. */
export function atomsOf(raw: string, values: ParamValues): readonly Atom[] {
  if (raw.startsWith('"""')) return lineAtoms(raw, values);
  return [silent('"'), ...contentAtoms(raw.slice(1, -1), values), silent('"')];
}

/** The indentation that is taken off a block or folded string's lines. */
export function indentationOf(raw: string): string {
  return closingIndent(raw) ?? "";
}

const ATOM = new RegExp(`\\\\u\\{[^{}]*\\}|\\\\[^]|\\$\\{(${NAME.source})\\}|[^]`, "gu");

function contentAtoms(content: string, values: ParamValues): readonly Atom[] {
  return Array.from(content.matchAll(ATOM), ([raw, param]): Atom => {
    if (param !== undefined) return paramAtom(raw, param, values);
    return { raw, value: raw.startsWith("\\") ? escapedBy(raw) : raw, param: undefined };
  });
}

function paramAtom(raw: string, name: string, values: ParamValues): Atom {
  const param = { text: name, quoted: false, span: { start: 0, end: name.length } };
  return { raw, value: values.get(name) ?? raw, param };
}

function escapedBy(raw: string): string {
  return readString(`"${raw}"`, 0, [])
    .parts.filter((part) => typeof part === "string")
    .join("");
}

function silent(raw: string): Atom {
  return { raw, value: "", param: undefined };
}

function lineAtoms(raw: string, values: ParamValues): readonly Atom[] {
  const isFolded = raw.startsWith('""">');
  const indentation = indentationOf(raw);
  const [opening, ...lines] = [...raw.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)].slice(0, lineCount(raw));
  const atoms: Atom[] = [];
  let pending = opening?.[0] ?? "";
  let previous: string | undefined;
  for (const [, line = "", end = ""] of lines.slice(0, -1)) {
    const cut = line.startsWith(indentation) ? indentation.length : blanksOf(line, indentation.length);
    const content = line.slice(cut).trimEnd();
    const joint = isFolded ? foldedJoint(previous, content) : previous === undefined ? "" : "\n";
    atoms.push(
      { raw: pending + line.slice(0, cut), value: joint, param: undefined },
      ...contentAtoms(content, values),
    );
    pending = line.slice(cut + content.length) + end;
    previous = content;
  }
  return [...atoms, silent(pending + (lines.at(-1)?.[1] ?? ""))];
}

function lineCount(raw: string): number {
  return (raw.match(/\r\n|\r|\n/g)?.length ?? 0) + 1;
}

function blanksOf(line: string, most: number): number {
  return Math.min(/^[^\S\r\n]*/.exec(line)?.[0].length ?? 0, most);
}

/** What a line's end says before a line of a folded string. */
function foldedJoint(previous: string | undefined, content: string): string {
  if (content === "") return "\n";
  return previous === undefined || previous === "" ? "" : " ";
}
