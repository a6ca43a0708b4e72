// The laws of refactorings: what each promises holds, whatever is selected of whatever text.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../../server/src/language/compile/compile.ts";
import { exactlySameDocument } from "../../../server/src/language/compile/normalise.ts";
import type { SetDocument } from "../../../server/src/language/compile/payload.ts";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { carriedOut } from "../../../server/src/language/features/refactor/carried-out.ts";
import type { Draft as Refactored } from "../../../server/src/language/features/refactor/refactoring.ts";
import { format } from "../../../server/src/language/features/format.ts";
import { isSet, type Model } from "../../../server/src/language/model/analyze.ts";
import { parse, startOf } from "../../../server/src/language/model/source.ts";
import { tokenize } from "../../../server/src/language/syntax/tokens.ts";
import type { Place } from "../../../server/src/language/text/place.ts";
import { commented } from "../../support/commented.ts";
import { anyDraft, anyWriting, fixtureFrom, type Draft, type Writing } from "../../support/drafts.ts";
import { fixtureOf } from "../../support/edited.ts";
import { filesOf, modelOf, workspaceOf } from "../../support/fixture.ts";
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
  readonly draft: Refactored;
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
      const draft = it.draft();
      const after = outcome(asked, draft);
      if (after === undefined) late.push(titleOf(it));
      else done.push({ title: titleOf(it), draft, before: fixture, after });
    }
  }
  return { done, late };
}

function outcome(asked: AskedOf, draft: Refactored): string | undefined {
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

describe("what one does another undoes", () => {
  /** What becomes of the fixture where the first of these words stands; undefined where it is not offered. */
  const after = (fixture: string, at: string, title: RegExp): string | undefined => {
    const [file, text] = [...filesOf(fixture)].find(([, it]) => it.includes(at)) ?? ["", ""];
    const start = text.indexOf(at) + at.length;
    const asked = askedAt(fixture, { file, span: { start, end: start } });
    const found = refactoringsIn(asked).find((it) => title.test(titleOf(it)));
    return found && "draft" in found ? outcome(asked, found.draft()) : undefined;
  };

  test(
    "a value in the defaults and back in the objectives",
    () => {
      const property = fc.property(anyDraft, anyWriting, (draft, writing) => {
        const objectives = draft.objectives.map((it) => ({
          ...it,
          properties: [...it.properties.filter((said) => said !== "confirm manual"), "confirm manual"],
        }));
        const plain = { ...writing, lineBreak: "\n", comments: 99, fragment: 99, end: "\n" };
        const before = laidOut(fixtureFrom({ ...draft, defaults: [], objectives }, plain));
        const between = after(before, "confirm ", /^Make .* the default/) ?? "";
        expect(between.match(/confirm manual/g)).toEqual(["confirm manual"]);
        expect(after(between, "confirm ", /^Write .* into the objectives/)).toBe(before);
      });
      fc.assert(property, LAW);
    },
    LAW_TIMEOUT,
  );

  test(
    "a catch-all and a way without a condition",
    () => {
      const property = fc.property(anyDraft, anyWriting, (draft, writing) => {
        const objectives = draft.objectives.map((it) => ({
          ...it,
          edges: it.edges.map((edge) => edge.replace(" otherwise", "")),
        }));
        // A line that gets too long is broken, and stays so.
        const before = fixtureFrom(
          { ...draft, objectives },
          { ...writing, comments: 99, oneLine: 99, end: "\n" },
        );
        const [, target] = /when "[^"]*"\s+-> (\w+)/.exec(before) ?? [];
        if (target === undefined) return;
        const required = /when "[^"]*"\s+-> /.exec(before)?.[0] ?? "";
        const between = after(before, required, /^Write .* otherwise'$/) ?? "";
        expect(between).toContain(`-> ${target} otherwise`);
        expect(after(between, "otherwise", /without 'otherwise'$/)).toBe(before);
      });
      fc.assert(property, LAW);
    },
    LAW_TIMEOUT,
  );

  test(
    "an objective that is inserted and inlined again leaves nothing but its prompt",
    () => {
      const property = fc.property(anyDraft, anyWriting, (draft, writing) => {
        const objectives = draft.objectives.map((it, index) => ({
          ...it,
          properties: it.properties.filter((said) => !/^(?:confirm|modality|callback)/.test(said)),
          edges: index + 1 < draft.objectives.length ? [`-> ${draft.objectives[index + 1]?.name}`] : [],
        }));
        const before = fixtureFrom({ ...draft, objectives }, writing);
        const between = after(before, "-> ask", /^Insert an objective before/) ?? "";
        const back = after(between, "-> before_ask_name".slice(0, -1), /^Inline 'before_ask_name' into/);
        const said = JSON.stringify(documentOf(back ?? ""));
        expect(said.replace(/(?: |\\n)Say what the agent should achieve\./, "")).toBe(
          JSON.stringify(documentOf(before)),
        );
      });
      fc.assert(property, LAW);
    },
    LAW_TIMEOUT,
  );
});

