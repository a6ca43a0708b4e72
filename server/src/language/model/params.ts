// The values of params, and texts with the values put in.
import type * as ast from "../syntax/ast.ts";
import type { Symbols } from "./symbols.ts";

/** Values by name: those that a target or a command line gives, before those of the file. */
export type ParamValues = ReadonlyMap<string, string>;

/** What each param of the set says: the given value, else its own; a param without either is absent. */
export function paramValues({ params }: Symbols, given: ParamValues): ParamValues {
  const values = new Map<string, string>();
  for (const { name, value } of params) {
    const known = given.get(name) ?? value;
    if (known !== undefined && !values.has(name)) values.set(name, known);
  }
  return values;
}

/** The text with its params' values put in as they are; one without a value stays as it is written. */
export function interpolate(text: ast.Text | undefined, values: ParamValues): string {
  return (text?.parts ?? [])
    .map((part) => (typeof part === "string" ? part : valueOf(part, values)))
    .join("");
}

/** As `interpolate`, for a text in the form `mentions.template` gives it. */
export function fillTemplate(template: string, values: ParamValues): string {
  return template.replace(/\$\{([^}]*)\}/g, (whole, name: string) => values.get(name) ?? whole);
}

function valueOf({ text }: ast.Name, values: ParamValues): string {
  return values.get(text) ?? `\${${text}}`;
}
