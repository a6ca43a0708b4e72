// The value of a text as characters, params left out or as they are written.
import type * as ast from "./ast.ts";

/** The text's characters; params are left out. */
export function literal(text: ast.Text | undefined): string {
  return (text?.parts ?? []).filter((part) => typeof part === "string").join("");
}

/** The text with its params as they are written. */
export function template(text: ast.Text): string {
  return text.parts.map((part) => (typeof part === "string" ? part : `\${${part.text}}`)).join("");
}
