// Pieces of a text as messages show them.

/** The first line, shortened. */
export function excerpt(text: string): string {
  const line = visible(text.split(/[\r\n]/, 1)[0] ?? "");
  return line.length > 24 ? `${line.slice(0, 23)}…` : line;
}

/** A single character that nobody could see is shown by its number. */
export function visible(text: string): string {
  if (!/^[\p{C}\p{Z}]$/u.test(text)) return text;
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
