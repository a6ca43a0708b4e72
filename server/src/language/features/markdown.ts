// Texts of a set as Markdown that shows just what they say.

/** Characters of a prompt that are shown where it is not the main thing. */
const LONGEST = 600;

/** A text with its lines and without any of its characters meaning anything to Markdown. */
export function proseMarkdown(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
  return cut
    .split(/\r\n|[\r\n]/)
    .map(escapedLine)
    .join("  \n");
}

/** A name or a value as code. */
export function codeMarkdown(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 || text.trim() === "" ? " " : "";
  return `${fence}${padding}${text.replace(/[\r\n]+/g, " ")}${padding}${fence}`;
}

/** Blanks at the beginning would make code of a line, its first characters a list, a heading or a rule. */
function escapedLine(line: string): string {
  return line
    .trimStart()
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
