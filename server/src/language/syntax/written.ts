// The value of a text as characters, params left out or as they are written.
import type * as ast from "./ast.ts";

/** The text's characters; params are left out. */
export function literal(text: ast.Text | undefined): string {
  let characters = "";
  for (const part of text?.parts ?? []) if (typeof part === "string") characters += part;
  return characters;
}

/** The text with its params as they are written. */
export function template(text: ast.Text | undefined): string {
  let characters = "";
  for (const part of text?.parts ?? []) characters += typeof part === "string" ? part : `\${${part.text}}`;
  return characters;
}
