// Any program text a person might have written: every declaration, every form of string, comments and line breaks anywhere.
import fc from "fast-check";
import { parseUnit } from "../../server/src/language/syntax/grammar.ts";

const PLAIN_NAMES = ["greet", "wrap_up", "new-patient", "2nd_visit", "naïve", "auto", "end", "attempts"];
const QUOTED_NAMES = [
  '"greet"',
  '"wrap_up"',
  '"a b"',
  '"prompt"',
  '"end"',
  '"weird.\\"name\\"!"',
  '"costs \\${x}"',
  '"\\u{200B}"',
  '""',
];

const WORDS = [
  ...[
    "Ask",
    "the",
    "patient,",
    "politely.",
    "supercalifragilistic".repeat(3),
    "日本語",
    "\u{1f600}",
    "-",
    "a->b",
    "{",
    "}",
    "//",
    "///",
  ],
  ...[
    "\\n",
    "\\t",
    "\\\\",
    "\\$",
    "\\${x}",
    "\\u{20}",
    "\\u{1F600}",
    "${hooks}",
    "$5",
    "$",
    '\\"',
    " ",
    "  ",
  ],
];

/** Words that only lines of a block may have as they are. */
const LINE_WORDS = [...WORDS, '"', '""', 'say "hi"', "objective a {", '\\"""'];

/** What may stand between two tokens. */
const GAPS = [" ", " ", " ", "  ", "\t", "\n", "\n  ", "\n  ", "\n\n    ", "\r\n  ", "\r "];
const COMMENT_GAPS = [
  " // trails\n  ",
  " // a\n  // b\n",
  "\n  // stands alone\n  ",
  "\n\n  /// three  \n\n  ",
  " //\n ",
  "\t// tabbed\t\n",
  "\n  // free\n\n  ",
  " // objectives-disable-next-line duplicate-variable\n  ",
  "\n  // objectives-disable-next-line bad-name unknown-objective\n  ",
  "\n  // objectives-disable-next-line missing-prompt unknown-objective\n  // why\n  ",
  "\n  // objectives-disable-next-line unknown-value\n\n  ",
];

/** What may stand between two declarations. */
const BREAKS = [
  "\n",
  "\n",
  "\n\n",
  "\n\n\n",
  "\r\n",
  "\r",
  " // behind\n",
  "\n// above\n",
  "\n\n// free\n\n",
  "\n/// Says *what*.  \n// and more\n",
  "\n//\n\n//\n",
  " ",
  "  \n  ",
  " /// behind\n",
  " /// behind\n  ",
  "\n  /// indented\n",
  "\n  /// indented\n  ",
  " // objectives-disable-next-line missing-prompt\n",
  " // objectives-disable-next-line missing-prompt bad-name\n  ",
  "\n// objectives-disable-next-line missing-prompt\n",
  "\n  // objectives-disable-next-line missing-prompt\n",
  "\n\n// objectives-disable-next-line missing-prompt\n\n",
];

const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PLAIN_NAMES) },
  { weight: 2, arbitrary: fc.constantFrom(...QUOTED_NAMES) },
);

const line = fc.array(fc.constantFrom(...LINE_WORDS), { maxLength: 30 }).map((words) => words.join(" "));

/** Without params: a name's, a path's or a value's text. */
const literal = stringOf(WORDS.filter((word) => word !== "${hooks}"));
const plainString = stringOf(WORDS);

function stringOf(words: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((it) => `"${it.join(" ")}"`);
}

const linesString = fc
  .record({
    opening: fc.constantFrom('"""', '""">', '""">', '"""> ', '"""\t'),
    indentation: fc.constantFrom(" ", "  ", "    ", "\t", "\t  "),
    lineEnd: fc.constantFrom("\n", "\n", "\n", "\r\n", "\r"),
    lines: fc.array(
      fc.record({
        extra: fc.constantFrom("", "", "", "  ", "\t"),
        text: line,
        trail: fc.constantFrom("", "", " ", "\t "),
      }),
      { maxLength: 5 },
    ),
  })
  .map(({ opening, indentation, lineEnd, lines }) => {
    const content = lines.map(({ extra, text, trail }) => contentLine(indentation + extra, text, trail));
    return [opening, ...content, `${indentation}"""`].join(lineEnd);
  });

