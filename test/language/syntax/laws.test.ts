// Laws of reading: it never fails, loses no character, and after any edits finds exactly what a fresh reading finds.
import fc from "fast-check";
import { expect, test } from "vitest";
import { check, type Check } from "../../../server/src/language/diagnostics/check.ts";
import { analyze } from "../../../server/src/language/model/analyze.ts";
import { onlyFile } from "../../../server/src/language/model/files.ts";
import { edit, editAll, parse, type Source } from "../../../server/src/language/model/source.ts";
import { tokenize, type Token } from "../../../server/src/language/syntax/tokens.ts";
import { applyEdits } from "../../../server/src/language/text/edits.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyPieces, anyText, anyWord } from "../../support/text-generators.ts";
import { unitStarts } from "../../support/unit-starts.ts";

function checkWhole(text: string): void {
  const source = parse(text);
  expect(source.units.map((unit) => unit.text).join("")).toBe(text);
  for (const unit of source.units) expect(printed(unit.text)).toBe(unit.text);
  for (const { span } of check(analyze(onlyFile(source))).findings) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
}

/** The text's tokens and comments with the blanks between them; anything else between them is left out. */
function printed(text: string): string {
  const { tokens, comments } = tokenize(text);
  let print = "";
  for (const { startOffset, image } of [...tokens, ...comments].sort(byOffset)) {
    print += blanks(text.slice(print.length, startOffset)) + image;
  }
  return print + blanks(text.slice(print.length));
}

const byOffset = (one: Token, other: Token): number => one.startOffset - other.startOffset;
const blanks = (text: string): string => text.replace(/\S/g, "");

test("any text is read whole, and every place is inside it", { timeout: LAW_TIMEOUT }, () => {
  fc.assert(fc.property(anyText, checkWhole), LAW);
});

/** What a careless pattern or loop looks at again and again: what opens and is never closed, and what repeats. */
const openings = [
  ...`" "" """ """> \\ "\\ \\u{ \${ { } ( /* // /// # ' - -> a- a, = : é \u0301 \ud800`.split(" "),
  ...["\n", "\r", " ", "\n ", '"""\n', '"""\n x\n', "// c\n", "/// d\n", "# c\n", "/*\n", '"${a', '"x" '],
  ...["prompt ", "collect a ", "-> a ", "-> a when ", "meta a ", "a { x = ", "next a, ", "confirm "],
  ...["prompt ```\n", "prompt >\n a\n", "prompt ``` ", "a.b ", '"a"b ', "foo { a "],
  ...['prompt "a\n', 'prompt "a\nb ', "a b, "],
  ...["\nobjective ", '\nobjective "', "\nobjective a {", "\nparam a ", '\nscenario "s" {', "\ndefaults {"],
];
const beginnings = ["", "objective a {\n", 'objective a { prompt """\n'];

/** No clock is read: at this length, time that grows with its square is beyond what the test has. */
test.each(openings)(
  "%j again and again takes no more than its length asks for",
  { timeout: 4_000 },
  (piece) => {
    for (const beginning of beginnings) checkIsReadWhole(beginning + piece.repeat(200_000 / piece.length));
  },
);

/** More than the stack of a pattern or the arguments of a call can hold. */
test.each([
  ["objective é", "-a", " {}", 6_000_000],
  ['objective a { prompt """\n', "x \n", '  """ }', 200_000],
  ["", "/// x\n", "objective a {}", 200_000],
])("%j, then %j again and again, is read as well", (before, piece, after, times) => {
  checkIsReadWhole(before + piece.repeat(times) + after);
});

test("an edit may bring more declarations than the arguments of a call can be", () => {
  const newText = "\ndefaults {".repeat(150_000);
  const { units } = edit(parse("objective a {}"), { span: { start: 14, end: 14 }, newText });
  expect(units).toHaveLength(150_001);
});

test(
  "to find what ten thousand unknown names mean takes no more than their number asks for",
  {
    timeout: 4_000,
  },
  () => {
    const objectives = Array.from(
      { length: 10_000 },
      (_, index) => `objective step_${index} { -> stop_${index} }`,
    );
    const { findings } = check(analyze(onlyFile(parse(`objectives "S"\n${objectives.join("\n")}`))));
    expect(findings.filter(({ code }) => code === "unknown-objective")).toHaveLength(10_000);
  },
);

function checkIsReadWhole(text: string): void {
  const units = parse(text).units.map((unit) => unit.text);
  expect(units.join("") === text).toBe(true);
}

interface State {
  readonly text: string;
  readonly source: Source;
  readonly check: Check;
}

const comparable = (source: Source): unknown => ({
  units: source.units,
  starts: unitStarts(source),
  text: source.text,
  length: source.length,
});

test("any edits lead to what a fresh reading finds", { timeout: LAW_TIMEOUT }, () => {
  const edits = fc.array(
    fc.record({ at: fc.nat(), length: fc.nat({ max: 60 }), newText: fc.oneof(anyWord, anyPieces) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(anyText, edits, (first, changes) => {
      const source = parse(first);
      let state: State = { text: first, source, check: check(analyze(onlyFile(source))) };
      for (const { at, length, newText } of changes) {
        const start = at % (state.text.length + 1);
        const end = Math.min(state.text.length, start + length);
        const text = state.text.slice(0, start) + newText + state.text.slice(end);
        const edited = edit(state.source, { span: { start, end }, newText });
        const rechecked = check(analyze(onlyFile(edited), state.check.model), state.check);
        const fresh = parse(text);
        expect(comparable(edited)).toEqual(comparable(fresh));
        expect(rechecked.findings).toEqual(check(analyze(onlyFile(fresh))).findings);
        state = { text, source: edited, check: rechecked };
      }
    }),
    LAW,
  );
});

test("several edits at once lead to what a fresh reading finds", { timeout: LAW_TIMEOUT }, () => {
  const edits = fc.array(
    fc.record({
      gap: fc.nat({ max: 90 }),
      length: fc.nat({ max: 60 }),
      newText: fc.oneof(anyWord, anyPieces),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(anyText, edits, (text, changes) => {
      let done = 0;
      const inOrder = changes.map(({ gap, length, newText }) => {
        const start = Math.min(text.length, done + gap);
        done = Math.min(text.length, start + length);
        return { span: { start, end: done }, newText };
      });
      const edited = editAll(parse(text), inOrder);
      expect(comparable(edited)).toEqual(comparable(parse(applyEdits(text, inOrder))));
    }),
    LAW,
  );
});
