// `cycle`: objectives that lead back to themselves.
import type { Model } from "../../model/analyze.ts";
import type { Ref } from "../../model/symbols.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* cycle({ symbols, flow }: Model): Iterable<SetFinding> {
  for (const walk of flow.cycles) {
    const edges = walk.flatMap((from, step) =>
      edgeBetween(symbols.objectives, from, walk[(step + 1) % walk.length]),
    );
    const closing = edges.at(-1);
    const names = walk.map((index) => symbols.objectives[index]?.name ?? "");
    const noStart = flow.start === undefined ? "no-start" : "";
    if (closing) yield { ...setFinding("cycle", closing, noStart, ...names), related: edges };
  }
}

function edgeBetween(
  objectives: Model["symbols"]["objectives"],
  from: number,
  to: number | undefined,
): readonly Ref[] {
  const edge = objectives[from]?.edges.find((it) => it.to === to);
  return edge ? [edge.at] : [];
}
