// What there is to know of a param: its value, where that comes from, and how often it is used.
import type { Model } from "../../model/analyze.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { codeMarkdown, proseMarkdown } from "../markdown.ts";
import { lineOf, type Paragraph } from "./paragraphs.ts";

export function describeParam(model: Model, name: string): readonly Paragraph[] {
  const { params, paramUses } = model.symbols;
  const declared = params.find((it) => it.name === name);
  if (!declared) return [];
  const uses = paramUses.filter((use) => use.name === name).length;
  return [
    ...lineOf([`**${proseMarkdown(name)}**`, sentence`param`]),
    ...valuesOf(model, name, declared.value),
    usesSaid(uses),
  ];
}

function usesSaid(uses: number): Sentence {
  if (uses === 0) return sentence`Nothing uses it.`;
  return uses === 1 ? sentence`Used once.` : sentence`Used ${uses} times.`;
}

/** The value that holds, and behind a target's the param's own. */
function valuesOf({ given, target }: Model, name: string, own: string | undefined): readonly Sentence[] {
  const value = given.get(name);
  const ownSaid = own === undefined ? [] : [sentence`Its value: ${codeMarkdown(own)}`];
  if (value === undefined) return own === undefined ? [sentence`Its value comes from the target.`] : ownSaid;
  const givenSaid =
    target === undefined
      ? sentence`The value that is given: ${codeMarkdown(value)}`
      : sentence`Its value for ${codeMarkdown(target)}: ${codeMarkdown(value)}`;
  return own === undefined ? [givenSaid] : [givenSaid, sentence`Without that: ${codeMarkdown(own)}`];
}
