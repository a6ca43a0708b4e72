// What is to be said of an offered word, made when somebody asks for it: lists have hundreds of them.
import { codes, isCode } from "../../diagnostics/codes.ts";
import { objectiveNode, type Model } from "../../model/analyze.ts";
import { promptOf } from "../../model/inherited.ts";
import { interpolate, paramValues } from "../../model/params.ts";
import { objectiveNamed } from "../../model/symbols.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { declarations, edgeWords, isPropertyName, properties } from "../../vocabulary.ts";
import { proseMarkdown } from "../markdown.ts";
import type { CompletionItem } from "./item.ts";

/** Which word it is, by what its item says. */
export type Subject = Pick<CompletionItem, "kind" | "label">;

/** Markdown; undefined where there is nothing to say. */
export function documentation(model: Model, { kind, label }: Subject): Sentence | undefined {
  switch (kind) {
    case "objective":
      return promptSaid(model, label);
    case "property":
      return isPropertyName(label) ? properties[label].doc : undefined;
    case "value":
      return said({ ...properties.confirm.choices, ...properties.modality.choices }, label);
    case "declaration":
      return said(declarations, label);
    case "keyword":
      return KEYWORDS.get(label) ?? said(edgeWords, label);
    case "code":
      return isCode(label) ? codes[label].doc : undefined;
    case "suppression":
      return sentence`Silences the findings whose codes follow, in what begins on the next line. A reason may stand behind \`--\`.`;
    case "variable":
    case "param":
    case "text":
    case "key":
    case "file":
    case "folder":
      return undefined;
  }
}

const KEYWORDS: ReadonlyMap<string, Sentence> = new Map([
  [
    "->",
    sentence`The objective that follows, \`-> name\`, or follows under a condition, \`-> name when "…"\`.`,
  ],
  ["end", sentence`The conversation is over here.`],
]);

function said(docs: Readonly<Record<string, Sentence>>, word: string): Sentence | undefined {
  return Object.hasOwn(docs, word) ? docs[word] : undefined;
}

/** The prompt with the params' values, of several objectives of a name the first's. */
function promptSaid(model: Model, name: string): Sentence | undefined {
  const symbol = objectiveNamed(model.symbols, name);
  const node = symbol && objectiveNode(model, symbol);
  const text = node ? interpolate(promptOf(node), paramValues(model.symbols, model.given)) : "";
  return text === "" ? undefined : sentence`${proseMarkdown(text)}`;
}
