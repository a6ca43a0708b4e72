// `no-collect`: an objective on the way, left to the platform's judgement, of which nothing has to be known at its end.
import { objectiveNode, type Model } from "../../model/analyze.ts";
import { applied, BUILT_IN_DEFAULTS, defaultsByFile } from "../../model/inherited.ts";
import { setFinding, type SetFinding } from "../finding.ts";

export function* noCollect(model: Model): Iterable<SetFinding> {
  const defaults = defaultsByFile(model, NO_PARAMS);
  for (const symbol of model.symbols.objectives) {
    const { name, at, edges, variables } = symbol;
    if (name === "" || edges.length === 0 || variables.length > 0) continue;
    const properties = objectiveNode(model, symbol)?.properties ?? [];
    if (properties.some(({ kind }) => kind === "collect")) continue; // what is missing behind it is a finding already
    const inherited = defaults[at.file] ?? BUILT_IN_DEFAULTS;
    if (applied(properties, inherited, NO_PARAMS).confirm === "auto")
      yield setFinding("no-collect", at, name);
  }
}

const NO_PARAMS: ReadonlyMap<string, string> = new Map<string, string>([]);
