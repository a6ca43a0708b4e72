// `collected-twice`: variables that are collected again further on, where the later value replaces the earlier.
import type { Model } from "../../model/analyze.ts";
import { collectedAgain } from "../../model/collected-again.ts";
import type { Ref, Symbols } from "../../model/symbols.ts";
import { setFinding, type SetFinding } from "../finding.ts";
import { namesOn } from "../told.ts";

export function* collectedTwice({ symbols, flow }: Model): Iterable<SetFinding> {
  for (const { variable, walk } of collectedAgain(flow)) {
    const [earlier = -1, later = -1] = [walk[0], walk.at(-1)];
    const at = mentionOf(variable, later, symbols);
    if (!at || asksAgain(symbols.objectives[later]?.name ?? "")) continue;
    const before = mentionOf(variable, earlier, symbols);
    yield {
      ...setFinding("collected-twice", at, variable, ...namesOn(walk, symbols)),
      related: before ? [before] : [],
    };
  }
}

function mentionOf(variable: string, objective: number, { objectives }: Symbols): Ref | undefined {
  return objectives[objective]?.variables.find(({ name }) => name === variable);
}

/** Whether the name says that what is known is asked for once more, as `confirm_email`: there it is meant to be replaced. */
function asksAgain(name: string): boolean {
  const words = name
    .replace(/\p{Lu}/gu, "_$&")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return words.some((word) => ASKING_AGAIN.has(word));
}

const ASKING_AGAIN: ReadonlySet<string> = new Set([
  ...["again", "reask", "repeat", "retry"],
  ...["confirm", "verify", "validate", "recheck"],
  ...["correct", "change", "update"],
]);
