// Compares the colours of a text with what is written under it: `#   ^^^^ scope`.
import { expect } from "vitest";
import type { Highlighter, Token } from "./tokenise.ts";

/**
 * Checks the scope of every marked piece of `annotated`. Source lines are indented by two columns, which are taken off;
 * a line `#   ^^^^ scope` says the innermost scope, without the language's suffix, of what stands above the carets in
 * the nearest source line: `-` where there is none, `a | b` where the carets span several pieces.
 */
export function checkScopes(highlight: Highlighter, annotated: string): void {
  const lines = annotated
    .replace(/^\n/, "")
    .replace(/\n\s*$/, "")
    .split("\n");
  const sources = lines.filter((line) => !line.startsWith("#"));
  const tokens = highlight(sources.map((line) => line.slice(2)).join("\n"));
  let row = -1;
  const actual = lines.map((line) => {
    if (line.startsWith("#")) return annotationWith(line, tokens[row] ?? []);
    row += 1;
    return line;
  });
  expect(actual.join("\n")).toBe(lines.join("\n"));
}

/** The innermost scope of a token that says something about it, without the language's suffix; `-` where none does. */
function plainScope(token: Token): string {
  const scope = token.scopes.findLast((it) => !/^meta\.(?:objective|scenario|embedded)\./.test(it));
  return scope?.replace(/\.objectives$/, "") ?? "-";
}

function annotationWith(line: string, tokens: readonly Token[]): string {
  const carets = /\^+/.exec(line)?.[0] ?? "";
  const start = line.indexOf("^") - 2;
  const end = start + carets.length;
  const scopes = tokens.filter((token) => token.start < end && start < token.end).map(plainScope);
  return `#${" ".repeat(start + 1)}${carets} ${[...new Set(scopes)].join(" | ") || "nothing"}`;
}
