// Includes after files were renamed or moved: they lead where they led.
import fc from "fast-check";
import { expect, test } from "vitest";
import { includeEdits, type Paths } from "../../../server/src/language/features/moved-files.ts";
import { includesIn } from "../../../server/src/language/model/files.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import type { FileId } from "../../../server/src/language/text/place.ts";
import { includedPath } from "../../../server/src/project/includes.ts";
import { parentOf, pathFrom } from "../../../server/src/project/paths.ts";
import { edited, fixtureOf } from "../../support/edited.ts";
import { filesOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";

const PATHS: Paths = {
  resolve: (from, path) => includedPath("/set", from, path),
  pathTo: (from, to) => pathFrom(parentOf(from) ?? "/", to),
};

/** The files with their includes as they have to be once each of `moves` has another name. */
function followed(
  files: ReadonlyMap<FileId, string>,
  moves: Readonly<Record<string, string>>,
): ReadonlyMap<FileId, string> {
  const sources = Array.from(files, ([id, text]) => ({ id, source: parse(text) }));
  return edited(
    files,
    includeEdits(sources, (id) => moves[id] ?? id, PATHS),
  );
}

function checkFollowed(moves: Readonly<Record<string, string>>, before: string, after: string): void {
  const absolute = Object.fromEntries(
    Object.entries(moves).map(([from, to]) => [`/set/${from}`, `/set/${to}`]),
  );
  expect(fixtureOf(followed(filesOf(before), absolute))).toBe(after);
}

test("what leads to a renamed file leads to its new name, in quotes that fit", () => {
  checkFollowed(
    { "b.objectives": 'c "d".objectives' },
    'objectives "S" // 👩‍👧\r\n\tinclude "./b.objectives" // stays\r\ninclude "b.objectives"\r\n',
    'objectives "S" // 👩‍👧\r\n\tinclude "./c \\"d\\".objectives" // stays\r\ninclude "c \\"d\\".objectives"\r\n',
  );
});

test("a file that moves takes its own includes along, also one that leads to nothing yet", () => {
  checkFollowed(
    { "main.objectives": "deep/er/main.objectives" },
    'objectives "S"\ninclude "./a/b.objectives"\ninclude "./later.objectives"\ninclude "./deep/er/c.objectives"\n',
    'objectives "S"\ninclude "../../a/b.objectives"\ninclude "../../later.objectives"\ninclude "./c.objectives"\n',
  );
});

test("files that move together keep the paths between them, however these are written", () => {
  checkFollowed(
    { "a/b.objectives": "x/b.objectives", "a/c.objectives": "x/c.objectives" },
    'objectives "S"\ninclude "./a/b.objectives"\n// a/b.objectives\ninclude "../a/./c.objectives"\ninclude "./c.objectives"\n',
    'objectives "S"\ninclude "./x/b.objectives"\n// a/b.objectives\ninclude "./c.objectives"\ninclude "./c.objectives"\n',
  );
});

test("what has nothing to do with it, leads out of the workspace or is half-written stays as it is", () => {
  const text =
    'include "../outside.objectives"\ninclude ""\ninclude\ninclude "./b.objectives"\ninclude "C:/x"';
  checkFollowed({ "c.objectives": "d.objectives" }, text, text);
});

const anyPath = fc
  .array(fc.constantFrom("a", "b", "ü x"), { minLength: 1, maxLength: 3 })
  .map((parts) => `/set/${parts.join("/")}.objectives`);

test("wherever files go, their includes lead to the same files", { timeout: LAW_TIMEOUT }, () => {
  const anyFiles = fc.uniqueArray(anyPath, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(anyFiles, anyFiles, fc.nat(), (olds, news, pick) => {
      const moves = Object.fromEntries(olds.map((old, index) => [old, news[index] ?? old]));
      const text = (from: FileId): string =>
        olds
          .map((to) => `include "${PATHS.pathTo(from, to) ?? ""}"\n`)
          .slice(pick % olds.length)
          .join("");
      const before = new Map(olds.map((id) => [id, text(id)]));
      const leadsTo = (from: FileId, source: string): readonly (FileId | undefined)[] =>
        includesIn(parse(source)).map(({ path }) => PATHS.resolve(from, path));
      for (const [id, after] of followed(before, moves)) {
        const wanted = leadsTo(id, before.get(id) ?? "").map((to) => moves[to ?? ""]);
        expect(leadsTo(moves[id] ?? "", after)).toEqual(wanted);
      }
    }),
    LAW,
  );
});
