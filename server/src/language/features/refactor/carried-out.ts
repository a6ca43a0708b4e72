// A refactoring carried out: its edits as they are laid out, seen to bring no error and to keep what it promises.
import { compile } from "../../compile/compile.ts";
import { exactlySameDocument } from "../../compile/normalise.ts";
import type { SetDocument } from "../../compile/payload.ts";
import { check, type Check } from "../../diagnostics/check.ts";
import { sourceOf } from "../../model/analyze.ts";
import { editAll, type Source } from "../../model/source.ts";
import { groupedBy } from "../../text/grouped.ts";
import type { FileEdit, FileId } from "../../text/place.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import type { Sets } from "../fixes/helped.ts";
import { laidOutEdits } from "./layout.ts";
import { modelAfter, type SourcesAfter } from "./model-after.ts";
import { namedIn, type Named } from "./named.ts";
import type { Draft, NewFile } from "./refactoring.ts";

export interface CarriedOut {
  readonly edits: readonly FileEdit[];
  readonly newFile: NewFile | undefined;
  /** The name that somebody may want to choose another for; undefined where the refactoring gave none. */
  readonly named: Named | undefined;
}

/** The texts of the sets may have more in common than the drafts knew of: what would go wrong is refused, not done. */
export function carriedOut(sets: Sets, draft: Draft): CarriedOut | { readonly refused: Sentence } {
  const edits = laidOut(sets, draft);
  const sources = sourcesAfter(sets, edits);
  const after = sets.map((before) => check(modelAfter(before.model, sources, draft.newFile), before));
  for (const [index, before] of sets.entries()) {
    const now = after[index] ?? before;
    const reason = newError(before, now) ?? changed(before, now, draft);
    if (reason) return { refused: reason };
  }
  return { edits, newFile: draft.newFile, named: nameIn(sets[0], after[0], edits, draft) };
}

function nameIn(
  before: Check,
  after: Check | undefined,
  edits: readonly FileEdit[],
  { newName }: Draft,
): Named | undefined {
  return after && newName !== undefined ? namedIn(before.model, after.model, edits, newName) : undefined;
}

function laidOut(sets: Sets, { edits }: Draft): readonly FileEdit[] {
  return [...groupedBy(edits, ({ file }) => file)].flatMap(([file, own]) => {
    const source = sourceIn(sets, file);
    return source ? laidOutEdits(source, own).map((it) => ({ file, ...it })) : [];
  });
}

function sourceIn(sets: Sets, file: FileId): Source | undefined {
  return sets.map(({ model }) => sourceOf(model, file)).find((it) => it !== undefined);
}

function sourcesAfter(sets: Sets, edits: readonly FileEdit[]): SourcesAfter {
  const sources = new Map<FileId, Source>();
  for (const [file, own] of groupedBy(edits, (it) => it.file)) {
    const source = sourceIn(sets, file);
    if (source) sources.set(file, editAll(source, own));
  }
  return sources;
}

function newError(before: Check, after: Check): Sentence | undefined {
  const [was, is] = [errorsIn(before), errorsIn(after)];
  const more = [...is].find(([code, count]) => count > (was.get(code) ?? 0));
  return more && sentence`It would bring an error: '${more[0]}'.`;
}

function errorsIn({ findings }: Check): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code, severity } of findings)
    if (severity === "error") counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function changed(before: Check, after: Check, { keeps }: Draft): Sentence | undefined {
  if (keeps === "less") return undefined;
  const [was, is] = [compile(before), compile(after)];
  if (was.kind !== "document" || is.kind !== "document") return undefined;
  const isSame =
    keeps === "everything"
      ? exactlySameDocument(was.document, is.document)
      : exactlySameDocument(byName(was.document), byName(is.document));
  return isSame ? undefined : sentence`It would change what '${was.document.name}' tells the platform.`;
}

function byName({ name, objectives }: SetDocument): SetDocument {
  return { name, objectives: objectives.toSorted((one, other) => (one.name < other.name ? -1 : 1)) };
}
