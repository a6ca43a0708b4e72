// Any document the platform could hold, its strings as nasty as strings get, for laws that must hold for all of them.
import fc from "fast-check";
import type { ObjectiveItem, SetDocument } from "../../server/src/language/compile/payload.ts";
import type { MetaEntry } from "../../server/src/language/compile/read-payload.ts";

/**
 * How often a law is tried: more by `OBJECTIVES_RUNS`. The seed is fixed, so that a red run is red again;
 * `OBJECTIVES_SEED` is another one.
 */
export const LAW = {
  seed: Number(process.env["OBJECTIVES_SEED"] ?? 20260301),
  numRuns: Number(process.env["OBJECTIVES_RUNS"] ?? 200),
};

/** In milliseconds: room for long runs. */
export const LAW_TIMEOUT = 10_000 + LAW.numRuns * 20;

/** Pieces of text that mean something to a lexer, an editor, JSON or JavaScript. */
const NASTY_PIECES = [
  ...[
    '"',
    '""',
    '"""',
    '""">',
    "\\",
    "\\\\",
    "\\n",
    "\\u{41}",
    "$",
    "${",
    "${name}",
    "$${",
    "\\${",
    "{",
    "}",
    ",",
    "=",
    "->",
  ],
  ...[
    " ",
    "  ",
    "   ",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\t",
    "\v",
    "\f",
    "\0",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\x9f",
    "\u00a0",
  ],
  ...["\u2028", "\u2029", "\ufeff", "\u202e", "\u2066", "\u200f", "\u061c", "\u200b", "\u3000"],
  ...[
    "\ud800",
    "\udc00",
    "\udfff",
    "\u{1f468}\u200d\u{1f469}",
    "e\u0301",
    "\u0301",
    "ß",
    "日本語",
    "naïve",
    "\ufffe",
  ],
  ...[
    "//",
    "///",
    "// objectives-disable-next-line syntax",
    "objective a {",
    "\nobjective a {",
    "\n// x",
    "-",
    "a-b",
    "a->b",
  ],
  ...[
    "prompt",
    "when",
    "otherwise",
    "end",
    "objective",
    "10",
    "9",
    "__proto__",
    "constructor",
    "In any other case",
  ],
  ...["Ask the patient for the name.", "word", "a", "supercalifragilisticexpialidocious".repeat(4)],
];

export const anyString: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.constantFrom(...NASTY_PIECES), { maxLength: 6 }).map((it) => it.join("")),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.constantFrom("one", "word", "of", "many", " ", "  ", "\n"))
      .map((it) => it.join(" ")),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);

/** Long enough to be folded or to become a block, with the ends of lines and words where they hurt. */
export const anyProse: fc.Arbitrary<string> = fc.oneof(
  anyString,
  fc
    .array(
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom("Ask", "them,", "politely", "again") }, anyString),
      { minLength: 12, maxLength: 60 },
    )
    .chain((words) => fc.constantFrom(" ", " ", "  ", "\n", " \n", "\n ").map((gap) => words.join(gap))),
);

export const anyName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "greet",
    "wrap_up",
    "new-patient",
    "2nd_visit",
    "naïve",
    "end",
    "prompt",
    "otherwise",
    "10",
    "9",
    "__proto__",
    "",
  ),
  anyString,
);

const anyConditions: fc.Arbitrary<readonly (readonly [string, string])[]> = fc
  .uniqueArray(fc.tuple(anyName, fc.oneof(anyString, fc.constant("In any other case"))), {
    maxLength: 4,
    selector: ([target]) => target,
  })
  .map((entries): readonly (readonly [string, string])[] => entries);

export const anyObjective: fc.Arbitrary<ObjectiveItem> = fc.record({
  name: anyName,
  prompt: anyProse,
  confirmation: fc.oneof(fc.constantFrom("auto", "auto", "manual", "automatic"), anyString),
  variables: fc.array(anyName, { maxLength: 12 }),
  modality: fc.oneof(fc.constantFrom("verbal", "verbal", "visual", "conversational"), anyString),
  conditional: anyConditions,
  required: fc.array(anyName, { maxLength: 3 }),
  callback: fc.oneof(fc.constantFrom("", "https://example.com/hook"), anyString),
});

export const anyDocument: fc.Arbitrary<SetDocument> = fc.record({
  name: anyString,
  objectives: fc.array(anyObjective, { maxLength: 6 }),
});

/** A document that the single form can hold: at most one required objective, which has a name. */
export const anySingleFormDocument: fc.Arbitrary<SetDocument> = anyDocument.map(({ name, objectives }) => ({
  name,
  objectives: objectives.map((it) => ({
    ...it,
    required: it.required.filter((target) => target !== "").slice(0, 1),
  })),
}));

export const anyMeta: fc.Arbitrary<readonly MetaEntry[]> = fc
  .uniqueArray(fc.tuple(anyName, anyString), { maxLength: 3, selector: ([key]) => key })
  .map((entries): readonly MetaEntry[] => entries);
