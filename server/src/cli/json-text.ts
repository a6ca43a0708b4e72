// JSON made of pieces of JSON text, so that what a platform's document says keeps its order.
import { laidOutJson } from "../language/compile/json.ts";

/** An object of members whose values are JSON text already, laid out with two spaces. */
export function jsonTextOf(members: readonly (readonly [key: string, valueText: string])[]): string {
  const object = `{${members.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(",")}}`;
  return `${laidOutJson(object)}\n`;
}
