// Lines that stand too late in their file: a header, an include.
import { sourceOf } from "../../../model/analyze.ts";
import { declarationsOf } from "../../../model/source.ts";
import type * as ast from "../../../syntax/ast.ts";
import { inserted } from "../../../text/edits.ts";
import { lineBreakOf, lineEnd } from "../../../text/lines.ts";
import { sentence, type Sentence } from "../../../text/sentence.ts";
import { shift } from "../../../text/span.ts";
import { choice, safe, type Fix } from "../fix.ts";
import { removal } from "../found.ts";
import { commentsAbove, withComments } from "../lines.ts";
import type { Broken } from "./mend.ts";

export function secondHeader({ found }: Broken): readonly Fix[] {
  return found.declaration
    ? [choice(sentence`Remove this line`, removal(found, found.declaration.span))]
    : [];
}

export function headerNotFirst(broken: Broken): readonly Fix[] {
  return moved(broken, sentence`Move this line to the top`, []);
}

export function includeNotFirst(broken: Broken): readonly Fix[] {
  return moved(broken, sentence`Move this line above the declarations`, ["header", "include"]);
}

/** Behind the declarations of these kinds that the file begins with. */
function moved(
  { model, found }: Broken,
  title: Sentence,
  kinds: readonly ast.Declaration["kind"][],
): readonly Fix[] {
  const { file, text, start, declaration } = found;
  const own = declaration && withComments(text, shift(declaration.span, start));
  const source = sourceOf(model, file);
  if (!own || !source) return [];
  const lines = text.slice(own.start, own.end);
  const lineBreak = lineBreakOf(text);
  const [first, ...others] = Array.from(declarationsOf(source), ({ node, offset }) => ({
    kind: node.kind,
    span: shift(node.span, offset),
  }));
  const rest = others.findIndex(({ kind }) => !kinds.includes(kind));
  const last = first && kinds.includes(first.kind) ? (others[rest - 1] ?? first) : undefined;
  const putIn = last
    ? inserted(lineEnd(text, last.span.end), lineBreak + lines)
    : inserted(commentsAbove(text, first?.span.start ?? 0, "//"), lines + lineBreak + lineBreak);
  return [safe(title, { file, ...putIn }, removal(found, shift(own, -start)))];
}
