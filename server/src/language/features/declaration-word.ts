// The word that a declaration begins with.
import type * as ast from "../syntax/ast.ts";
import type { Span } from "../text/span.ts";
import type { DeclarationName } from "../vocabulary.ts";

/** The word as the language has it: a misspelt one is read as what was meant. */
export function declarationName({ kind }: ast.Declaration): DeclarationName {
  return kind === "header" ? "objectives" : kind;
}

/** Where the word stands. */
export function wordOf(declaration: ast.Declaration): Span {
  const { start } = declaration.span;
  return { start, end: start + declarationName(declaration).length };
}
