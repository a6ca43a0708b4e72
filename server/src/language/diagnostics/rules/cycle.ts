// `cycle`: arrows that lead back to where the conversation has been, each with the circle that it closes.
import type { Model } from "../../model/analyze.ts";
import type { Flow } from "../../model/flow.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { arrowsBetween, isTold, namesOn } from "../told.ts";

export function* cycle({ symbols, flow }: Model): Iterable<SetFinding> {
  for (const walk of flow.cycles) {
    const arrows = walk.map((from, step) =>
      isTold(step, walk) ? arrowsBetween(symbols, from, walk[(step + 1) % walk.length]) : [],
    );
    const closing = arrows.at(-1)?.[0];
    const noStart = leavesNoStart(walk, flow) ? "no-start" : "";
    if (closing)
      yield {
        ...setFinding("cycle", closing, noStart, ...namesOn(walk, symbols)),
        related: arrows.flat().filter((it) => it !== closing),
      };
  }
}

/** Whether the walk leads back to where a way through the set would begin. */
function leavesNoStart([first = -1, ...others]: readonly number[], { start, forward }: Flow): boolean {
  return start === undefined && others.length > 0 && forward.roots.includes(first);
}
