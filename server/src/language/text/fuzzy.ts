// How well a name fits the letters that somebody has typed of it.

/** The items whose names have the letters in their order, the best first; of equals the shorter one, and then as they come. */
export function fitting<Item extends { readonly name: string }>(
  query: string,
  items: Iterable<Item>,
): readonly Item[] {
  const wanted = query.toLowerCase();
  const found: { readonly item: Item; readonly rank: number }[] = [];
  for (const item of items) {
    const rank = rankOf(wanted, item.name);
    if (rank < NO_FIT) found.push({ item, rank });
  }
  found.sort((one, other) => one.rank - other.rank || one.item.name.length - other.item.name.length);
  return found.map(({ item }) => item);
}

/** The less the better. */
function rankOf(wanted: string, name: string): number {
  const text = name.toLowerCase();
  const place = text.indexOf(wanted);
  if (place < 0) return hasInOrder(wanted, text) ? 4 : NO_FIT;
  if (place > 0) return beginsWord(name, place) ? 2 : 3;
  return text.length === wanted.length ? 0 : 1;
}

const NO_FIT = 5;

function hasInOrder(wanted: string, text: string): boolean {
  let from = 0;
  for (const letter of wanted) {
    const place = text.indexOf(letter, from);
    if (place < 0) return false;
    from = place + letter.length;
  }
  return true;
}

/** Behind what is no letter or digit, or where a capital begins. */
function beginsWord(name: string, place: number): boolean {
  return /[^\p{L}\p{M}\p{N}]$/u.test(name.slice(0, place)) || /^\p{Lu}/u.test(name.slice(place));
}