test(
  "declarations that it is not about stay as they are, letter by letter",
  () => {
    const property = fc.property(anyProgram, anySelections, (program, selections) => {
      for (const { title, draft, after } of allDone(program, selections).done) {
        const source = parse(program);
        const untouched = source.units.filter(({ text }, index) => {
          const start = startOf(source, index);
          return !draft.edits.some(({ span }) => span.start <= start + text.length && span.end >= start);
        });
        const gone = untouched.filter(({ text }) => !after.includes(text.trimEnd()));
        expect([title, gone.map(({ text }) => text)]).toEqual([title, []]);
      }
    });
    fc.assert(property, LAW);
  },
  LAW_TIMEOUT * 4,
);

test(
  "another set that shares a fragment has no new error, and compiles to what it did where that is promised",
  () => {
    const seen = { shared: 0, kept: 0 };
    const property = fc.property(anyDraft, anyWriting, anySelections, (draft, writing, selections) => {
      const fixture = withNeighbour(draft, writing);
      for (const { title, draft: it, after } of allDone(fixture, selections).done) {
        const [was, is] = [fixture, after].map((text) =>
          workspaceOf(text)
            .filter(isSet)
            .map((model) => checked(model)),
        );
        expect([title, is?.map((set) => set.errors)]).toEqual([title, was?.map((set) => set.errors)]);
        if (it.keeps === "everything")
          expect([title, is?.map((set) => set.said)]).toEqual([title, was?.map((set) => set.said)]);
        seen.shared += it.edits.some(({ file }) => file.endsWith("part.objectives")) ? 1 : 0;
        seen.kept += it.keeps === "everything" ? 1 : 0;
      }
    });
    fc.assert(property, LAW);
    expect(Math.min(seen.shared, seen.kept)).toBeGreaterThan(LAW.numRuns / 20);
  },
  LAW_TIMEOUT * 4,
);

/** The draft with its last objectives in a fragment, which another set has, too. */
function withNeighbour(draft: Draft, writing: Writing): string {
  const arrows = draft.objectives.slice(2).map(({ name }, index) => `  -> ${name} when "It is ${index}"`);
  const own = fixtureFrom(draft, { ...writing, lineBreak: "\n", fragment: 2, end: "\n" });
  return `${own}// neighbour.objectives
objectives "Neighbour"
include "./part.objectives"
param brand = "Acme"
defaults { modality visual }
objective first {
  prompt "Ask what it is."
${arrows.join("\n")}
}
`;
}

function checked(model: Model): { readonly errors: number; readonly said: string } {
  const result = check(model);
  return {
    errors: result.findings.filter(({ severity }) => severity === "error").length,
    said: JSON.stringify(compile(result), (key, value: unknown) => (key === "findings" ? undefined : value)),
  };
}

describe("of any text", () => {
  const checkAll = (fixture: string, selections: readonly (readonly [number, number, number])[]): void => {
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
      fc.assert(fc.property(texts, anySelections, checkAll), LAW);
    },
    LAW_TIMEOUT * 4,
  );
});
