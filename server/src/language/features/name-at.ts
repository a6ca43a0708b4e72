// The name at a place, and where what it names is declared: what hover, definition and all that follow start from.
import { fileIndex, isSameRef, mentionAt, spanAt, spanInFile, type Model } from "../model/analyze.ts";
import type { IncludeLink } from "../model/files.ts";
import type { Role } from "../model/mentions.ts";
import { isNamed, kindOfRole, type NamedRole } from "../model/names.ts";
import { declarationAt, startOf, unitAt } from "../model/source.ts";
import { objectiveNamed, type Ref, type StepSymbol } from "../model/symbols.ts";
import type { Point } from "../text/place.ts";
import { touches, type Span } from "../text/span.ts";

export type NameAt = MentionAt<NamedRole>;

export interface MentionAt<Wanted extends Role> {
  readonly role: Wanted;
  readonly name: string;
  readonly at: Ref;
  /** In the text of its file. */
  readonly span: Span;
}

/** The name that the place is in or at an end of; undefined where none is. */
export function nameAt(model: Model, point: Point): NameAt | undefined {
  return mentionsAt(model, point, isNamed).find(({ name }) => name !== "");
}

/** The objectives that the name at the place means, by their indices; a declaration means its own. */
export function objectivesAt(model: Model, point: Point): readonly number[] {
  const named = nameAt(model, point);
  if (!named || kindOfRole(named.role) !== "objective") return [];
  const { role, name, at } = named;
  return model.symbols.objectives.flatMap((it, index) =>
    it.name === name && (role !== "objective" || isSameRef(it.at, at)) ? [index] : [],
  );
}

/** Texts that something is called by, and that nothing else mentions. */
const TEXT_ROLES = ["header", "include", "scenario"] as const satisfies readonly Role[];

export type TextRole = (typeof TEXT_ROLES)[number];

export type TextAt = MentionAt<TextRole>;

/** The set's name, the include's path or the scenario's name that the place is in or at an end of. */
export function textAt(model: Model, point: Point): TextAt | undefined {
  return mentionsAt(model, point, isTextRole).find(({ name }) => name !== "");
}

function isTextRole(role: Role): role is TextRole {
  return TEXT_ROLES.some((it) => it === role);
}

/** The include whose path the place is in or at an end of. */
export function includeAt(model: Model, point: Point): IncludeLink | undefined {
  const path = textAt(model, point);
  return path && model.includes.find(({ at }) => isSameRef(at, path.at));
}

/** What is mentioned at the place in one of these roles, in order. */
export function mentionsAt<Wanted extends Role>(
  model: Model,
  { file: id, offset }: Point,
  isWanted: (role: Role) => role is Wanted,
): readonly MentionAt<Wanted>[] {
  const file = fileIndex(model, id);
  const source = file === undefined ? undefined : model.files[file]?.source;
  if (file === undefined || !source) return [];
  const unit = unitAt(source, offset);
  const local = offset - startOf(source, unit);
  return (source.units[unit]?.mentions ?? []).flatMap(({ role, name, span }, mention) => {
    const at = { file, unit, mention };
    return isWanted(role) && touches(span, local) ? [{ role, name, at, span: spanAt(model, at) }] : [];
  });
}

/** Every place that declares what is named there: objectives of the name, variables where they are collected, the param. */
export function declarationsOfName(model: Model, { role, name, at }: NameAt): readonly Ref[] {
  const { objectives, params } = model.symbols;
  switch (role) {
    case "objective":
    case "required":
    case "when":
    case "otherwise":
    case "step":
      return objectives.filter((it) => it.name === name).map((it) => it.at);
    case "variable":
      return [at];
    case "step-variable":
      return collectedBy(model, stepOf(model, at), name);
    case "param":
    case "param-use":
      return params.filter((it) => it.name === name).map((it) => it.at);
  }
}

/** The objectives that collect a variable of this name, by their indices. */
export function collectorsOf({ symbols }: Model, variable: string): readonly number[] {
  return symbols.objectives.flatMap(({ variables }, index) =>
    variables.some(({ name }) => name === variable) ? [index] : [],
  );
}

/** The whole declaration that a mention stands in, in the text of its file. */
export function declarationSpan(model: Model, at: Ref): Span {
  const source = model.files[at.file]?.source;
  const index = mentionAt(model, at)?.declaration ?? -1;
  const node = source && declarationAt(source, at.unit, index);
  return node ? spanInFile(model, at, node.span) : spanAt(model, at);
}

/** The objective that collects a variable there, or whose step gives it a value. */
export function objectiveAround({ symbols }: Model, variable: Ref): number | undefined {
  const isThere = (it: Ref): boolean => isSameRef(it, variable);
  const own = symbols.objectives.findIndex(
    ({ at, variables }) => at.file === variable.file && at.unit === variable.unit && variables.some(isThere),
  );
  if (own >= 0) return own;
  const step = stepOf({ symbols }, variable);
  return step && symbols.byName.get(step.name);
}

function stepOf({ symbols }: Pick<Model, "symbols">, variable: Ref): StepSymbol | undefined {
  const steps = symbols.scenarios.flatMap((it) => it.steps);
  return steps.find((step) => step.variables.some(({ at }) => isSameRef(at, variable)));
}

function collectedBy({ symbols }: Model, step: StepSymbol | undefined, name: string): readonly Ref[] {
  const objective = step && objectiveNamed(symbols, step.name);
  return (objective?.variables ?? []).filter((it) => it.name === name);
}
