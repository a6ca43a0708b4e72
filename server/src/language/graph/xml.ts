// XML as strings: elements, attributes and the one function that makes text.
import { visibleLines } from "./visible.ts";

/** Attribute values by name; what is undefined is left out. Numbers are written with at most two decimals. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element around its content, which is XML already. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const inner = content.join("");
  const open = `<${name}${attributeList(attributes)}`;
  return inner === "" ? `${open}/>` : `${open}>${inner}</${name}>`;
}

/** A text as XML: escaped, and without a character that XML forbids. */
export function textNode(text: string): string {
  return visibleLines(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function attributeList(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${attributeValue(value)}"`))
    .join("");
}

function attributeValue(value: string | number): string {
  return typeof value === "number" ? String(Math.round(value * 100) / 100) : textNode(value);
}
