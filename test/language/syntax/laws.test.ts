// Laws of reading: it never fails, loses no character, and after any edits finds exactly what a fresh reading finds.
import fc from "fast-check";
import { expect, test } from "vitest";
import { check, type Check } from "../../../server/src/language/diagnostics/check.ts";
import { analyze } from "../../../server/src/language/model/analyze.ts";
import { onlyFile } from "../../../server/src/language/model/files.ts";
import { edit, parse, type Source } from "../../../server/src/language/model/source.ts";
import { tokenize } from "../../../server/src/language/syntax/tokens.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyPieces, anyText, anyWord } from "../../support/text-generators.ts";

function checkWhole(text: string): void {
  const source = parse(text);
  expect(source.units.map((unit) => unit.text).join("")).toBe(text);
  for (const unit of source.units) {
    const { tokens, comments } = tokenize(unit.text);
    let end = 0;
    for (const { startOffset, image } of [...tokens, ...comments].sort(
      (one, other) => one.startOffset - other.startOffset,
    )) {
      expect(unit.text.slice(end, startOffset).replace(/[\s\uFEFF]/g, "")).toBe("");
      expect(unit.text.startsWith(image, startOffset)).toBe(true);
      end = startOffset + image.length;
    }
    expect(unit.text.slice(end).replace(/[\s\uFEFF]/g, "")).toBe("");
  }
  for (const { span } of check(analyze(onlyFile(source))).findings) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(text.length);
  }
}

test("any text is read whole, and every place is inside it", { timeout: LAW_TIMEOUT }, () => {
  fc.assert(fc.property(anyText, checkWhole), LAW);
});

interface State {
  readonly text: string;
  readonly source: Source;
  readonly check: Check;
}

const comparable = ({ units, starts }: Source): unknown => ({ units, starts: Array.from(starts) });

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
