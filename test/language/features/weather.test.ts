// Every feature in every weather: what it answers at a place is what it answers there in plain text, moved.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAIN } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyDamagedProgram, anyProgram } from "../../support/program-generators.ts";
import { setsAround } from "../../support/marked.ts";
import {
  answerDried,
  answerMoved,
  weathered,
  WEATHERS,
  type Weather,
  type WeatherName,
} from "../../support/weather.ts";
import { AT_A_MEANING, AT_A_NAME, OF_MEANINGS, OF_NAMES } from "../../support/asks.ts";

/** Something for every feature to speak of; in places wrong. */
const FRAGMENT = `// What they are greeted with 👋
param brand = "Smile 👩‍👧"
param hooks = "https://example.com/x"

defaults {
  confirm manual
  callback "\${hooks}"
}

/// The *first* words.
objective "say hi" {
  prompt """>
    Greet them 👋 as \${brand},
    and ask: \${brand}?
    """
  collect mood, "full name"
  -> good when "So 👍" -> "so so" when "\${brand}"
  -> bad otherwise
}

objective good { prompt "👍" -> "so so" }
objective "so so" { prompt "" collect mood confirm auto }
objective bad {
  promt "👎"
  -> gone
}

scenario "Short 🙂" {
  "say hi" { mood = "🙂 \${brand}" }
  good
  end
}
`;

/** The program, and the fixture in which it is the text of this file. */
const PLACES = {
  "a set": {
    file: MAIN,
    program: `objectives "Greeting 👋 at \${brand}"\n\n${FRAGMENT}`,
    fixture: (text) => text,
  },
  "a fragment of two sets": {
    file: "/set/shared.objectives",
    program: FRAGMENT,
    fixture: (text) => `objectives "One \${brand}"
include "./shared.objectives"
objective first { prompt "p" collect mood -> "say hi" }
// two.objectives
objectives "Two"
include "./shared.objectives"
objective other { prompt "p" -> good }
// shared.objectives
${text}`,
  },
} as const satisfies Readonly<Record<string, Place>>;

interface Place {
  readonly file: string;
  readonly program: string;
  readonly fixture: (text: string) => string;
}

/** Where words and signs begin and end, and one place in each of them. */
function placesIn(text: string): readonly number[] {
  const found = text.matchAll(/[\p{L}\p{N}_]+|\S/gu);
  const places = Array.from(found, ({ 0: it, index }) => [index, index + 1, index + it.length]);
  return [...new Set([0, ...places.flat(), text.length])];
}

const weathers = Object.entries<Weather>(WEATHERS);

describe.each(Object.entries<Place>(PLACES))("in %s", (_, { file, program, fixture }) => {
  const plain = setsAround(file, fixture(program));
  const places = placesIn(program);

  describe.each(Object.entries({ ...AT_A_NAME, ...AT_A_MEANING }))("%s", (feature, ask) => {
    const told = places.map((offset) => ({ offset, answer: ask(plain, { file, offset }) }));
    const isOfNames = feature in AT_A_NAME;

    test.each(weathers.filter(([, { beside }]) => isOfNames || beside === "sound"))(
      "in %s",
      (__, weather) => {
        const { text, move } = weathered(program, weather);
        const sets = setsAround(file, fixture(text));
        for (const { offset, answer } of told) {
          const to = move(offset);
          if (to === undefined) continue;
          const now = answerDried(ask(sets, { file, offset: to }));
          expect(now, `${program.slice(0, offset)}|`).toEqual(answerMoved(answer, file, move));
        }
      },
    );
  });

  describe.each(Object.entries({ ...OF_NAMES, ...OF_MEANINGS }))("%s", (feature, ask) => {
    const told = ask(plain, file);
    const isOfNames = feature in OF_NAMES;

    test.each(weathers.filter(([, { beside }]) => isOfNames || beside === "sound"))(
      "in %s",
      (__, weather) => {
        const { text, move } = weathered(program, weather);
        const [start, end] = [move(0) ?? 0, move(program.length) ?? Infinity];
        const now = ask(setsAround(file, fixture(text)), file).filter((it) => {
          const at = "offset" in it ? it.offset : it.span.start;
          return start <= at && at < end;
        });
        expect(told).not.toEqual([]);
        expect(answerDried(now)).toEqual(answerMoved(told, file, move));
      },
    );
  });
});

test("of any program, in other line ends and behind a byte order mark", { timeout: LAW_TIMEOUT }, () => {
  const anyAsk = fc.constantFrom(...Object.entries({ ...AT_A_NAME, ...AT_A_MEANING }));
  fc.assert(
    fc.property(
      anyProgram,
      fc.constantFrom(...LEAVING_PROGRAMS),
      fc.nat(),
      anyAsk,
      (program, name, seed, [feature, ask]) => {
        const text = program.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
        const after = weathered(text, WEATHERS[name]);
        const offset = seed % (text.length + 1);
        const to = after.move(offset);
        fc.pre(to !== undefined);
        const now = ask(setsAround(MAIN, after.text), { file: MAIN, offset: to });
        const told = ask(setsAround(MAIN, text), { file: MAIN, offset });
        expect(answerDried(now), feature).toEqual(answerMoved(told, MAIN, after.move));
      },
    ),
    LAW,
  );
});

const LEAVING_PROGRAMS = [
  "line ends of Windows",
  "line ends of old Macs",
  "a byte order mark",
] as const satisfies readonly WeatherName[];

/** Everything that is asked about the text, at a place of it, stays within it. */
function checkWithin(text: string, offset: number) {
  const sets = setsAround(MAIN, text);
  const asked = [
    ...Object.values({ ...AT_A_NAME, ...AT_A_MEANING }).map((ask) => ask(sets, { file: MAIN, offset })),
    ...Object.values({ ...OF_NAMES, ...OF_MEANINGS }).map((ask) => ask(sets, MAIN)),
  ];
  answerMoved(asked, MAIN, (at) => {
    expect(at >= 0 && at <= text.length, `${at} in ${JSON.stringify(text)}`).toBe(true);
    return at;
  });
}

test.each([
  ...[
    "",
    "\n",
    "\r\n",
    "\uFEFF",
    " ",
    "\t",
    "o",
    '"',
    '"""',
    "->",
    "//",
    "}",
    "{",
    "$",
    "${",
    "👋",
    "\uD83D",
    "\uDC4B",
  ],
  ...[
    "objective",
    "objective a",
    "objective {",
    "objective 👋",
    'objective "a',
    "objective a { -> ",
    "objective a { ->",
  ],
  ...[
    "objectives",
    'objectives "',
    'include "',
    "include",
    "param",
    "param =",
    'param a = "${',
    "defaults {",
    "scenario",
  ],
  ...[
    'scenario "s" {',
    'scenario "s" { a {',
    'scenario "s" { a { b =',
    'objective a { prompt """',
    "objective a { meta",
  ],
])("%j has an answer everywhere, and in it", (text) => {
  for (let offset = 0; offset <= text.length; offset++) checkWithin(text, offset);
});

test("so has any damaged program", { timeout: LAW_TIMEOUT }, () => {
  const anyPlace = fc
    .tuple(anyDamagedProgram, fc.nat())
    .map(([text, seed]) => [text, seed % (text.length + 1)] as const);
  fc.assert(
    fc.property(anyPlace, ([text, offset]) => checkWithin(text, offset)),
    LAW,
  );
});
