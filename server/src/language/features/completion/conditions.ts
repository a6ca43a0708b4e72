// Behind `when`: how conditions begin, by those beside it, those of the set, and what is usual.
import { edgesIn } from "../../diagnostics/about.ts";
import { spanInFile, type Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import { template } from "../../syntax/written.ts";
import { sentence } from "../../text/sentence.ts";
import { touches } from "../../text/span.ts";
import { complement } from "./complement.ts";
import { byFrequency } from "./frequency.ts";
import type { CompletionItem } from "./item.ts";
import { saidNearby } from "./nearby.ts";
import type { Quotes } from "./place.ts";
import { begunText, wholeText, writtenText } from "./quoted-text.ts";
import { nodeAt, type Spot } from "./spot.ts";

/** Openings shown at once. */
const MOST = 8;

/** As conditions begin on the platform's page, whatever the participant is called in the set. */
const USUAL = ["If the participant ", "If the participant has ", "If the participant wants ", "If they "];

export function conditions(model: Model, spot: Spot, quotes: Quotes): readonly CompletionItem[] {
  const beside = conditionsBeside(model, spot);
  const said = conditionsOf(saidNearby(model, spot, edgesIn));
  const openings = [...beside.flatMap(openingOf), ...byFrequency(said.flatMap(openingOf)), ...USUAL];
  const fitting = [...new Set(openings)].filter((it) => isBegun(it, spot.letters)).slice(0, MOST);
  return [...oppositeOf(beside, spot.letters, quotes), ...fitting.map((it) => openingItem(it, quotes))];
}

/** Of the only other way its opposite; among several no one sentence is it. */
function oppositeOf(
  [first = "", ...others]: readonly string[],
  letters: string,
  quotes: Quotes,
): readonly CompletionItem[] {
  const condition = others.length === 0 ? complement(first) : undefined;
  if (condition === undefined || !isBegun(condition, letters)) return [];
  const detail = sentence`the opposite of the other way`;
  return [{ label: condition, kind: "text", detail, ...wholeText(writtenText(condition), quotes) }];
}

function openingItem(opening: string, quotes: Quotes): CompletionItem {
  return { label: opening.trimEnd(), form: " …", kind: "text", ...begunText(writtenText(opening), quotes) };
}

/** Whether it goes on from what is typed. */
function isBegun(text: string, letters: string): boolean {
  return text.trimEnd().length > letters.length && text.toLowerCase().startsWith(letters.toLowerCase());
}

/** What the other ways of the objective are taken on. */
function conditionsBeside(model: Model, spot: Spot): readonly string[] {
  const node = nodeAt(model, spot);
  const edges = node ? edgesIn(node) : [];
  return conditionsOf(edges.filter(({ span }) => !touches(spanInFile(model, spot, span), spot.typed.end)));
}

function conditionsOf(edges: readonly ast.Edge[]): readonly string[] {
  return edges.flatMap(({ kind, condition }) => (kind === "when" && condition ? [template(condition)] : []));
}

/** The first words, without the ones that make the difference. */
function openingOf(condition: string): readonly string[] {
  const opening = /^(?:[^\s$]+ ){2,3}(?=\S)/.exec(condition)?.[0];
  return opening === undefined ? [] : [opening];
}
