// What there is to know of the word at a place: a name, a file, a text that is called something, or a word of the language.
import { isSameRef, sourceOf, titleOf, type Model } from "../model/analyze.ts";
import { interpolate, paramValues } from "../model/params.ts";
import type { Point } from "../text/place.ts";
import { sentence } from "../text/sentence.ts";
import type { Span } from "../text/span.ts";
import { describeSet } from "./hover/header.ts";
import { describeInclude } from "./hover/include.ts";
import { describeObjective, type View } from "./hover/objective.ts";
import { describeParam } from "./hover/param.ts";
import { MOST, type Paragraph } from "./hover/paragraphs.ts";
import { describeScenario, describeStep } from "./hover/scenario.ts";
import { describeVariable } from "./hover/variable.ts";
import { proseMarkdown } from "./markdown.ts";
import { nameAt, objectiveAround, objectivesAt, textAt, type NameAt, type TextAt } from "./name-at.ts";
import { wordAt } from "./word-at.ts";

export interface Hover {
  readonly span: Span;
  /** They never run anything: only the author's doc comments are Markdown of their own. */
  readonly paragraphs: readonly Paragraph[];
}

/**
 * What the word at the place means in the first of the sets that its file is a part of and that have something to say,
 * and for which others that does not hold; undefined where none has.
 */
export function hover(views: readonly [View, ...View[]], point: Point): Hover | undefined {
  const [{ model }] = views;
  const mention = mentionIn(model, point);
  const source = sourceOf(model, point.file);
  if (!mention) return source && wordAt(source, point.offset);
  const told = views
    .filter((view) => sourceOf(view.model, point.file) !== undefined)
    .map((view) => ({ model: view.model, paragraphs: describeAt(view, point) }));
  const first = told.find(({ paragraphs }) => paragraphs.length > 0);
  if (!first) return undefined;
  const said = JSON.stringify(first.paragraphs);
  const differing = told.filter(({ paragraphs }) => JSON.stringify(paragraphs) !== said);
  return { span: mention.span, paragraphs: [...first.paragraphs, ...notIn(differing, first.model)] };
}

function describeAt(view: View, point: Point): readonly Paragraph[] {
  const mention = mentionIn(view.model, point);
  return mention ? describe(view, mention, point) : [];
}

function mentionIn(model: Model, point: Point): NameAt | TextAt | undefined {
  return nameAt(model, point) ?? textAt(model, point);
}

function describe(view: View, { role, name, at }: NameAt | TextAt, point: Point): readonly Paragraph[] {
  const { model } = view;
  switch (role) {
    case "header":
      return describeSet(model, nameOfSet(model));
    case "include":
      return model.includes.filter((it) => isSameRef(it.at, at)).flatMap((it) => describeInclude(model, it));
    case "scenario":
      return describeScenario(model, at);
    case "objective":
    case "required":
    case "when":
    case "otherwise":
      return describeObjective(view, objectivesAt(model, point)[0], point);
    case "step":
      return [...describeObjective(view, objectivesAt(model, point)[0], point), ...describeStep(model, at)];
    case "variable":
    case "step-variable":
      return describeVariable(model, name, objectiveAround(model, at));
    case "param":
    case "param-use":
      return describeParam(model, name);
  }
}

function nameOfSet(model: Model): string {
  return interpolate(titleOf(model), paramValues(model.symbols, model.given));
}

/** Sets are told apart by their names, as people know them. */
function notIn(differing: readonly Pick<View, "model">[], model: Model): readonly Paragraph[] {
  if (differing.length === 0) return [];
  const nameIn = (it: Model): string => `“${proseMarkdown(nameOfSet(it))}”`;
  const others = differing.slice(0, MOST).map((it) => nameIn(it.model));
  return [sentence`This is what it is in ${nameIn(model)}, and not in ${others.join(", ")}.`];
}
