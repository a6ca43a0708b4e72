// JSON made of pieces of JSON text, so that what a platform's document says keeps its order.
import { applyEdits, format } from "jsonc-parser";

/** An object of members whose values are JSON text already, laid out with two spaces. */
export function jsonTextOf(members: readonly (readonly [key: string, valueText: string])[]): string {
  const compact = `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(",")}}`;
  const layout = format(compact, undefined, { insertSpaces: true, tabSize: 2, eol: "\n" });
  return `${applyEdits(compact, layout)}\n`;
}
