// The laws of refactorings: what each promises holds, whatever is selected of whatever text.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../../server/src/language/compile/compile.ts";
import { exactlySameDocument } from "../../../server/src/language/compile/normalise.ts";
import type { SetDocument } from "../../../server/src/language/compile/payload.ts";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { carriedOut } from "../../../server/src/language/features/refactor/carried-out.ts";
import type { Draft } from "../../../server/src/language/features/refactor/refactoring.ts";
import { format } from "../../../server/src/language/features/format.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { tokenize } from "../../../server/src/language/syntax/tokens.ts";
import type { Place } from "../../../server/src/language/text/place.ts";
import { commented } from "../../support/commented.ts";
import { anyDraft, anyWriting, fixtureFrom } from "../../support/drafts.ts";
import { fixtureOf } from "../../support/edited.ts";
import { filesOf, modelOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyDamagedProgram, anyFixture, anyProgram } from "../../support/program-generators.ts";
import { askedAt, fixtureAfter, refactoringsIn, titleOf, type AskedOf } from "../../support/refactor.ts";

/** Numbers that say what is selected: which file, and from which token to which. */
const anySelections = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(0, 0, 0, 1, 3, 20)), {
  minLength: 4,
  maxLength: 4,
});

function selectionIn(fixture: string, [file, from, length]: readonly [number, number, number]): Place {
  const files = [...filesOf(fixture)];
  const [id, text] = files[file % files.length] ?? ["", ""];
  const places = tokenize(text).tokens.flatMap(({ startOffset, image }) => [
    startOffset,
    startOffset + Math.ceil(image.length / 2),
  ]);
  const at = from % Math.max(1, places.length);
  const start = places[at] ?? 0;
  return { file: id, span: { start, end: length === 0 ? start : (places[at + length] ?? text.length) } };
}

interface Done {
  readonly title: string;
  readonly draft: Draft;
  readonly before: string;
  readonly after: string;
}

/** Everything that is offered for the selections, carried out; and what was refused only then. */
function allDone(fixture: string, selections: readonly (readonly [number, number, number])[]) {
  const done: Done[] = [];
  const late: string[] = [];
  for (const selection of selections) {
    const asked = askedAt(fixture, selectionIn(fixture, selection));
    for (const it of refactoringsIn(asked)) {
      if (!("draft" in it)) continue;
      const after = outcome(asked, it.draft);
      if (after === undefined) late.push(titleOf(it));
      else done.push({ title: titleOf(it), draft: it.draft, before: fixture, after });
    }
  }
  return { done, late };
}

function outcome(asked: AskedOf, draft: Draft): string | undefined {
  const result = carriedOut(asked.asking.sets, draft);
  return "refused" in result ? undefined : fixtureAfter(asked, result);
}

function documentOf(fixture: string): SetDocument | undefined {
  const compiled = compile(check(modelOf(fixture)));
  return compiled.kind === "document" ? compiled.document : undefined;
}

function errorsIn(fixture: string): number {
  return check(modelOf(fixture)).findings.filter(({ severity }) => severity === "error").length;
}

function inOneOrder({ name, objectives }: SetDocument): SetDocument {
  return { name, objectives: objectives.toSorted((one, other) => (one.name < other.name ? -1 : 1)) };
}

function expectPromiseKept({ draft, before, after, title }: Done): void {
  const [was, is] = [documentOf(before), documentOf(after)];
  if (!was || draft.keeps === "less") return;
  const isSame =
    is !== undefined &&
    (draft.keeps === "everything"
      ? exactlySameDocument(was, is)
      : exactlySameDocument(inOneOrder(was), inOneOrder(is)));
  expect([title, isSame, isSame ? "" : after]).toEqual([title, true, ""]);
}

