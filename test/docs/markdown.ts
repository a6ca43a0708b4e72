// Markdown pages as tests read them: fences, prose between them, and tables whose cells are code.

export type Piece =
  | { readonly kind: "prose"; readonly text: string }
  | { readonly kind: "fence"; readonly info: string; readonly body: string };

export type Fence = Extract<Piece, { readonly kind: "fence" }>;

/** The page in its order; put together again by `pageOf` it is the page itself. */
export function piecesOf(page: string): readonly Piece[] {
  const parts = page.split(/^```(.*)\n([^]*?)^```$/m);
  return parts.flatMap((part, index): Piece[] => {
    if (index % 3 === 0) return [{ kind: "prose", text: part }];
    return index % 3 === 1 ? [{ kind: "fence", info: part, body: parts[index + 1] ?? "" }] : [];
  });
}

export function pageOf(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.kind === "prose" ? piece.text : `\`\`\`${piece.info}\n${piece.body}\`\`\``))
    .join("");
}

/** Text as a sentence that Markdown leaves alone. */
export function plain(text: string): string {
  return text.replace(/[\\*<|$`[\]]|(?<!\w)_|_(?!\w)/g, "\\$&");
}

/** Text as code in a line: line ends and tabs become signs, and the text's own backticks survive. */
export function inlineCode(text: string): string {
  const marked = text.replace(/\r/g, "␍").replace(/\n/g, "⏎").replaceAll("\t", "⇥").replaceAll("|", "\\|");
  if (!marked.includes("`")) return `\`${marked}\``;
  return `\`\` ${marked} \`\``;
}

/** The text that stands as code in a cell. */
export function textOfCode(cell: string): string {
  const code = /^`` ([^]*) ``$/.exec(cell)?.[1] ?? /^`([^]*)`$/.exec(cell)?.[1] ?? "";
  return code.replaceAll("\\|", "|").replaceAll("␍", "\r").replaceAll("⏎", "\n").replaceAll("⇥", "\t");
}

/** The cells of a table's row. */
export function cellsOf(row: string): readonly string[] {
  return row
    .replace(/^\| | \|$/g, "")
    .split(/(?<!\\) \| /)
    .map((cell) => cell.trim());
}
