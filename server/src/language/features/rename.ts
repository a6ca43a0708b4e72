// Another name for an objective, a variable or a param, wherever it is mentioned: in every set that shares a file with it.
import { unitOf, type Model } from "../model/analyze.ts";
import type { Role } from "../model/mentions.ts";
import { kindOfRole, mentionsOfName, type NameKind } from "../model/names.ts";
import { eachOnce, mentionedIn, setsOf, type Sets } from "../model/sharing.ts";
import type { Ref } from "../model/symbols.ts";
import { isName, isPlainName, printString } from "../syntax/print.ts";
import type { FileEdit, FileId, Point } from "../text/place.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import type { Span } from "../text/span.ts";
import { nameAt, textAt, type TextRole } from "./name-at.ts";

export type Rename = { readonly edits: readonly FileEdit[] } | { readonly refused: Sentence };

/** What stands at the place and can be renamed, or why nothing can be. */
export type Renamable =
  { readonly kind: NameKind; readonly name: string; readonly span: Span } | { readonly refused: Sentence };

/** What a rename at the place would be about. */
export function renamableAt(model: Model, point: Point): Renamable {
  const at = nameAt(model, point);
  if (at) return { kind: kindOfRole(at.role), name: at.name, span: at.span };
  const text = textAt(model, point);
  return { refused: text ? WHY_NOT[text.role] : NOTHING_THERE };
}

const NOTHING_THERE = sentence`Nothing here has a name: put the cursor on an objective, a variable or a param.`;

const WHY_NOT = {
  header: sentence`Nothing else mentions the set's name: change it here.`,
  scenario: sentence`Nothing else mentions a scenario's name: change it here.`,
  include: sentence`Rename the file itself, and every path that leads to it follows.`,
} as const satisfies Record<TextRole, Sentence>;

export interface RenameEdit extends FileEdit {
  readonly reach: Reach;
}

/** How far from where somebody renames: beyond the sets that the file is a part of, nobody may be looking. */
export type Reach = "this file" | "its sets" | "other sets";

/** The edits that rename what stands at a place of the first set; the others may share files with it. */
export function rename(
  sets: Sets,
  point: Point,
  newName: string,
): { readonly edits: readonly RenameEdit[] } | { readonly refused: Sentence } {
  const found = renamableAt(sets[0], point);
  if ("refused" in found) return found;
  const result = renameName(sets, found.kind, found.name, newName);
  if ("refused" in result) return result;
  const near = new Set(setsOf(sets, point.file).flatMap(({ files }) => files.map(({ id }) => id)));
  const reachOf = (file: FileId): Reach => {
    if (file === point.file) return "this file";
    return near.has(file) ? "its sets" : "other sets";
  };
  return { edits: result.edits.map((edit) => ({ ...edit, reach: reachOf(edit.file) })) };
}

/** As `rename`, for a name that is known. */
export function renameName(sets: Sets, kind: NameKind, name: string, newName: string): Rename {
  const refused = unfit(kind, newName);
  if (refused !== undefined) return { refused };
  if (newName === name) return { edits: [] };
  const isTaken = mentionedIn(sets, kind, name).some(
    ({ model }) => mentionsOfName(model, kind, newName).length > 0,
  );
  return isTaken ? { refused: IS_THERE[kind](newName) } : { edits: renamedIn(sets, kind, name, newName) };
}

/**
 * The edits that write another name wherever the first set mentions one, and whatever set shares a file in which it is
 * mentioned; whether it can be given is seen to by the caller.
 */
export function renamedIn(sets: Sets, kind: NameKind, name: string, newName: string): readonly FileEdit[] {
  const edits = mentionedIn(sets, kind, name).flatMap(({ model, places }) =>
    places.map(({ file, span, at }) => ({ file, span, newText: written(model, at, newName) })),
  );
  return eachOnce(edits);
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
