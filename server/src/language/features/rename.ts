// Another name for an objective, a variable or a param, wherever it is mentioned: in every set that shares a file with it.
import { placeAt, unitOf, type Model } from "../model/analyze.ts";
import type { Role } from "../model/mentions.ts";
import { kindOfRole, mentionsOfName, type NameKind } from "../model/names.ts";
import type { Ref } from "../model/symbols.ts";
import { isName, isPlainName, printString } from "../syntax/print.ts";
import type { FileEdit, FileId, Point } from "../text/place.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import type { Span } from "../text/span.ts";
import { nameAt } from "./name-at.ts";

export type Rename = { readonly edits: readonly FileEdit[] } | { readonly refused: Sentence };

/** What stands at the place and can be renamed. */
export interface Renamable {
  readonly kind: NameKind;
  readonly name: string;
  readonly span: Span;
}

/** The name at the place; undefined where nothing can be renamed. */
export function renamableAt(model: Model, point: Point): Renamable | undefined {
  const at = nameAt(model, point);
  return at && { kind: kindOfRole(at.role), name: at.name, span: at.span };
}

/** The edits that rename what stands at a place of the first model; the others are sets that may share files with it. */
export function rename(models: readonly [Model, ...Model[]], point: Point, newName: string): Rename {
  const found = renamableAt(models[0], point);
  if (!found)
    return {
      refused: sentence`Nothing here has a name: put the cursor on an objective, a variable or a param.`,
    };
  return renameName(models, found.kind, found.name, newName);
}

/** As `rename`, for a name that is known. */
export function renameName(
  models: readonly [Model, ...Model[]],
  kind: NameKind,
  name: string,
  newName: string,
): Rename {
  const refused = unfit(kind, newName);
  if (refused !== undefined) return { refused };
  if (newName === name) return { edits: [] };
  const concerned = sharing(models, kind, name);
  const taken = concerned.find((model) => mentionsOfName(model, kind, newName).length > 0);
  if (taken) return { refused: IS_THERE[kind](newName) };
  return { edits: renamedIn(models, kind, name, newName) };
}

/**
 * The edits that write another name wherever the first model mentions one, and whatever set shares a file in which it is
 * mentioned; whether it can be given is seen to by the caller.
 */
export function renamedIn(
  models: readonly [Model, ...Model[]],
  kind: NameKind,
  name: string,
  newName: string,
): readonly FileEdit[] {
  const edits = sharing(models, kind, name).flatMap((model) =>
    mentionsOfName(model, kind, name).map((at) => ({
      ...placeAt(model, at),
      newText: written(model, at, newName),
    })),
  );
  const byPlace = new Map(edits.map((it) => [`${it.file}\n${it.span.start}`, it]));
  return [...byPlace.values()];
}

const IS_THERE = {
  objective: (name) => sentence`An objective '${name}' is there already: choose another name.`,
  variable: (name) => sentence`A variable '${name}' is there already: choose another name.`,
  param: (name) => sentence`A param '${name}' is there already: choose another name.`,
} as const satisfies Record<NameKind, (name: string) => Sentence>;

/** Why a name cannot be given; undefined where it can. */
function unfit(kind: NameKind, name: string): Sentence | undefined {
  if (name.trim() === "") return sentence`A name needs at least one letter.`;
  if (kind === "param" && !isName(name))
    return sentence`'${name}' cannot be written in \${…}: use letters, digits, '_' and single '-' between them.`;
  if (kind === "objective" && /\s/.test(name))
    return sentence`The platform refuses names with spaces: write '${name.trim().replace(/\s+/g, "_")}'.`;
  return undefined;
}

/** The first model, and those in which a file that would be edited mentions the name too. */
function sharing(models: readonly [Model, ...Model[]], kind: NameKind, name: string): readonly Model[] {
  const concerned = new Set([models[0]]);
  const edited = new Set(filesWith(models[0], kind, name));
  // A Set grows while it is walked: a set that joins brings its own files.
  for (const _ of concerned) {
    for (const model of models) {
      const files = filesWith(model, kind, name);
      if (concerned.has(model) || !files.some((file) => edited.has(file))) continue;
      concerned.add(model);
      files.forEach((file) => edited.add(file));
    }
  }
  return [...concerned];
}

function filesWith(model: Model, kind: NameKind, name: string): readonly FileId[] {
  return mentionsOfName(model, kind, name).map((at) => placeAt(model, at).file);
}

/** Quotes that were not needed are somebody's own, so they stay; those that were go with what needed them. */
function written(model: Model, at: Ref, newName: string): string {
  const unit = unitOf(model, at);
  const mention = unit?.mentions[at.mention];
  if (!unit || !mention || mention.role === "param-use") return newName;
  const isQuoted = unit.text.startsWith('"', mention.span.start);
  const isOwnWish = isQuoted && !needsQuotes(mention.role, mention.name);
  return isOwnWish || needsQuotes(mention.role, newName) ? printString(newName) : newName;
}

/** As a step the plain name `end` would end the scenario. */
function needsQuotes(role: Role, name: string): boolean {
  return !isPlainName(name) || (role === "step" && name === "end");
}
