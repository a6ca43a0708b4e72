// Findings shown on the text: a line of carets under what each one is about.
import { expect } from "vitest";
import { check } from "../../server/src/language/diagnostics/check.ts";
import { messageOf } from "../../server/src/language/diagnostics/codes.ts";
import type { Finding } from "../../server/src/language/diagnostics/finding.ts";
import { analyze } from "../../server/src/language/model/analyze.ts";
import { parse } from "../../server/src/language/model/source.ts";
import { lineIndex } from "../../server/src/language/text/line-index.ts";

export function findingsOf(text: string): readonly Finding[] {
  return check(analyze(parse(text))).findings;
}

/**
 * Holds a text's findings against the lines that begin with `#`: carets under what the finding is about, then its code
 * and, where the test cares, `: ` and its sentence.
 */
export function checkFindings(annotated: string): void {
  const lines = annotated.replace(/^\n/, "").split("\n");
  const text = lines.filter((line) => !line.startsWith("#")).join("\n");
  expect(annotate(text, lines)).toBe(lines.join("\n"));
}

/** The text with a caret line under every finding; `template` says which findings' sentences are wanted. */
export function annotate(text: string, template: readonly string[] = []): string {
  const index = lineIndex(text);
  const below = new Map<number, string[]>();
  for (const { code, span, arguments: args } of findingsOf(text)) {
    const start = index.positionAt(span.start);
    const width = Math.max(
      1,
      Math.min(span.end - span.start, index.lineText(start.line).length - start.column),
    );
    const carets = `#${" ".repeat(Math.max(0, start.column - 1))}${"^".repeat(width - (start.column === 0 ? 1 : 0))} ${code}`;
    const withSentence = `${carets}: ${messageOf(code, args)}`;
    const marks = below.get(start.line) ?? [];
    below.set(start.line, [
      ...marks,
      template.includes(withSentence) || template.length === 0 ? withSentence : carets,
    ]);
  }
  return text
    .split("\n")
    .flatMap((line, number) => [line, ...(below.get(number) ?? [])])
    .join("\n");
}
