// Decompiling into files that are there: only what a document says differently changes in the text.
import { sentence } from "../text/sentence.ts";
import type { Check } from "../diagnostics/check.ts";
import type { Finding } from "../diagnostics/finding.ts";
import type { Model } from "../model/analyze.ts";
import { BUILT_IN_DEFAULTS } from "../model/inherited.ts";
import { paramValues, type ParamValues } from "../model/params.ts";
import { applyEdits, shiftEdits, tidyEdits } from "../text/edits.ts";
import { groupedBy } from "../text/grouped.ts";
import type { FileEdit } from "../text/place.ts";
import { compile, isBlocking } from "./compile.ts";
import { printObjective } from "./decompile.ts";
import { matchObjectives } from "./match.ts";
import { canonicalItem, normalise } from "./normalise.ts";
import type { ObjectiveItem, SetDocument } from "./payload.ts";
import { arrange, type Wanted } from "./pull/arrange.ts";
import { pullDefaults, type PulledDefaults } from "./pull/defaults.ts";
import { filesOf, homeIn, ofKind, spanIn, type DeclaredObjective, type PulledFile } from "./pull/files.ts";
import { keyNotes, lostComments, orderNote, type PullNote } from "./pull/notes.ts";
import { declarationText, pullObjective } from "./pull/objective.ts";
import type { Renames } from "./pull/pair-edges.ts";
import { stepEdits, titleEdits } from "./pull/references.ts";
import type { MetaEntry } from "./read-payload.ts";

/**
 * What a document changes in a text. `edits` are in order within each file, do not overlap and are as small as can be.
 * `refused`: the text says no one document, so nobody can tell what changed; the findings say why. `fragment`: it is no set.
 */
export type Pulled =
  | { readonly kind: "edits"; readonly edits: readonly FileEdit[]; readonly notes: readonly PullNote[] }
  | { readonly kind: "refused"; readonly findings: readonly Finding[] }
  | { readonly kind: "fragment" };

/**
 * The edits after which a checked set compiles to the remote document, and to which everything else is the same, byte for byte.
 * What the two say alike is not touched, so there are none where they are one document. An objective is known by its
 * name, or by what it says where it was renamed; then its mentions are renamed, too. Of conditions that differ in
 * nothing but their order the text's order stays. An objective stays in its file, a new one goes to the set's own:
 * which file's objectives come first only the includes say, and a note does where that is not the remote order.
 * `extras` are the keys that the platform does not have, for every remote objective by its place: a new one has them as `meta`.
 */
export function pull(check: Check, remote: SetDocument, extras: readonly (readonly MetaEntry[])[]): Pulled {
  const compiled = compile(check);
  if (compiled.kind === "fragment") return compiled;
  if (compiled.kind === "refused")
    return { kind: "refused", findings: compiled.findings.filter((it) => isBlocking(it, check.model)) };
  const task = taskOf(check.model, compiled.document, remote, extras);
  const pulled = task.files.map((file) => pullFile(task, file));
  return {
    kind: "edits",
    edits: pulled.flatMap(({ edits }) => edits),
    notes: [...orderNote(task.files), ...pulled.flatMap(({ notes }) => notes)],
  };
}

interface Task {
  readonly params: ParamValues;
  readonly files: readonly FileTask[];
  readonly before: SetDocument;
  readonly after: SetDocument;
  readonly extras: readonly (readonly MetaEntry[])[];
  /** For each remote objective the place of the one in the text that it was. */
  readonly origins: readonly (number | undefined)[];
  /** For each objective of the text its place in the remote document. */
  readonly places: ReadonlyMap<number, number>;
  readonly renames: Renames;
}

interface FileTask extends PulledFile {
  /** What its defaults come to say. */
  readonly defaults: PulledDefaults;
  /** The places, in the remote document, of the objectives that it is to have. */
  readonly order: readonly number[];
}

