// Bytes as the text that they are in UTF-8, by one rule for files and for standard input.

export type Decoding = { readonly text: string } | { readonly unfit: "not text" | "zero byte" };

/** The text of all the pieces. No text of ours holds a zero byte, and every binary file soon does. */
export function decode(pieces: readonly Uint8Array[]): Decoding {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    const text = pieces.map((it) => decoder.decode(it, { stream: true })).join("") + decoder.decode();
    return text.includes("\0") ? { unfit: "zero byte" } : { text };
  } catch {
    return { unfit: "not text" };
  }
}
