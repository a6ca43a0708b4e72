// In a comment that silences findings: its word, and the codes, first those that are found below.
import type { Check } from "../../diagnostics/check.ts";
import { codes, levelOf, type Code } from "../../diagnostics/codes.ts";
import { constructsOf, SUPPRESSING } from "../../diagnostics/suppressions.ts";
import { idOf, spanInFile, unitOf, type Model } from "../../model/analyze.ts";
import { sentence } from "../../text/sentence.ts";
import { covers, type Span } from "../../text/span.ts";
import type { CompletionItem } from "./item.ts";
import type { Spot } from "./spot.ts";

export const SUPPRESSION: CompletionItem = {
  label: SUPPRESSING,
  kind: "suppression",
  newText: `${SUPPRESSING} `,
  then: "complete again",
};

export function silencingCodes(
  { model, findings }: Pick<Check, "model" | "findings">,
  spot: Spot,
  said: readonly string[],
): readonly CompletionItem[] {
  const below = constructBelow(model, spot);
  const found = new Set<string>(
    findings
      .filter(({ file, span }) => file === idOf(model, spot) && below && covers(below, span))
      .map(({ code }) => code),
  );
  const open = (Object.keys(codes) as Code[]).filter((code) => !said.includes(code));
  return [
    ...open
      .filter((code) => found.has(code))
      .map((code) => ({ ...codeItem(code), detail: sentence`found below` })),
    ...open.filter((code) => !found.has(code) && levelOf(code) !== "off").map(codeItem),
  ];
}

function codeItem(code: Code): CompletionItem {
  return { label: code, kind: "code", newText: code };
}

/** What the comment speaks of: the largest construct among those that begin first behind it. */
function constructBelow(model: Model, spot: Spot): Span | undefined {
  const constructs = constructsOf(unitOf(model, spot)?.declarations ?? []);
  const placed = Array.from(constructs, (span) => spanInFile(model, spot, span));
  const behind = placed.filter(({ start }) => start >= spot.word.end);
  const first = Math.min(...behind.map(({ start }) => start));
  return behind.find(({ start }) => start === first);
}
