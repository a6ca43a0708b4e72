// Laws of layout: whatever a text says, it says the same behind it, comments and silences included.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertiesOf } from "../../../server/src/language/diagnostics/about.ts";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import type { Finding } from "../../../server/src/language/diagnostics/finding.ts";
import { formatOnType } from "../../../server/src/language/features/format-on-type.ts";
import {
  format as formatSource,
  formatEdits,
  formatRanges,
} from "../../../server/src/language/features/format.ts";
import { analyze } from "../../../server/src/language/model/analyze.ts";
import { onlyFile } from "../../../server/src/language/model/files.ts";
import { absolute, parse, type Unit } from "../../../server/src/language/model/source.ts";
import type * as ast from "../../../server/src/language/syntax/ast.ts";
import { split } from "../../../server/src/language/syntax/split.ts";
import { tokenize } from "../../../server/src/language/syntax/tokens.ts";
import { lineStarts } from "../../../server/src/language/text/line-index.ts";
import type { Span, TextEdit } from "../../../server/src/language/text/span.ts";
import { compileText, meaningOf } from "../../support/compile-text.ts";
import { editedText } from "../../support/edited.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyDamagedProgram, anyProgram, anyStrayProgram } from "../../support/program-generators.ts";
import { anyText } from "../../support/text-generators.ts";

const anySource = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: anyProgram },
      { weight: 2, arbitrary: anyDamagedProgram },
      { weight: 2, arbitrary: anyStrayProgram },
      { weight: 1, arbitrary: anyText },
    ),
    fc.constantFrom(undefined, undefined, "\r\n", "\r"),
  )
  .map(([text, lineEnd]) => (lineEnd === undefined ? text : text.replace(/\r\n|\r|\n/g, lineEnd)));

function format(text: string): string {
  return formatSource(parse(text));
}

function checkLaw(law: (text: string, formatted: string) => void): void {
  fc.assert(
    fc.property(anySource, (text) => void law(text, format(text))),
    LAW,
  );
}

describe("the whole file", { timeout: LAW_TIMEOUT }, () => {
  test("twice is once", () => {
    checkLaw((_text, formatted) => expect(format(formatted)).toBe(formatted));
  });

  test("blanks within a line and before it make no difference", () => {
    fc.assert(
      fc.property(
        anyProgram,
        fc.constantFrom("  ", "\t", "   "),
        fc.constantFrom(" ", "\t", "       "),
        (text, gap, indentation) => {
          // What a property without a meaning says is left as it is, and so is what a comment in a head silences.
          fc.pre(!/attempts|disable-next-line/.test(text));
          expect(format(respaced(format(text), gap, indentation))).toBe(format(text));
        },
      ),
      LAW,
    );
  });

  test("every declaration says what it said", () => {
    checkLaw((text, formatted) => expect(meaningOf(formatted)).toEqual(meaningOf(text)));
  });

  test("the document stays the same", () => {
    checkLaw((text, formatted) => expect(compileText(formatted)).toEqual(compileText(text)));
  });

  test("no comment is lost, and no word", () => {
    checkLaw((text, formatted) => {
      expect(commentsOf(formatted)).toEqual(commentsOf(text));
      expect(tokenCount(formatted)).toBe(tokenCount(text));
    });
  });

  test("comments stay with what they are about, in their order", () => {
    checkLaw((text, formatted) => {
      const before = attachments(text);
      fc.pre(!hasSeveralOpeners(before));
      expect(attachments(formatted)).toEqual(before);
    });
  });

  test("findings stay the same, and so do those that comments silence", () => {
    checkLaw((text, formatted) => expect(findingsOf(formatted)).toEqual(findingsOf(text)));
  });

  test("what is broken is there as it was", () => {
    checkLaw(checkBroken);
  });

  test("no text grows but by the layout of its words", () => {
    checkLaw((text, formatted) => expect(formatted.length).toBeLessThanOrEqual(12 * (text.length + 1)));
  });

  test("its edits are as few and as small as they can be, and make it", () => {
    checkLaw((text, formatted) => {
      const edits = formatEdits(parse(text));
      checkEdits(text, edits);
      expect(editedText(text, edits)).toBe(formatted);
      expect(formatEdits(parse(formatted))).toEqual([]);
    });
  });
});

