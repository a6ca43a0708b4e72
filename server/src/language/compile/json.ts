// JSON values whose members keep their order and their names, and their text.

export type Json = string | boolean | readonly Json[] | JsonObject;

/** A JavaScript object would move "10" to the front and lose "__proto__"; a list of members does neither. */
export interface JsonObject {
  readonly members: readonly JsonMember[];
}

export type JsonMember = readonly [key: string, value: Json];

/** Two-space JSON without a final newline. Lone surrogates are written as escapes, so the text is always valid UTF-8. */
export function indentedJson(value: Json): string {
  return indentedAt(value, "\n");
}

/** JSON on one line, without blanks. */
export function compactJson(value: Json): string {
  if (typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(compactJson).join(",")}]`;
  return `{${value.members.map(([key, member]) => `${JSON.stringify(key)}:${compactJson(member)}`).join(",")}}`;
}

/** JSON text in the layout of `indentedJson`; its words stay: keys keep their order, and numbers their digits. */
export function laidOutJson(text: string): string {
  const parts: string[] = [];
  let lineEnd = "\n";
  let before = "";
  for (const [token] of text.matchAll(TOKEN)) {
    const isClosing = token === "}" || token === "]";
    if (isClosing) lineEnd = lineEnd.slice(0, -INDENT.length);
    const isOpen = before === "{" || before === "[";
    if (before === "," || isOpen !== isClosing) parts.push(lineEnd);
    parts.push(token === ":" ? ": " : token);
    if (token === "{" || token === "[") lineEnd += INDENT;
    before = token;
  }
  return parts.join("");
}

const INDENT = "  ";

/** A string, a sign, or a word such as `true` or a number. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

function indentedAt(value: Json, lineEnd: string): string {
  if (typeof value !== "object") return JSON.stringify(value);
  const inner = lineEnd + INDENT;
  if (isList(value))
    return enclosed(
      "[",
      value.map((item) => indentedAt(item, inner)),
      "]",
      lineEnd,
    );
  const members = value.members.map(
    ([key, member]) => `${JSON.stringify(key)}: ${indentedAt(member, inner)}`,
  );
  return enclosed("{", members, "}", lineEnd);
}

function enclosed(open: string, items: readonly string[], close: string, lineEnd: string): string {
  if (items.length === 0) return open + close;
  const inner = lineEnd + INDENT;
  return open + inner + items.join(`,${inner}`) + lineEnd + close;
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return !("members" in value);
}
