// Behind an arrow, where no objective has the letters that are typed: one of that name, written below.
import { idOf, spanInFile, type Model } from "../../model/analyze.ts";
import { isName, printName } from "../../syntax/print.ts";
import { sentence } from "../../text/sentence.ts";
import { touches } from "../../text/span.ts";
import { objectiveAround } from "../fixes/found.ts";
import { objectiveBehind } from "../fixes/unknown-objective.ts";
import type { CompletionItem } from "./item.ts";
import { nodeAt, type Spot } from "./spot.ts";

export function newObjective(model: Model, spot: Spot): readonly CompletionItem[] {
  const around = objectiveAround(model, { file: idOf(model, spot), span: spot.word });
  const name = targetName(model, spot);
  if (!around || name === undefined || !isName(name)) return [];
  const declaration = objectiveBehind(around, name);
  // In a block that is not closed it would stand where the name does.
  if (declaration.span.start <= spot.word.end) return [];
  const detail = sentence`new: written below`;
  return [{ label: name, kind: "objective", detail, newText: printName(name), edits: [declaration] }];
}

/** The name that is being typed. */
function targetName(model: Model, spot: Spot): string | undefined {
  const node = nodeAt(model, spot);
  if (node?.kind !== "objective") return undefined;
  const isTyped = ({ span }: { readonly span: Parameters<typeof touches>[0] }): boolean =>
    touches(spanInFile(model, spot, span), spot.typed.end);
  return node.edges.flatMap(({ target }) => target ?? []).find(isTyped)?.text;
}