describe("ranges", { timeout: LAW_TIMEOUT }, () => {
  const anyRanges = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 3 });

  function checkRanges(law: (text: string, ranges: readonly Span[], after: string) => void): void {
    fc.assert(
      fc.property(anySource, anyRanges, (text, places) => {
        const ranges = places.map((place) => rangeOf(text, place));
        const edits = formatRanges(parse(text), ranges);
        checkEdits(text, edits);
        law(text, ranges, editedText(text, edits));
      }),
      LAW,
    );
  }

  test("one of everything is the whole file", () => {
    checkLaw((text, formatted) => {
      expect(editedText(text, formatRanges(parse(text), [{ start: 0, end: text.length }]))).toBe(formatted);
    });
  });

  test("say the same, and the whole file is then what it would have been", () => {
    checkRanges((text, _ranges, after) => {
      expect(meaningOf(after)).toEqual(meaningOf(text));
      expect(findingsOf(after)).toEqual(findingsOf(text));
      // The first line end of the file may have been one that is needed no more.
      expect(withOneLineEnd(format(after))).toBe(withOneLineEnd(format(text)));
    });
  });

  test("leave what is broken as it was", () => {
    checkRanges((text, _ranges, after) => checkBroken(text, after));
  });

  test("change nothing but what they touch", () => {
    fc.assert(
      fc.property(anySource, anyRanges, (text, places) => {
        const ranges = places.map((place) => rangeOf(text, place));
        for (const { span } of formatRanges(parse(text), ranges))
          expect(ranges.some((range) => contains(neighbourhood(text, range), span))).toBe(true);
      }),
      LAW,
    );
  });

  test("several are as each by itself", () => {
    fc.assert(
      fc.property(anySource, anyRanges, (text, places) => {
        const ranges = places.map((place) => rangeOf(text, place));
        const source = parse(text);
        const each = ranges.flatMap((range) => formatRanges(source, [range]));
        const all = formatRanges(source, ranges);
        for (const { span } of each) expect(all.some((edit) => contains(edit.span, span))).toBe(true);
      }),
      LAW,
    );
  });
});

describe("as one types", { timeout: LAW_TIMEOUT }, () => {
  test("a brace lays out what it closes, and breaks nothing", () => {
    fc.assert(
      fc.property(anySource, fc.nat(), (text, place) => {
        const braces = Array.from(text.matchAll(/\}/g), ({ index }) => index + 1);
        const offset = braces[place % braces.length] ?? 0;
        const edits = formatOnType(parse(text), offset, "}");
        checkEdits(text, edits);
        const after = editedText(text, edits);
        checkBroken(text, after);
        expect(meaningOf(after)).toEqual(meaningOf(text));
        expect(withOneLineEnd(format(after))).toBe(withOneLineEnd(format(text)));
      }),
      LAW,
    );
  });

  test("a new line changes only the blanks that it begins with, and no string", () => {
    fc.assert(
      fc.property(anySource, fc.nat(), (text, place) => {
        const starts = lineStarts(text);
        const offset = starts[place % starts.length] ?? 0;
        const edits = formatOnType(parse(text), offset, "\n");
        for (const { span, newText } of edits) {
          const [before, line] = [text.slice(0, span.start), text.slice(span.start, span.end)];
          expect(before).toMatch(/[\r\n]$|^$/);
          expect(line + newText).toMatch(/^[^\S\r\n]*$/);
          expect(span.start).toBe(offset);
        }
        // What was refused for a line with too little indentation may have enough now.
        const document = compileText(text);
        if (document) expect(compileText(editedText(text, edits))).toEqual(document);
      }),
      LAW,
    );
  });
});

// ── What is broken ──

/** Every unit in which something could not be read or has no meaning stands in the text behind a layout, whole and in order. */
function checkBroken(text: string, after: string): void {
  let from = 0;
  for (const unit of parse(text).units) {
    if (!isBroken(unit)) continue;
    const at = after.indexOf(unit.text, from);
    expect(at).toBeGreaterThanOrEqual(from);
    from = at + unit.text.length;
  }
}

