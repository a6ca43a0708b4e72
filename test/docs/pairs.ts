// The tables of "Exactly how it is read": a text, its tree in one line, and what is said about its form.
import type { Code } from "../../server/src/language/diagnostics/codes.ts";
import { messageOf } from "../support/sentences.ts";
import type { Finding } from "../../server/src/language/diagnostics/finding.ts";
import { findingsOf } from "../support/findings.ts";
import { treeInOneLine } from "../support/one-line.ts";
import { cellsOf, inlineCode, plain, textOfCode } from "./markdown.ts";

const HEAD = "| Text | Is read as | And this is said |\n|---|---|---|\n";
const TABLE = /^\| Text \| Is read as \| And this is said \|\n\|[-|]+\|\n((?:\|.*\n)*)/gm;

/** What is said about a text's form; what it means is the findings' page. */
const OF_FORM: ReadonlySet<Code> = new Set([
  "syntax",
  "bad-escape",
  "bad-indent",
  "unknown-property",
  "unknown-value",
] as const);

/** The texts of all pairs, in their order. */
export function pairTexts(page: string): readonly string[] {
  return [...page.matchAll(TABLE)].flatMap(([, rows = ""]) => textsOf(rows));
}

/** The page with its pairs made anew from their texts. */
export function withPairs(page: string): string {
  return page.replace(TABLE, (_, rows: string) => HEAD + textsOf(rows).map(pair).join(""));
}

function textsOf(rows: string): readonly string[] {
  const lines = rows.split("\n").filter((line) => line !== "");
  return lines.map((line) => textOfCode(cellsOf(line)[0] ?? ""));
}

function pair(text: string): string {
  const tree = treeInOneLine(text);
  const said = findingsOf(text).filter(({ code }) => OF_FORM.has(code));
  const cells = [
    inlineCode(text),
    tree === "" ? "" : inlineCode(tree),
    said.map((finding) => sentence(text, finding)).join("<br>"),
  ];
  return `| ${cells.join(" | ")} |\n`;
}

function sentence(text: string, { code, span, arguments: args }: Finding): string {
  const about = text.slice(span.start, span.end);
  const place = about === "" ? "" : `${inlineCode(about)} `;
  const named = code === "syntax" ? "" : ` (\`${code}\`)`;
  return place + plain(messageOf(code, args)) + named;
}
