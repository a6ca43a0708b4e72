// Variables for `collect`: those that other objectives collect, the most used first; what is collected on the way here last.
import { spanAt, type Model } from "../../model/analyze.ts";
import type { ObjectiveSymbol } from "../../model/symbols.ts";
import { printName } from "../../syntax/print.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { touches } from "../../text/span.ts";
import type { CompletionItem } from "./item.ts";
import { isInSpot, type Spot } from "./spot.ts";
import { backFrom } from "./targets.ts";

/** Made one after the other: of thousands only the likeliest are looked at. */
export function* variables(model: Model, spot: Spot): Iterable<CompletionItem> {
  const { objectives, oddVariables } = model.symbols;
  const own = objectives.findIndex((it) => isInSpot(it, spot));
  const said = saidIn(model, spot, objectives[own]);
  const odd = new Set(oddVariables.map(({ name }) => name));
  const rank = ({ name, when }: Collected): number => Number(odd.has(name)) + (when === "before" ? 2 : 0);
  const open = collectedElsewhere(model, own).filter(({ name }) => name !== "" && !said.has(name));
  open.sort((one, other) => rank(one) - rank(other) || other.times - one.times);
  for (const it of open) {
    const { name } = it;
    const item = { label: name, kind: "variable", detail: detailOf(it), newText: printName(name) } as const;
    yield odd.has(name) ? { ...item, findings: "one more" } : item;
  }
}

/** What the objective collects already, but for the name that is being written. */
function saidIn(model: Model, spot: Spot, own: ObjectiveSymbol | undefined): ReadonlySet<string> {
  const others = (own?.variables ?? []).filter((it) => !touches(spanAt(model, it), spot.typed.end));
  return new Set(others.map(({ name }) => name));
}

interface Collected {
  readonly name: string;
  /** The first objective that collects it. */
  readonly by: string;
  times: number;
  /** Whether one of them comes before the objective, so that its value would be replaced. */
  when: "before" | "elsewhere";
}

function collectedElsewhere(model: Model, own: number): Collected[] {
  const back = backFrom(model, own);
  const known = new Map<string, Collected>();
  for (const [index, { name: by, variables: collected }] of model.symbols.objectives.entries()) {
    if (index === own) continue;
    for (const { name } of collected) {
      const it = known.get(name) ?? { name, by, times: 0, when: "elsewhere" };
      it.times += 1;
      if (back[index] === 1) it.when = "before";
      known.set(name, it);
    }
  }
  return [...known.values()];
}

function detailOf({ by, times, when }: Collected): Sentence {
  if (when === "before") return sentence`collected before`;
  return times > 1 ? sentence`also in ${by} and ${times - 1} more` : sentence`also in ${by}`;
}
