// `unknown-param`: the param that was meant, a new one, or the characters as they are.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import { printName } from "../../syntax/print.ts";
import { declarationsOf } from "../../model/source.ts";
import { sourceOf } from "../../model/analyze.ts";
import { inserted } from "../../text/edits.ts";
import { lineBreakOf, lineEnd } from "../../text/lines.ts";
import type { FileEdit } from "../../text/place.ts";
import { sentence } from "../../text/sentence.ts";
import { choice, type Fix } from "./fix.ts";
import { edit, foundIn, insertion, type Found } from "./found.ts";

export function unknownParam(model: Model, finding: Finding): readonly Fix[] {
  const [name = "", suggestion = ""] = finding.arguments;
  const found = foundIn(model, finding);
  if (!found) return [];
  const meant = choice(sentence`Replace '${name}' by '${suggestion}'`, edit(found, found.span, suggestion));
  return [
    ...(suggestion === "" ? [] : [meant]),
    choice(sentence`Declare the param '${name}'`, declared(model, found, name)),
    choice(
      sentence`Write \\\${${name}}, the characters themselves`,
      insertion(found, found.span.start - "${".length, "\\"),
    ),
  ];
}

/**
 * In the file that uses it, behind its params, else above what comes after the header and the includes. Without a value:
 * nobody can know that, and a set that lacks one is not uploaded.
 */
function declared(model: Model, found: Found, name: string): FileEdit {
  const { file, text } = found;
  const source = sourceOf(model, file);
  const declarations = source ? [...declarationsOf(source)] : [];
  const lineBreak = lineBreakOf(text);
  const words = `param ${printName(name)}`;
  const before = (kinds: readonly ast.Declaration["kind"][]): number | undefined => {
    const last = declarations.findLast(({ node }) => kinds.includes(node.kind));
    return last && lineEnd(text, last.offset + last.node.span.end);
  };
  const param = before(["param"]);
  if (param !== undefined) return { file, ...inserted(param, lineBreak + words) };
  const opening = before(["header", "include"]);
  if (opening !== undefined) return { file, ...inserted(opening, lineBreak + lineBreak + words) };
  return { file, ...inserted(text.startsWith("\uFEFF") ? 1 : 0, words + lineBreak + lineBreak) };
}
