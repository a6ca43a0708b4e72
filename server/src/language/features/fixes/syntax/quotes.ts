// The quotes of other languages and keyboards: what stands between two of them, and what only has one.

/** Marks that open a text, and those that close it then. */
interface Pair {
  readonly open: string;
  readonly close: string;
}

const PAIRS: readonly Pair[] = [
  { open: "[“”„‟＂]", close: "[“”‟＂]" },
  { open: "[“”„‟＂]", close: '["＂]' },
  { open: "[«»]", close: "[«»]" },
  { open: "[「『]", close: "[」』]" },
  { open: "''", close: "''" },
  { open: "[‘’‚]", close: "[‘’]" },
  { open: "'", close: "'" },
  { open: "`", close: "`" },
];

/** Any mark that stands on one side of a text, but for apostrophes. */
const MARKS = '"“”„‟＂«»「」『』';
const APOSTROPHES = "'‘’‚`";

export interface Quoted {
  /** From the mark that opens it to that which closes it. */
  readonly length: number;
  readonly inner: string;
}

/** What the words begin with between quotes of another kind; undefined where it cannot be known where these end. */
export function quotedIn(words: string): Quoted | undefined {
  for (const { open, close } of PAIRS) {
    const [whole, first = "", inner = ""] =
      new RegExp(`^(${open})(.*?)${close}(?=[,;]?(?:\\s|$))`, "u").exec(words) ?? [];
    const own = new RegExp(`${open}|${close}`, "u");
    if (whole === undefined || own.test(withoutApostrophes(inner))) continue;
    const said = first.startsWith("'") ? inner.replaceAll("\\'", "'") : inner;
    if (!said.includes("\\")) return { length: whole.length, inner: said };
  }
  return undefined;
}

/** Whether one of the marks in the words, or at either of their ends, may have been meant to be around them all. */
export function hasLooseQuote(words: string): boolean {
  const rest = words.replaceAll(
    /"[^"]*"|[“”„‟][^“”„‟]*[“”‟]|«[^«»]*»|＂[^＂]*＂|「[^」]*」|『[^』]*』/gu,
    "-",
  );
  return (
    new RegExp(`[${MARKS}]`, "u").test(rest) ||
    new RegExp(`^[${APOSTROPHES}]|[${APOSTROPHES}]$`, "u").test(rest)
  );
}

/** `the patient's`, and what is escaped as in other languages. */
function withoutApostrophes(words: string): string {
  return words.replaceAll(/\\'|(?<=\p{L})['’](?=\p{L})/gu, "");
}
