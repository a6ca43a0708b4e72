// JSON pointers (RFC 6901): what names a value in a document.

/** The pointer to a value below another. */
export function below(pointer: string, ...keys: readonly (string | number)[]): string {
  return pointer + keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The entry of the value, or else of the nearest one around it that has one; of several the last. */
export function entryAround<Entry extends { readonly pointer: string }>(
  entries: readonly Entry[],
  pointer: string,
): Entry | undefined {
  const known = new Map(entries.map((entry) => [entry.pointer, entry]));
  for (const it of outwards(pointer)) {
    const entry = known.get(it);
    if (entry) return entry;
  }
  return undefined;
}

/** The pointer itself and those of everything around it, the innermost first; the document's own is "". */
export function outwards(pointer: string): readonly string[] {
  const pointers = [pointer];
  for (const it of pointers) if (it !== "") pointers.push(it.slice(0, Math.max(0, it.lastIndexOf("/"))));
  return pointers;
}