function isBroken(unit: Unit): boolean {
  return unit.issues.length > 0 || propertiesOf(unit).some(({ kind }) => kind === "unknown");
}

// ── Edits ──

/** In order, apart from one another, none without effect and none larger than it must be. */
function checkEdits(text: string, edits: readonly TextEdit[]): void {
  let end = 0;
  for (const { span, newText } of edits) {
    expect(span.start).toBeGreaterThanOrEqual(end);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    end = span.end;
    const replaced = text.slice(span.start, span.end);
    expect(newText).not.toBe(replaced);
    for (const offset of [span.start, span.end]) expect(text.slice(offset - 1, offset + 1)).not.toBe("\r\n");
    const [first, last] = [/^(?:\r\n|[^])/u, /(?:\r\n|[^])$/u];
    if (replaced === "" || newText === "") continue;
    expect(first.exec(newText)?.[0]).not.toBe(first.exec(replaced)?.[0]);
    expect(last.exec(newText)?.[0]).not.toBe(last.exec(replaced)?.[0]);
  }
}

/** The text with other blanks between its words, within declarations also at the beginnings of lines. */
function respaced(text: string, gap: string, indentation: string): string {
  return split(text)
    .map((unit) => respacedUnit(unit, gap, indentation))
    .join("");
}

function respacedUnit(unit: string, gap: string, indentation: string): string {
  const { tokens, comments } = tokenize(unit);
  const words = [...tokens, ...comments].sort((one, other) => one.startOffset - other.startOffset);
  let end = 0;
  let after = "";
  for (const { startOffset, image } of words) {
    const blanks = unit.slice(end, startOffset);
    after += /[\r\n]/.test(blanks) ? blanks.replace(/ +$/, indentation) : blanks.replace(/ /, gap);
    after += image;
    end = startOffset + image.length;
  }
  return after + unit.slice(end);
}

// ── Ranges ──