/** Blank, or text that does not close the string. */
function contentLine(indentation: string, text: string, trail: string): string {
  return text.trim() === "" ? trail : indentation + text.replace(/^(\s*)"""/, '$1\\"""') + trail;
}

const text = fc.oneof({ weight: 2, arbitrary: plainString }, linesString);

function tokens(...parts: readonly (string | fc.Arbitrary<string>)[]): fc.Arbitrary<readonly string[]> {
  return fc.tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)));
}

const names = fc
  .array(name, { minLength: 1, maxLength: 14 })
  .map((list) => list.flatMap((it) => [",", it]).slice(1));

const confirm = tokens("confirm", fc.constantFrom("auto", "manual", '"manual"', "automatic", '"automatic"'));
const modality = tokens("modality", fc.constantFrom("verbal", "visual", '"visual"', '"both"'));
const callback = tokens("callback", text);

const property = fc.oneof(
  tokens("prompt", text),
  names.map((list) => ["collect", ...list]),
  confirm,
  modality,
  callback,
  tokens("meta", name, literal),
  name.map((it) => [`attempts ${it}`]),
);

const edge = fc.oneof(
  tokens("->", name),
  tokens("->", name, "when", text),
  tokens("->", name, "otherwise"),
  tokens("->", name, "otherwise", text),
);

const value = tokens(name, "=", text);

const step = fc.oneof(
  name.map((it) => [it === "end" ? '"end"' : it]),
  fc
    .tuple(name, fc.array(value, { maxLength: 3 }))
    .map(([it, values]) => [it === "end" ? '"end"' : it, "{", ...values.flat(), "}"]),
);

/** Up to six of them; more often than not none says again what another says, for which there would be no document. */
function several(items: fc.Arbitrary<readonly string[]>): fc.Arbitrary<readonly (readonly string[])[]> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.uniqueArray(items, { maxLength: 6, selector: subjectOf }) },
    { weight: 1, arbitrary: fc.array(items, { maxLength: 6 }) },
  );
}

/** What an item is about: its keyword, and the name behind it where there may be several of the kind. */
function subjectOf([first = "", second = ""]: readonly string[]): string {
  return ["->", "meta", "param", "objective"].includes(first)
    ? `${first} ${second.replaceAll('"', "")}`
    : first;
}

function block(
  head: fc.Arbitrary<readonly string[]>,
  items: fc.Arbitrary<readonly (readonly string[])[]>,
  last: readonly string[],
): fc.Arbitrary<readonly string[]> {
  return fc
    .tuple(head, items, fc.subarray([...last]))
    .map(([first, list, end]) => [...first, "{", ...list.flat(), ...end, "}"]);
}

const header = tokens("objectives", plainString);
const include = tokens("include", fc.constantFrom('"./a.objectives"', '"./b/c.objectives"'));
/** The param that texts name. */
const hooks = tokens("param", "hooks", "=", '"https://example.com"');
const param = tokens("param", fc.constantFrom("base", "2nd"), "=", literal);
const declaration = fc.oneof(
  { weight: 2, arbitrary: param },
  { weight: 1, arbitrary: tokens("param", fc.constantFrom("base", "from-the-target")) },
  {
    weight: 2,
    arbitrary: block(tokens("defaults"), several(fc.oneof(confirm, modality, callback)), []),
  },
  {
    weight: 8,
    arbitrary: block(tokens("objective", name), several(fc.oneof(property, edge)), []),
  },
  {
    weight: 1,
    arbitrary: block(tokens("scenario", literal), fc.array(step, { maxLength: 6 }), ["end"]),
  },
);

/** Gaps of one program are all without comments as often as not, so that declarations on one line are not rare. */
const gap = fc.oneof(
  fc.constant(fc.constant(" ")),
  fc.constant(fc.constantFrom(...GAPS)),
  fc.constant(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...GAPS) },
      { weight: 1, arbitrary: fc.constantFrom(...COMMENT_GAPS) },
    ),
  ),
);

function spaced(list: readonly string[]): fc.Arbitrary<string> {
  return gap
    .chain((one) => fc.array(one, { minLength: list.length - 1, maxLength: list.length - 1 }))
    .map((gaps) =>
      list
        .map(
          (token, index) =>
            token + (index < list.length - 1 ? safeGap(gaps[index] ?? " ", list[index + 1]) : ""),
        )
        .join(""),
    );
}

