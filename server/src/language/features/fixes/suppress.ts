// What can be done about every finding that stops nobody: a comment that silences it, above what it is about.
import type { Finding } from "../../diagnostics/finding.ts";
import { constructsOf, endOfCodes, isSuppression, SUPPRESSING } from "../../diagnostics/suppressions.ts";
import type { Model } from "../../model/analyze.ts";
import { indentationAt, lineBreakOf } from "../../text/lines.ts";
import type { FileEdit } from "../../text/place.ts";
import { sentence } from "../../text/sentence.ts";
import { covers, type Span } from "../../text/span.ts";
import { choice, type Fix } from "./fix.ts";
import { foundIn, insertion, type Found } from "./found.ts";
import { beginsLine, commentsAbove } from "./lines.ts";

/** An error is to be mended, and where a comment silences nothing, another would too. */
export function suppress(model: Model, finding: Finding): readonly Fix[] {
  const { code, severity } = finding;
  if (severity === "error" || code === "unused-suppression") return [];
  const found = foundIn(model, finding);
  const construct = found && smallestOnItsLine(found);
  if (!construct) return [];
  const edits = [inKnown(found, construct, code) ?? inNew(found, construct, code)];
  return [choice(sentence`Silence '${code}' here`, ...edits)];
}

/** The smallest construct around the finding that a line begins with: what a comment above it speaks of. */
function smallestOnItsLine({ text, start, unit, span }: Found): Span | undefined {
  return [...constructsOf(unit.declarations)]
    .filter((it) => covers(it, span) && beginsLine(text, start + it.start))
    .toSorted((one, other) => one.end - one.start - (other.end - other.start))[0];
}

/** Behind the codes of a comment that stands there. */
function inKnown(found: Found, construct: Span, code: string): FileEdit | undefined {
  const { text, start, unit } = found;
  const first = commentsAbove(text, start + construct.start, "//") - start;
  const known = unit.comments.find(
    (it) => first <= it.span.start && it.span.start < construct.start && isSuppression(it.text),
  );
  return known && insertion(found, known.span.start + endOfCodes(known.text), ` ${code}`);
}

/** Above the construct; a doc comment stays directly above what it is about. */
function inNew(found: Found, construct: Span, code: string): FileEdit {
  const { text, start } = found;
  const at = commentsAbove(text, start + construct.start, "///");
  const line = `// ${SUPPRESSING} ${code}${lineBreakOf(text)}${indentationAt(text, at)}`;
  return insertion(found, at - start, line);
}
