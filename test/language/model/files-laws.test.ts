// Law of sets of several files: after any edits to any of them a set is what a fresh reading makes of them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { check, type Check } from "../../../server/src/language/diagnostics/check.ts";
import { analyze } from "../../../server/src/language/model/analyze.ts";
import { assemble, refreshed, type Library } from "../../../server/src/language/model/files.ts";
import { edit, parse, type Source } from "../../../server/src/language/model/source.ts";
import type { FileId } from "../../../server/src/language/text/place.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyPieces, anyWord } from "../../support/text-generators.ts";
import { unitStarts } from "../../support/unit-starts.ts";

const IDS = ["/main", "/a", "/b", "/c"] as const;

const include = fc.constantFrom(...IDS, "/gone", "").map((id) => `\ninclude "${id}"\n`);
const piece = fc.oneof(
  { weight: 3, arbitrary: anyWord },
  { weight: 2, arbitrary: include },
  { weight: 2, arbitrary: anyPieces },
);
const anyFile = fc.array(fc.oneof({ weight: 1, arbitrary: include }, { weight: 2, arbitrary: anyPieces }), {
  maxLength: 4,
});

type Files = ReadonlyMap<FileId, { readonly text: string; readonly source: Source }>;

const anyFiles: fc.Arbitrary<Files> = fc.tuple(fc.boolean(), ...IDS.map(() => anyFile)).map(
  ([isSet, ...pieces]) =>
    new Map(
      IDS.map((id, index) => {
        const header = index === 0 && isSet ? 'objectives "S"\n' : "";
        const text = header + (pieces[index] ?? []).join("");
        return [id, { text, source: parse(text) }] as const;
      }),
    ),
);

function libraryOf(files: Files): Library {
  return {
    resolve: (_, path) => (path === "" ? undefined : path),
    read: (id) => files.get(id)?.source ?? "missing",
  };
}

/** The set as it is found when nothing is known of it. */
function fresh(files: Files): Check {
  const parsed = new Map(Array.from(files, ([id, { text }]) => [id, { text, source: parse(text) }]));
  const source = parsed.get(IDS[0])?.source ?? parse("");
  return check(analyze(assemble({ id: IDS[0], source }, libraryOf(parsed))));
}

function after(files: Files, before: Check): Check {
  const source = files.get(IDS[0])?.source ?? parse("");
  const set = refreshed(before.model, { id: IDS[0], source }, libraryOf(files));
  return check(analyze(set, before.model), before);
}

const comparable = ({ model, findings, silenced }: Check): unknown => ({
  files: model.files.map(({ id, source }) => [id, source.units, unitStarts(source)]),
  includes: model.includes,
  symbols: model.symbols,
  findings,
  silenced,
});

test("any edits to any files lead to what a fresh reading finds", { timeout: LAW_TIMEOUT }, () => {
  const change = fc.record({
    file: fc.constantFrom(...IDS),
    at: fc.nat(),
    length: fc.nat({ max: 40 }),
    newText: piece,
    /** Several edits may come before somebody asks. */
    asked: fc.boolean(),
  });
  fc.assert(
    fc.property(anyFiles, fc.array(change, { minLength: 1, maxLength: 8 }), (first, changes) => {
      let files = first;
      let state = fresh(files);
      for (const { file, at, length, newText, asked } of changes) {
        const { text, source } = files.get(file) ?? { text: "", source: parse("") };
        const start = at % (text.length + 1);
        const end = Math.min(text.length, start + length);
        const now = {
          text: text.slice(0, start) + newText + text.slice(end),
          source: edit(source, { span: { start, end }, newText }),
        };
        files = new Map([...files, [file, now]]);
        if (asked) state = after(files, state);
      }
      expect(comparable(after(files, state))).toEqual(comparable(fresh(files)));
    }),
    LAW,
  );
});
