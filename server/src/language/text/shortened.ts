// Texts as there is room for them beside others.

/** The text on one line, with its end left out where it has more characters than this. */
export function shortened(text: string, most: number): string {
  const line = text.trim().replace(/\s+/g, " ");
  const characters = Array.from(line.slice(0, 2 * most + 1)); // each has one or two units
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("")}…`;
}