describe("of sets without errors", () => {
  test(
    "every refactoring that is offered can be carried out, keeps what it promises and brings no error",
    () => {
      const seen = new Map<string, number>();
      const property = fc.property(anyDraft, anyWriting, anySelections, (draft, writing, selections) => {
        const { done, late } = allDone(fixtureFrom(draft, writing), selections);
        expect(late).toEqual([]);
        for (const it of done) {
          expect([it.title, errorsIn(it.after)]).toEqual([it.title, 0]);
          expectPromiseKept(it);
          const kind = it.title.replace(/'[^']*'|\d+/g, "…");
          seen.set(kind, (seen.get(kind) ?? 0) + 1);
        }
      });
      fc.assert(property, LAW);
      expect([...seen.keys()].toSorted()).toMatchInlineSnapshot(`
        [
          "Extract to a new next objective",
          "Inline … into …",
          "Insert an objective before …",
          "Make … the default of this file",
          "Move … objectives to a new file",
          "Move … to a new file",
          "Split … here",
          "Write this text as a block",
          "Write this text as a folded block",
          "Write this text on one line",
          "Write … into the objectives",
          "Write … without …",
        ]
      `);
    },
    LAW_TIMEOUT * 4,
  );

  test(
    "no comment is lost",
    () => {
      const anyChoices = fc.array(fc.nat(8), { minLength: 1, maxLength: 40 });
      const property = fc.property(
        anyDraft,
        anyWriting,
        anySelections,
        anyChoices,
        (draft, writing, selections, choices) => {
          const fixture = commentedFixture(fixtureFrom(draft, writing), choices);
          for (const { title, after } of allDone(fixture, selections).done) {
            const kept = new Set(commentsIn(after));
            expect([title, commentsIn(fixture).filter((it) => !kept.has(it))]).toEqual([title, []]);
          }
        },
      );
      fc.assert(property, LAW);
    },
    LAW_TIMEOUT * 4,
  );

  test(
    "what was laid out still is",
    () => {
      const property = fc.property(anyDraft, anyWriting, anySelections, (draft, writing, selections) => {
        const fixture = laidOut(fixtureFrom(draft, { ...writing, lineBreak: "\n", end: "\n" }));
        for (const { title, after } of allDone(fixture, selections).done)
          expect([title, after]).toEqual([title, laidOut(after)]);
      });
      fc.assert(property, LAW);
    },
    LAW_TIMEOUT * 4,
  );

  test(
    "line ends are those of the file",
    () => {
      const property = fc.property(anyDraft, anyWriting, anySelections, (draft, writing, selections) => {
        const fixture = fixtureFrom(draft, { ...writing, lineBreak: "\r\n", fragment: 99, end: "\n" });
        for (const { title, after } of allDone(fixture, selections).done)
          expect([title, after.replace(/\/\/ \w+\.objectives\n/, "").match(/(?<!\r)\n/g)]).toEqual([
            title,
            null,
          ]);
      });
      fc.assert(property, LAW);
    },
    LAW_TIMEOUT * 4,
  );
});

function commentedFixture(fixture: string, choices: readonly number[]): string {
  return fixtureOf(new Map(Array.from(filesOf(fixture), ([id, text]) => [id, commented(text, choices)])));
}

function commentsIn(fixture: string): readonly string[] {
  return fixture.match(/note n\d+x/g) ?? [];
}

function laidOut(fixture: string): string {
  return fixtureOf(
    new Map(
      Array.from(filesOf(fixture), ([id, text]) => [id, text.trim() === "" ? "\n" : format(parse(text))]),
    ),
  );
}

describe("of any text", () => {
  const check = (fixture: string, selections: readonly (readonly [number, number, number])[]): void => {
    for (const it of allDone(fixture, selections).done) {
      expect([it.title, errorsIn(it.after) <= errorsIn(it.before)]).toEqual([it.title, true]);
      expectPromiseKept(it);
    }
  };

  test.each([
    ["program", anyProgram],
    ["set of several files", anyFixture],
    ["damaged program", anyDamagedProgram],
  ])(
    "%s",
    (_, texts) => {
      fc.assert(fc.property(texts, anySelections, check), LAW);
    },
    LAW_TIMEOUT * 4,
  );
});