function taskOf(
  model: Model,
  local: SetDocument,
  remote: SetDocument,
  extras: readonly (readonly MetaEntry[])[],
): Task {
  const params = paramValues(model.symbols, model.given);
  const files = filesOf(model, params);
  const [before, after] = [normalise(local), normalise(remote)];
  const { origins } = matchObjectives(before, after);
  const places = new Map(origins.flatMap((old, place) => (old === undefined ? [] : [[old, place] as const])));
  const wantedFor = (index: number): ObjectiveItem | undefined => after.objectives[places.get(index) ?? -1];
  const defaults = pullDefaults(files, params, wantedFor);
  const order = orderIn(files, origins);
  return {
    params,
    files: files.map((file, index) => ({
      ...file,
      defaults: defaults[index] ?? { edits: [], below: BUILT_IN_DEFAULTS },
      order: order[index] ?? [],
    })),
    before,
    after,
    extras,
    origins,
    places,
    renames: renamesOf(before, after, places),
  };
}

/** A name that is still there, or that another objective had first, means what it meant. */
function renamesOf(before: SetDocument, after: SetDocument, places: ReadonlyMap<number, number>): Renames {
  const names = new Set(after.objectives.map(({ name }) => name));
  const renames = new Map<string, string>();
  const seen = new Set<string>();
  for (const [index, { name }] of before.objectives.entries()) {
    const renamed = after.objectives[places.get(index) ?? -1]?.name;
    if (renamed !== undefined && !names.has(name) && !seen.has(name)) renames.set(name, renamed);
    seen.add(name);
  }
  return renames;
}

/** For each file the places of its objectives. A new one is the set's own: a fragment may be a part of others, too. */
function orderIn(
  files: readonly PulledFile[],
  origins: readonly (number | undefined)[],
): readonly (readonly number[])[] {
  const fileOf = new Map(
    files.flatMap(({ objectives }, file) => objectives.map(({ index }) => [index, file] as const)),
  );
  const placesIn = groupedBy([...origins.keys()], (place) => fileOf.get(origins[place] ?? -1) ?? SET_FILE);
  return files.map((_, file) => placesIn.get(file) ?? []);
}

/** The set's own file is the first of its files. */
const SET_FILE = 0;

interface PulledText {
  readonly edits: readonly FileEdit[];
  readonly notes: readonly PullNote[];
}

function pullFile(task: Task, file: FileTask): PulledText {
  const changes = file.objectives.map((it) => changesOf(task, file, it));
  const layout = { ...file, declarations: file.objectives.map(spanIn), home: homeIn(file) };
  const edits = tidyEdits(file.text, [
    ...ofKind(file.declarations, "header")
      .slice(0, 1)
      .flatMap((it) => titleEdits(it, task.after.name, task.params)),
    ...file.defaults.edits,
    ...ofKind(file.declarations, "scenario").flatMap((it) => stepEdits(it, task.renames)),
    ...arrange(layout, wantedIn(task, file), (declaration) => changes[declaration]?.edits ?? []),
  ]);
  const lost = edits.length === 0 ? [] : lostComments(file, applyEdits(file.text, edits));
  return {
    edits: edits.map((edit) => ({ file: file.id, ...edit })),
    notes: [...changes.flatMap(({ notes }) => notes), ...lost],
  };
}

function wantedIn({ origins, after, extras }: Task, file: FileTask): readonly Wanted[] {
  const site = { lineEnd: file.lineEnd, indentation: file.objectives[0]?.site.indentation ?? "" };
  return file.order.map((place): Wanted => {
    const origin = origins[place];
    const item = after.objectives[place];
    if (origin !== undefined) return file.objectives.findIndex((it) => it.index === origin);
    const printed = item ? printObjective(item, extras[place] ?? [], file.defaults.below) : "";
    return site.indentation + declarationText(printed, site);
  });
}

/** What changes in one declaration, as it counts in its file. */
function changesOf(task: Task, file: FileTask, declared: DeclaredObjective) {
  const { before, after, places, renames, extras } = task;
  const place = places.get(declared.index);
  const item = place === undefined ? undefined : after.objectives[place];
  const old = before.objectives[declared.index];
  if (place === undefined || !item || !old) return { edits: [], notes: [] };
  const notes = keyNotes(file, declared, extras[place] ?? []);
  if (canonicalItem(old) === canonicalItem(item)) return { edits: [], notes };
  const { edits, isRewritten } = pullObjective(declared.site, declared.node, item, {
    below: file.defaults.below,
    renames,
  });
  const reason = sentence`"${item.name}" was written anew: what changed could not be told from the rest.`;
  const rewritten = isRewritten ? [{ file: file.id, span: spanIn(declared), reason }] : [];
  return { edits: shiftEdits(edits, declared.offset), notes: [...notes, ...rewritten] };
}
