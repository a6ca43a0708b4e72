// Whether comments that silence findings still silence the same ones in a layout.
import { isSuppression, suppressionsOf, type Suppression } from "../../diagnostics/suppressions.ts";
import { parse, type Unit } from "../../model/source.ts";
import { endOf, tokenize } from "../../syntax/tokens.ts";

/** Whether a comment within a declaration of the unit would silence other words in the new texts of its declarations. */
export function silencesOther(unit: Unit, laidOut: readonly string[]): boolean {
  if (!unit.comments.some(({ text }) => isSuppression(text))) return false;
  const inside = suppressionsOf(unit).filter(({ at }) =>
    unit.declarations.some(({ span }) => span.start < at.start && at.end < span.end),
  );
  const before = silenced(unit, inside);
  const after = laidOut
    .flatMap((text) => parse(text).units)
    .flatMap((it) => silenced(it, suppressionsOf(it)));
  return before.sort().join("\n") !== after.sort().join("\n");
}

/** Each code with the words that it is silent about. */
function silenced({ text }: Unit, suppressions: readonly Suppression[]): string[] {
  const { tokens } = tokenize(text);
  return suppressions.map(({ code, over }) => {
    const words = tokens.filter((token) => over.start <= token.startOffset && endOf(token) <= over.end);
    return [code, ...words.flatMap(({ image }) => essenceOf(image)).sort()].join(" ");
  });
}

/** What layout keeps of a word: not its blanks and quotes, and no comma. */
function essenceOf(image: string): readonly string[] {
  return image === "," ? [] : [image.replace(/[\s"]/g, "") || image];
}
