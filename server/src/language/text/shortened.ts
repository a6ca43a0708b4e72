// Texts as there is room for them beside others.

/** The text on one line, with its end left out where it has more characters than this. */
export function shortened(text: string, most: number): string {
  const characters = Array.from(text.trim().replace(/\s+/g, " "));
  return characters.length <= most ? characters.join("") : `${characters.slice(0, most - 1).join("")}…`;
}
