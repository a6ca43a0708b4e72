// What there is to know of a scenario and of its steps: how far the set lets it go, and what may follow.
import { walkOf } from "../../diagnostics/scenario-walk.ts";
import { isSameRef, type Model } from "../../model/analyze.ts";
import type { Ref, ScenarioSymbol } from "../../model/symbols.ts";
import { sentence } from "../../text/sentence.ts";
import { codeMarkdown, proseMarkdown } from "../markdown.ts";
import { lineOf, listOf, type Paragraph } from "./paragraphs.ts";

export function describeScenario(model: Model, at: Ref): readonly Paragraph[] {
  const scenario = model.symbols.scenarios.find((it) => isSameRef(it.at, at));
  if (!scenario) return [];
  const { name, steps } = scenario;
  return [
    ...lineOf([`**${proseMarkdown(name)}**`, sentence`scenario`]),
    ...(steps.length === 0 ? [] : [steps.map((step) => codeMarkdown(step.name)).join(" → ")]),
    ...progressOf(model, scenario),
  ];
}

function progressOf(model: Model, scenario: ScenarioSymbol): readonly Paragraph[] {
  const walked = walkOf(model, scenario);
  const stopped = scenario.steps[walked?.steps ?? Infinity];
  if (!walked) return [];
  return stopped
    ? [sentence`It stops before ${codeMarkdown(stopped.name)}, which cannot follow there.`]
    : [sentence`The set lets all of its steps follow one another.`];
}

/** Where the step stands in its scenario, and what else the set lets follow it. */
export function describeStep(model: Model, at: Ref): readonly Paragraph[] {
  const { scenarios } = model.symbols;
  const isStep = ({ at: it }: { readonly at: Ref }): boolean => isSameRef(it, at);
  const scenario = scenarios.find(({ steps }) => steps.some(isStep));
  if (!scenario) return [];
  const { steps } = scenario;
  const taken = steps.slice(0, steps.findIndex(isStep) + 1);
  const walked = walkOf(model, { ...scenario, steps: taken });
  const following = walked?.steps === taken.length ? walked.following : [];
  return [
    sentence`Step ${taken.length} of ${steps.length}`,
    ...listOf(sentence`May be followed by`, following.map(codeMarkdown)),
  ];
}
