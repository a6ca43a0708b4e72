// The objectives for which the defaults of a file speak where they say nothing themselves.
import { fileIndex, type Model } from "../../../model/analyze.ts";
import { applied, defaultsByFile, type Defaults } from "../../../model/inherited.ts";
import type { SetFile } from "../../../model/files.ts";
import { declarationsOf, type Source } from "../../../model/source.ts";
import type * as ast from "../../../syntax/ast.ts";
import type { FileId } from "../../../text/place.ts";
import {
  declarationSpots,
  writtenAt,
  type DeclarationSpot,
  type Found,
  type ObjectiveSpot,
  type Spot,
} from "../../fixes/found.ts";
import type { Sets } from "../../fixes/helped.ts";

export type Inheritable = ast.Confirm | ast.Modality | ast.Callback;
export type Kind = keyof Defaults;

/** An objective of one of the sets. Params count as they are written. */
interface Valued extends ObjectiveSpot {
  /** What it says itself. */
  readonly own: readonly Inheritable[];
  /** What holds for it, whoever says so. */
  readonly value: string;
}

export interface Heir extends Valued {
  /** Whether it stands in the file of the defaults itself. */
  readonly home: "here" | "elsewhere";
}

/** Those of the file, and, of a set's own file, those of its fragments that have no such default themselves. */
export function heirsOf(sets: Sets, file: FileId, kind: Kind): readonly Heir[] {
  return sets.flatMap(({ model }) => {
    const home = fileIndex(model, file);
    if (home === undefined) return [];
    const takes = ({ id, source }: SetFile): boolean =>
      id === file || (home === 0 && !saysDefault(source, kind));
    return objectivesIn(model, takes, kind).map((it): Heir => ({
      ...it,
      home: it.file === file ? "here" : "elsewhere",
    }));
  });
}

/** What holds for the objectives of some files, in every set that these are a part of. */
export function valuesIn(sets: Sets, files: ReadonlySet<FileId>, kind: Kind): readonly Valued[] {
  return sets.flatMap(({ model }) => objectivesIn(model, ({ id }) => files.has(id), kind));
}

function objectivesIn(model: Model, isWanted: (file: SetFile) => boolean, kind: Kind): readonly Valued[] {
  const below = defaultsByFile(model, new Map());
  return model.files.flatMap((file, index) => {
    const defaults = below[index];
    return defaults && isWanted(file) ? valuedIn(declarationSpots(model, index), defaults, kind) : [];
  });
}

function valuedIn(spots: readonly DeclarationSpot[], defaults: Defaults, kind: Kind): readonly Valued[] {
  return spots.flatMap(({ declaration: objective, ...spot }): readonly Valued[] => {
    if (objective.kind !== "objective") return [];
    const { properties } = objective;
    const value = applied(properties, defaults, new Map())[kind];
    return [{ ...spot, objective, own: saidIn(properties, kind), value }];
  });
}

function saysDefault(source: Source, kind: Kind): boolean {
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
export interface DefaultsSpot extends Spot {
  readonly block: ast.Defaults;
}

/** Every block of defaults in the file: more than one is a mistake. */
export function blocksIn(model: Model, file: FileId): readonly DefaultsSpot[] {
  return declarationSpots(model, fileIndex(model, file) ?? -1).flatMap(
    ({ declaration: block, ...spot }): readonly DefaultsSpot[] =>
      block.kind === "defaults" ? [{ ...spot, block }] : [],
  );
}

/** The property as a title says it: on one line. */
export function asTitle(spot: Found, { span }: Inheritable): string {
  return writtenAt(spot, span).replace(/\s+/g, " ");
}
