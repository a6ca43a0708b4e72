// `bad-escape`: the characters as they are, or without the backslash.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { choice, safe, type Fix } from "./fix.ts";
import { insertion, edit, foundIn, type Found } from "./found.ts";

export function badEscape(model: Model, finding: Finding): readonly Fix[] {
  const [problem = "", escape = ""] = finding.arguments;
  const found = foundIn(model, finding);
  if (!found) return [];
  if (problem === "bad-interpolation" || problem === "no-interpolation") {
    const meant = problem === "bad-interpolation" ? asParam(model, found) : [];
    const characters = insertion(found, found.span.start, "\\");
    const make = meant.length === 0 ? safe : choice;
    return [...meant, make("Write \\${, the characters themselves", characters)];
  }
  return [
    choice("Write two backslashes, for one", insertion(found, found.span.start, "\\")),
    ...(escape.length > 1 ? [withoutBackslash(found)] : []),
  ];
}

/** `${ name }`: blanks have no place there. */
function asParam({ symbols }: Model, found: Found): readonly Fix[] {
  const [written = "", name = ""] =
    /^\$\{\s*([^\s{}"]+)\s*\}/.exec(found.unit.text.slice(found.span.start)) ?? [];
  if (!symbols.params.some((it) => it.name === name)) return [];
  const span = { start: found.span.start, end: found.span.start + written.length };
  return [choice(`Write \${${name}}`, edit(found, span, `\${${name}}`))];
}

function withoutBackslash(found: Found): Fix {
  const { start } = found.span;
  return choice("Remove the backslash", edit(found, { start, end: start + 1 }, ""));
}