function rangeOf(text: string, [one, other]: readonly [number, number]): Span {
  const places = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
  return { start: places[0] ?? 0, end: places[1] ?? 0 };
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * From the declaration before the lines of the range to the one behind them; these too, where it touches none.
 * What is behind a declaration on its line, be it another or a comment on that, goes with it.
 */
function neighbourhood(text: string, range: Span): Span {
  const start = text.slice(0, range.start).search(/[^\r\n]*$/);
  const end = range.end + text.slice(range.end).search(/[\r\n]|$/);
  const source = parse(text);
  const declarations = source.units.flatMap((unit, index) =>
    unit.declarations.map(({ span }) => withCommentsAbove(text, absolute(source, index, span))),
  );
  const isApart = (index: number): boolean =>
    /^[^\S\r\n]*(?:[\r\n]|$)/.test(text.slice(declarations[index]?.end ?? text.length));
  const touched = declarations.flatMap((it, index) => (it.end >= start && it.start <= end ? [index] : []));
  const above = declarations.findLastIndex((it) => it.end < start);
  let [first, last] = [touched[0] ?? above, touched.at(-1) ?? above + 1];
  while (!isApart(first - 1)) first -= 1;
  while (!isApart(last)) last += 1;
  return { start: declarations[first - 1]?.end ?? 0, end: declarations[last + 1]?.start ?? text.length };
}

function withCommentsAbove(text: string, { start, end }: Span): Span {
  const comments = /(?:(?<=[\r\n]|^)[^\S\r\n]*\/\/[^\r\n]*(?:\r\n|\r|\n))*[^\S\r\n]*$/.exec(
    text.slice(0, start),
  );
  return { start: comments?.index ?? start, end };
}

function withOneLineEnd(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

// ── What a text says ──

function commentsOf(text: string): readonly string[] {
  return split(text)
    .flatMap((unit) => tokenize(unit).comments)
    .map(({ image }) => image.trimEnd())
    .sort();
}

function tokenCount(text: string): number {
  return split(text).flatMap((unit) => tokenize(unit).tokens).length;
}

function findingsOf(text: string): unknown {
  const { findings, silenced } = check(analyze(onlyFile(parse(text))));
  const said = ({ code, severity, arguments: args, related }: Finding): string =>
    JSON.stringify([code, severity, args, related.length]);
  return { findings: findings.map(said).sort(), silenced: silenced.map(said).sort() };
}

// ── What comments are about ──

/** Every comment within a declaration with the construct that it is in, behind or before; by construct, in order. */
function attachments(text: string): readonly string[] {
  const whole = parse(text).units.flatMap((unit) =>
    unit.declarations.map((declaration) => ({ unit, declaration })),
  );
  return whole
    .flatMap(({ unit, declaration }, index) => {
      const inside = unit.comments.filter(({ span }) => contains(declaration.span, span));
      return inside.map((comment) => ({
        place: unit.issues.length > 0 ? "" : `${index} ${placeIn(unit, comment, constructOf(declaration))}`,
        comment: comment.text.trimEnd(),
      }));
    })
    .toSorted((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0))
    .map(({ place, comment }) => `${place}: ${comment}`);
}

/** Behind a brace there is a place for one comment alone: further ones that stand before it become lines of the block. */
function hasSeveralOpeners(places: readonly string[]): boolean {
  const openers = places
    .filter((place) => place.includes("opens"))
    .map((place) => place.slice(0, place.indexOf(":")));
  return new Set(openers).size < openers.length;
}

interface Construct {
  readonly key: string;
  readonly span: Span;
  /** In the order of the text; undefined where it has no block. */
  readonly children: readonly Construct[] | undefined;
}

function constructOf(declaration: ast.Declaration): Construct {
  const { kind, span } = declaration;
  switch (declaration.kind) {
    case "defaults":
      return { key: kind, span, children: numbered(declaration.properties) };
    case "objective":
      return {
        key: kind,
        span,
        children: numbered([
          ...declaration.properties,
          ...declaration.edges.map(({ span }) => ({ kind: "edge", span })),
        ]),
      };
    case "scenario":
      return {
        key: kind,
        span,
        children: numbered([
          ...declaration.steps.map(({ span, values, name }) => ({
            kind: "step",
            span,
            children:
              span.end === name.span.end
                ? undefined
                : numbered(values.map((value) => ({ kind: "value", span: value.span }))),
          })),
          ...(declaration.end ? [{ kind: "end", span: declaration.end }] : []),
        ]),
      };
    default:
      return { key: kind, span, children: undefined };
  }
}

/** Each is known by how many of its kind stand before it. */
function numbered(
  nodes: readonly {
    readonly kind: string;
    readonly span: Span;
    readonly children?: readonly Construct[] | undefined;
  }[],
): readonly Construct[] {
  const counts = new Map<string, number>();
  return nodes
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ kind, span, children }) => {
      const count = counts.get(kind) ?? 0;
      counts.set(kind, count + 1);
      return { key: `${kind}#${count}`, span, children };
    });
}

function placeIn(unit: Unit, comment: ast.Comment, { key, span, children }: Construct): string {
  if (children === undefined) return `in ${key}`;
  const { start } = comment.span;
  const brace = tokenize(unit.text).tokens.find(
    ({ image, startOffset }) => image === "{" && startOffset >= span.start,
  );
  const opens = (end: number): boolean => !/[\r\n]/.test(unit.text.slice(end, start));
  const within = children.find(({ span }) => contains(span, comment.span));
  if (within) return `${key} ${placeIn(unit, comment, within)}`;
  const [previous, next] = [
    children.findLast(({ span }) => span.end <= start),
    children.find(({ span }) => span.start > start),
  ];
  const isSilencing = /^\/\/\/?\s*objectives-disable-next-line\b/.test(comment.text);
  const open = brace?.startOffset ?? 0;
  if (!isSilencing && (start < open || (!previous && opens(open)))) return `opens ${key}`;
  const isBehind = previous && !/[\r\n]/.test(unit.text.slice(previous.span.end, start));
  if (isBehind && !isSilencing) return `${key} behind ${previous.key}`;
  return `${key} before ${next?.key ?? "}"}`;
}
