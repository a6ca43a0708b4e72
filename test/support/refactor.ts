// Refactorings on fixtures: what is offered for a selection, and what the files are afterwards. `$0…$0` is selected.
import { expect } from "vitest";
import { check } from "../../server/src/language/diagnostics/check.ts";
import {
  REFACTORING_KINDS,
  refactoringsOf,
  type RefactoringKind,
} from "../../server/src/language/features/refactor.ts";
import { carriedOut, type CarriedOut } from "../../server/src/language/features/refactor/carried-out.ts";
import type { Asking, Draft, Refactoring } from "../../server/src/language/features/refactor/refactoring.ts";
import type { FileId } from "../../server/src/language/text/place.ts";
import { inWords } from "../../server/src/language/text/sentence.ts";
import { edited, fixtureOf } from "./edited.ts";
import { filesOf, workspaceOf } from "./fixture.ts";

/** What is asked about a fixture, with its files; the sets that hold the selection come first. */
export interface AskedOf {
  readonly asking: Asking;
  readonly files: ReadonlyMap<FileId, string>;
}

export function askedOf(source: string): AskedOf {
  const fixture = source.replace(/^\n/, "");
  const [file, text] = [...filesOf(fixture)].find(([, it]) => it.includes("$0")) ?? ["", ""];
  const start = text.indexOf("$0");
  const end = text.indexOf("$0", start + 2);
  const span = { start, end: end < 0 ? start : end - 2 };
  return askedAt(fixture.replaceAll("$0", ""), { file, span });
}

export function askedAt(fixture: string, selection: Asking["selection"]): AskedOf {
  const files = filesOf(fixture);
  const [first, ...others] = workspaceOf(fixture)
    .toSorted((one, other) => Number(has(other, selection.file)) - Number(has(one, selection.file)))
    .map((model) => check(model));
  if (!first) throw new Error("The fixture has no set.");
  const beside = new Set([...files.keys()].map((it) => it.replace("/set/", "")));
  return { asking: { sets: [first, ...others], selection, beside }, files };
}

function has({ files }: { readonly files: readonly { readonly id: FileId }[] }, file: FileId): boolean {
  return files.some(({ id }) => id === file);
}

/** Everything that is offered or refused there. */
export function refactoringsIn({
  asking,
}: AskedOf): readonly (Refactoring & { readonly kind: RefactoringKind })[] {
  return REFACTORING_KINDS.flatMap((kind) => refactoringsOf(kind, asking).map((it) => ({ ...it, kind })));
}

export function titleOf({ title }: Refactoring): string {
  return inWords(title, {});
}

/** The fixture after what was done, the new file behind the others; throws where edits overlap. */
export function fixtureAfter({ files }: AskedOf, { edits, newFile }: CarriedOut): string {
  const after = new Map(edited(files, edits));
  if (newFile) after.set(newFile.from.replace(/[^/]*$/, "") + newFile.path.replace("./", ""), newFile.text);
  if (after.size > 1) for (const [id, text] of after) if (!/[\r\n]$/.test(text)) after.set(id, `${text}\n`);
  return fixtureOf(after);
}

/** What comes of a draft; throws where it is refused when it is carried out. */
export function done({ asking }: AskedOf, draft: Draft): CarriedOut {
  const result = carriedOut(asking.sets, draft);
  if ("refused" in result) throw new Error(inWords(result.refused, {}));
  return result;
}

/** Holds the fixture after the refactoring of that title. */
export function checkRefactor(title: string, before: string, after: string): void {
  const asked = askedOf(before);
  const all = refactoringsIn(asked);
  expect(all.map(titleOf)).toContain(title);
  const found = all.find((it) => titleOf(it) === title);
  if (!found || !("draft" in found)) throw new Error(found && inWords(found.refused, {}));
  expect(fixtureAfter(asked, done(asked, found.draft()))).toBe(after.replace(/^\n/, ""));
}

/** Holds why the refactoring of that title cannot be done. */
export function checkRefused(title: string, fixture: string, reason: string): void {
  const all = refactoringsIn(askedOf(fixture)).map((it) => [
    titleOf(it),
    "refused" in it ? inWords(it.refused, {}) : "offered",
  ]);
  expect(all).toContainEqual([title, reason]);
}

/** Holds the titles of what is offered or refused for a selection. */
export function checkOffered(fixture: string, titles: readonly string[]): void {
  expect(refactoringsIn(askedOf(fixture)).map(titleOf)).toEqual(titles);
}
