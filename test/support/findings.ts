// Findings shown on the text: a line of carets under what each one is about.
import { expect } from "vitest";
import { check } from "../../server/src/language/diagnostics/check.ts";
import { messageOf } from "./sentences.ts";
import type { Finding } from "../../server/src/language/diagnostics/finding.ts";
import { lineIndex } from "../../server/src/language/text/line-index.ts";
import { filesOf, MAIN, modelOf } from "./fixture.ts";

/** The findings of a fixture's main file and of what it includes. */
export function findingsOf(
  fixture: string,
  given: Readonly<Record<string, string>> = {},
): readonly Finding[] {
  return check(modelOf(fixture, given)).findings;
}

/**
 * Holds a text's findings against the lines that begin with `#`: carets under what the finding is about, then its code
 * and, where the test cares, `: ` and its sentence. A line such as `// closing.objectives` begins another file.
 */
export function checkFindings(annotated: string): void {
  const lines = annotated.replace(/^\n/, "").split("\n");
  const text = lines.filter((line) => !line.startsWith("#")).join("\n");
  expect(annotate(text, lines)).toBe(lines.join("\n"));
}

/** The text with a caret line under every finding; `template` says which findings' sentences are wanted. */
export function annotate(
  fixture: string,
  template: readonly string[] = [],
  findings: readonly Finding[] = findingsOf(fixture),
): string {
  return [...filesOf(fixture)]
    .map(([file, text]) => {
      const found = findings.filter((finding) => finding.file === file);
      const opening = file === MAIN ? "" : `// ${file.slice("/set/".length)}\n`;
      return opening + annotateFile(text, found, template);
    })
    .join("");
}

function annotateFile(text: string, findings: readonly Finding[], template: readonly string[]): string {
  const index = lineIndex(text);
  const below = new Map<number, string[]>();
  for (const { code, span, arguments: args } of findings) {
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
