// What an objective is in the flow of its set.
import { isSet, type Model } from "../model/analyze.ts";
import { sentence, type Sentence } from "../text/sentence.ts";

export type FlowRole = "start" | "end" | "unreachable";

/** Of a fragment by itself nobody knows where it starts. */
export function flowRolesOf(model: Model, index: number): readonly FlowRole[] {
  const { symbols, flow } = model;
  const isEnd = symbols.objectives[index]?.edges.length === 0;
  const isReached = !isSet(model) || flow.start === undefined || flow.reached[index] === 1;
  return [
    ...(isSet(model) && flow.start === index ? (["start"] as const) : []),
    ...(isEnd ? (["end"] as const) : []),
    ...(isReached ? [] : (["unreachable"] as const)),
  ];
}

export const FLOW_ROLES = {
  start: sentence`start`,
  end: sentence`end`,
  unreachable: sentence`unreachable`,
} as const satisfies Record<FlowRole, Sentence>;