/** A step or name that happens to stand in column 0 must not look like a declaration. */
function safeGap(chosen: string, next: string | undefined): string {
  return /[\n\r]$/.test(chosen) && /^[a-z]/.test(next ?? "") ? `${chosen} ` : chosen;
}

/** Declarations with what may stand between them. */
function programOf(
  declarations: readonly (readonly string[])[],
  start: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.tuple(...declarations.map(spaced)),
      fc.array(fc.constantFrom(...BREAKS), {
        minLength: declarations.length + 1,
        maxLength: declarations.length + 1,
      }),
      start,
    )
    .map(
      ([texts, breaks, first]) =>
        first + texts.map((it, index) => it + (breaks[index] ?? "\n")).join("") + (breaks.at(-1) ?? ""),
    );
}

const NOTHING = fc.constant("");

const anyStart = fc.constantFrom(
  "",
  "",
  "\n",
  "  ",
  "\uFEFF",
  "\uFEFF/// First.\n",
  "  // objectives-disable-next-line empty-text\n",
);

const anySpacedProgram: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(0, 1, 1, 1).chain((length) => fc.array(header, { minLength: length, maxLength: length })),
    fc.constantFrom(0, 0, 0, 2).chain((length) => fc.array(include, { maxLength: length })),
    hooks,
    several(declaration),
  )
  .chain(([first, second, third, rest]) => programOf([...first, ...second, third, ...rest], anyStart));

/** A text of the grammar. A few of those that are made are none: where lines break, a keyword may be taken for a name. */
export const anyProgram = anySpacedProgram.filter((program) => parseUnit(program).issues.length === 0);

/** A set of three files, as a fixture: each has declarations, and the set's own the param that all of them name. */
export const anyFixture: fc.Arbitrary<string> = fc
  .tuple(header, hooks, several(declaration), anyFragment(), anyFragment())
  .chain(([title, param, rest, one, other]) =>
    fc.tuple(
      programOf(
        [title, ["include", '"./a.objectives"'], ["include", '"./b/c.objectives"'], param, ...rest],
        NOTHING,
      ),
      programOf(one, NOTHING),
      programOf(other, NOTHING),
    ),
  )
  .filter((texts) => texts.every((text) => parseUnit(text).issues.length === 0))
  .map(([set, one, other]) => `${set}\n// a.objectives\n${one}\n// b/c.objectives\n${other}`);

/** Declarations of a fragment, without params: their names are the whole set's. */
function anyFragment(): fc.Arbitrary<readonly (readonly string[])[]> {
  return several(declaration).map((list) => list.filter(([keyword]) => keyword !== "param"));
}

const DAMAGE = [
  '"',
  '"""',
  "{",
  "}",
  "->",
  ",",
  "\n",
  "\\",
  "${",
  "=",
  "objective",
  "when",
  ";",
  "https://x",
  "// c\n",
  "",
  "",
  "",
];

/** A program in which a few places were cut, or got something that does not belong there. */
export const anyDamagedProgram: fc.Arbitrary<string> = fc
  .tuple(
    anySpacedProgram,
    fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom(...DAMAGE)), { maxLength: 3 }),
  )
  .map(([program, damages]) => damages.reduce(damaged, program));

function damaged(program: string, [place, length, piece]: readonly [number, number, string]): string {
  const start = place % (program.length + 1);
  return program.slice(0, start) + piece + program.slice(start + length);
}

/** What people leave in an objective: misspelt properties, the ends of texts that were cut short, arrows without their arrow. */
const STRAYS = [
  'promt "Ask."',
  "attempts 3",
  "next greet, wrap_up",
  'or maiden name."',
  'and "adult"',
  'greet when "Old"',
  "; note to self",
  "1. Ask",
];

/** A program with such lines between its own. */
export const anyStrayProgram: fc.Arbitrary<string> = fc
  .tuple(
    anySpacedProgram,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...STRAYS)), { minLength: 1, maxLength: 3 }),
  )
  .map(([program, strays]) => strays.reduce(withStray, program));

function withStray(program: string, [place, stray]: readonly [number, string]): string {
  const ends = Array.from(program.matchAll(/(?<=[\s{])(?=\S)/g), ({ index }) => index);
  const at = ends[place % ends.length] ?? program.length;
  return `${program.slice(0, at)}\n  ${stray}\n  ${program.slice(at)}`;
}
