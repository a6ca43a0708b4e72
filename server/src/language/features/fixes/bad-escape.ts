// `bad-escape`: the param or the characters that were meant: which of the two nobody can know.
import type { Finding } from "../../diagnostics/finding.ts";
import type { Model } from "../../model/analyze.ts";
import { sentence } from "../../text/sentence.ts";
import { choice, type Fix } from "./fix.ts";
import { edit, foundIn, insertion, writtenAt, type Found } from "./found.ts";

export function badEscape(model: Model, finding: Finding): readonly Fix[] {
  const [problem = "", escape = ""] = finding.arguments;
  const found = foundIn(model, finding);
  if (!found) return [];
  if (problem === "bad-interpolation" || problem === "no-interpolation") {
    const meant = problem === "bad-interpolation" ? asParam(model, found) : asValue(model, found);
    const characters = insertion(found, found.span.start, "\\");
    return [...meant, choice(sentence`Write \\\${, the characters themselves`, characters)];
  }
  return [
    choice(sentence`Write two backslashes, for one`, insertion(found, found.span.start, "\\")),
    ...(escape.length > 1 ? [withoutBackslash(found)] : []),
  ];
}

/** `${ name }`, `${name`: blanks have no place there, and a brace has. */
function asParam({ symbols }: Model, found: Found): readonly Fix[] {
  const [written = "", name = ""] =
    /^\$\{\s*([^\s{}"]+)(?:\s*\})?/.exec(found.unit.text.slice(found.span.start)) ?? [];
  if (!symbols.params.some((it) => it.name === name)) return [];
  const span = { start: found.span.start, end: found.span.start + written.length };
  return [choice(sentence`Write \${${name}}`, edit(found, span, `\${${name}}`))];
}

/** Where no param can be used, its value can, while it says nothing that would have to be escaped. */
function asValue({ symbols }: Model, found: Found): readonly Fix[] {
  const name = writtenAt(found, found.span).slice("${".length, -"}".length);
  const value = symbols.params.find((it) => it.name === name)?.value ?? "";
  return /^[\p{L}\p{N} .,:;/?!_-]+$/u.test(value)
    ? [choice(sentence`Write its value, ${value}`, edit(found, found.span, value))]
    : [];
}

function withoutBackslash(found: Found): Fix {
  const { start } = found.span;
  return choice(sentence`Remove the backslash`, edit(found, { start, end: start + 1 }, ""));
}
