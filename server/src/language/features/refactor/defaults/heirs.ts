// The objectives for which the defaults of a file speak where they say nothing themselves.
import { fileIndex, type Model } from "../../../model/analyze.ts";
import { applied, defaultsByFile, type Defaults } from "../../../model/inherited.ts";
import { declarationsOf } from "../../../model/source.ts";
import type * as ast from "../../../syntax/ast.ts";
import type { FileId } from "../../../text/place.ts";
import { foundIn, objectiveSpot, type Found, type ObjectiveSpot } from "../../fixes/found.ts";
import type { Sets } from "../../fixes/helped.ts";

export type Inheritable = ast.Confirm | ast.Modality | ast.Callback;
export type Kind = keyof Defaults;

/** An objective of one of the sets. Params count as they are written. */
export interface Heir extends ObjectiveSpot {
  /** Whether it stands in the file of the defaults itself. */
  readonly home: "here" | "elsewhere";
  /** What it says itself. */
  readonly own: readonly Inheritable[];
  /** What holds for it, whoever says so. */
  readonly value: string;
}

/** Those of the file, and, of a set's own file, those of its fragments that have no such default themselves. */
export function heirsOf(sets: Sets, file: FileId, kind: Kind): readonly Heir[] {
  return sets.flatMap(({ model }) => {
    const home = fileIndex(model, file);
    return home === undefined ? [] : heirsIn(model, home, kind);
  });
}

function heirsIn(model: Model, home: number, kind: Kind): readonly Heir[] {
  const below = defaultsByFile(model, new Map());
  const takes = model.files.map(
    ({ source }, file) => file === home || (home === 0 && !saysDefault(source, kind)),
  );
  return model.symbols.objectives.flatMap(({ at }, index): readonly Heir[] => {
    const [spot, defaults] = [objectiveSpot(model, index), below[at.file]];
    if (!spot || !defaults || takes[at.file] !== true) return [];
    const own = saidIn(spot.objective.properties, kind);
    const value = applied(spot.objective.properties, defaults, new Map())[kind];
    return [{ ...spot, home: at.file === home ? "here" : "elsewhere", own, value }];
  });
}

function saysDefault(source: Model["files"][number]["source"], kind: Kind): boolean {
  return [...declarationsOf(source)].some(
    ({ node }) => node.kind === "defaults" && saidIn(node.properties, kind).length > 0,
  );
}

export function saidIn(properties: readonly ast.Property[], kind: Kind): readonly Inheritable[] {
  return properties.filter((it): it is Inheritable => it.kind === kind);
}

/** The property of this kind that is selected something in. */
export function inheritableAt({ declaration, span }: Found): Inheritable | undefined {
  if (declaration?.kind !== "objective" && declaration?.kind !== "defaults") return undefined;
  return declaration.properties.find(
    (it): it is Inheritable => isInheritable(it) && it.span.start <= span.start && span.end <= it.span.end,
  );
}

function isInheritable({ kind }: ast.Property): boolean {
  return kind === "confirm" || kind === "modality" || kind === "callback";
}

/** What the property says, params as they are written; undefined where that is missing. */
export function valueOf(property: Inheritable): string | undefined {
  const isSaid = property.kind === "callback" ? property.text : property.value;
  if (!isSaid) return undefined;
  return applied([property], { confirm: "", modality: "", callback: "" }, new Map())[property.kind];
}

/** A block of defaults in its file. */
export interface DefaultsSpot extends Found {
  readonly block: ast.Defaults;
}

/** Every block of defaults in the file: more than one is a mistake. */
export function blocksIn(model: Model, file: FileId): readonly DefaultsSpot[] {
  const source = model.files[fileIndex(model, file) ?? -1]?.source;
  return [...(source ? declarationsOf(source) : [])].flatMap(({ node, offset }): readonly DefaultsSpot[] => {
    if (node.kind !== "defaults") return [];
    const span = { start: offset + node.span.start, end: offset + node.span.end };
    const found = foundIn(model, { file, span });
    return found ? [{ ...found, block: node }] : [];
  });
}
