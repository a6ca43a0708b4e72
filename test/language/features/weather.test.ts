// Every feature in every weather: what it answers at a place is what it answers there in plain text, moved.
import { describe, expect, test } from "vitest";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { codeLenses } from "../../../server/src/language/features/code-lenses.ts";
import { completion } from "../../../server/src/language/features/completion.ts";
import { definition } from "../../../server/src/language/features/definition.ts";
import { fixesFor } from "../../../server/src/language/features/fixes.ts";
import { flowItemsAt, waysInto, waysOutOf } from "../../../server/src/language/features/flow-hierarchy.ts";
import { folding } from "../../../server/src/language/features/folding.ts";
import { highlights } from "../../../server/src/language/features/highlights.ts";
import { hover } from "../../../server/src/language/features/hover.ts";
import { inlayHints } from "../../../server/src/language/features/inlay-hints.ts";
import { linkedEditing } from "../../../server/src/language/features/linked-editing.ts";
import { links } from "../../../server/src/language/features/links.ts";
import { outline } from "../../../server/src/language/features/outline.ts";
import { references } from "../../../server/src/language/features/references.ts";
import { renamableAt, rename } from "../../../server/src/language/features/rename.ts";
import { selectionRanges } from "../../../server/src/language/features/selection-ranges.ts";
import { flowPlaces, unitTokens } from "../../../server/src/language/features/semantic-tokens.ts";
import { symbolsIn } from "../../../server/src/language/features/workspace-symbols.ts";
import { sourceOf, type Model } from "../../../server/src/language/model/analyze.ts";
import { absolute, type Source } from "../../../server/src/language/model/source.ts";
import type { Sets } from "../../../server/src/language/model/sharing.ts";
import type { Point } from "../../../server/src/language/text/place.ts";
import type { Span } from "../../../server/src/language/text/span.ts";
import { MAIN } from "../../support/fixture.ts";
import { setsAround } from "../../support/marked.ts";
import { answerDried, answerMoved, weathered, WEATHERS, type Weather } from "../../support/weather.ts";

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

/** Answers about a place. */
type AskAt = (sets: Sets, point: Point) => unknown;

const AT_A_NAME: Readonly<Record<string, AskAt>> = {
  definition,
  references,
  highlights: ([model], point) => highlights(model, point),
  "linked editing": linkedEditing,
  rename: (sets, point) => [renamableAt(sets[0], point), rename(sets, point, "another 🙂")],
  // Beyond the declarations comes the file.
  "selection ranges": ([model], { file, offset }) => {
    const source = sourceOf(model, file);
    return source && selectionRanges(source, offset).slice(0, -1);
  },
};

const AT_A_MEANING: Readonly<Record<string, AskAt>> = {
  hover: (sets, point) => hover(viewsOf(sets), point),
  completion: (sets, point) => {
    const { items, ...said } = completion(viewsOf(sets), point, { fragments: () => [] });
    return { ...said, items: items.map(({ label, detail }) => ({ label, detail })) };
  },
  "call hierarchy": (sets, point) =>
    flowItemsAt(sets, point).map((item) => [item, waysInto(sets, item), waysOutOf(sets, item)]),
};

/** Answers about a file, each about a stretch of it. */
type AskAll = (sets: Sets, file: string) => readonly Stretch[];

type Stretch = { readonly span: Span } | { readonly offset: number };

const OF_NAMES: Readonly<Record<string, AskAll>> = {
  outline: ([model], file) => ofSource(model, file, outline),
  symbols: ([model], file) => ofSource(model, file, symbolsIn),
  folds: ([model], file) => ofSource(model, file, folding).map(({ depth: _, ...it }) => it),
  links: ([model], file) => links(model, file),
};

const OF_MEANINGS: Readonly<Record<string, AskAll>> = {
  tokens: ([model], file) =>
    ofSource(model, file, (source) =>
      source.units.flatMap((unit, index) =>
        unitTokens(unit, flowPlaces(model), "everything").map((it) => ({
          ...it,
          span: absolute(source, index, it.span),
        })),
      ),
    ),
  "code lenses": ([model], file) => codeLenses(model, file),
  "inlay hints": ([model], file) => inlayHints(model, file, EVERYWHERE, ALL_HINTS),
  "findings and fixes": (sets, file) => {
    const checks = viewsOf(sets);
    const own = checks[0].findings.filter((it) => it.file === file);
    return own.map((it) => ({ ...it, fixes: fixesFor(checks, it) }));
  },
};

const EVERYWHERE = { start: 0, end: Infinity };
const ALL_HINTS = { incoming: true, inherited: true, params: true };

function ofSource<Item>(
  model: Model,
  file: string,
  ask: (source: Source) => readonly Item[],
): readonly Item[] {
  const source = sourceOf(model, file);
  return source ? ask(source) : [];
}

function viewsOf([first, ...others]: Sets) {
  return [check(first), ...others.map((it) => check(it))] as const;
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
