// `several-starts`: objectives to which nothing leads, beside the one that the conversation starts with.
import type { Model } from "../../model/analyze.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { otherStarts } from "../other-starts.ts";
import { fileOfOther } from "../told.ts";

export function* severalStarts(model: Model): Iterable<SetFinding> {
  const { objectives } = model.symbols;
  const start = objectives[model.flow.start ?? -1];
  for (const index of otherStarts(model)) {
    const other = objectives[index];
    if (start && other)
      yield {
        ...setFinding(
          "several-starts",
          other.at,
          other.name,
          start.name,
          fileOfOther(model, other.at, start.at),
        ),
        related: [start.at],
      };
  }
}
