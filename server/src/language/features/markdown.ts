// Texts of a set as Markdown that shows just what they say, and such Markdown for those who see its signs.

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
  const line = text.replace(/[\r\n]+/g, " ");
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  // Of blanks on both sides Markdown takes one away.
  const padding = longest > 0 || line.trim() === "" || /^ [^]* $/.test(line) ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** What Markdown made here says; an author's own keeps the signs that nothing here makes. */
export function plainText(markdown: string): string {
  return markdown.replace(SIGNS, (_, escaped?: string, __?: string, code?: string) => {
    return escaped ?? code?.replace(/^ ([^]*\S[^]*) $/, "$1") ?? "";
  });
}

/** An escaped sign, code, what is strong, where a quotation begins, and where its line ends. */
const SIGNS = /\\([!-/:-@[-`{-~])|(?<!`)(`+)(?!`)([^]*?[^`])\2(?!`)|\*\*|^> ?| {2}(?=\n)/gm;

/** Blanks at the beginning would make code of a line, its first characters a list, a heading or a rule. */
function escapedLine(line: string): string {
  return line
    .trimStart()
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
