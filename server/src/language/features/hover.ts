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
 * What the word at the place means in the first of the sets that its file is a part of, and whether it means something
 * else in another; undefined where there is nothing to say.
 */
export function hover([first, ...others]: readonly [View, ...View[]], point: Point): Hover | undefined {
  const { model } = first;
  const mention = mentionIn(model, point);
  const source = sourceOf(model, point.file);
  if (!mention) return source && wordAt(source, point.offset);
  const paragraphs = describe(first, mention, point);
  if (paragraphs.length === 0) return undefined;
  const seen = JSON.stringify(paragraphs);
  const differing = others.filter((view) => {
    const same = mentionIn(view.model, point);
    return same !== undefined && JSON.stringify(describe(view, same, point)) !== seen;
  });
  return { span: mention.span, paragraphs: [...paragraphs, ...differingIn(model, differing)] };
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
function differingIn(model: Model, views: readonly View[]): readonly Paragraph[] {
  if (views.length === 0) return [];
  const nameIn = (it: Model): string => `“${proseMarkdown(nameOfSet(it))}”`;
  const others = views.slice(0, MOST).map((view) => nameIn(view.model));
  return [sentence`This is what it is in ${nameIn(model)}; it is something else in ${others.join(", ")}.`];
}
