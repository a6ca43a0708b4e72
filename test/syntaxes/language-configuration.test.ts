// What an editor does with brackets, words, comments and the Enter key, by the rules of language-configuration.json.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatOnType } from "../../server/src/language/features/format-on-type.ts";
import { parse } from "../../server/src/language/model/source.ts";

interface EnterRule {
  readonly beforeText: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

interface LanguageConfiguration {
  readonly comments: { readonly lineComment: string };
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly indentationRules: {
    readonly increaseIndentPattern: string;
    readonly decreaseIndentPattern: string;
  };
  readonly onEnterRules: readonly EnterRule[];
  readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
}

const configuration = JSON.parse(
  readFileSync("language-configuration.json", "utf8"),
) as LanguageConfiguration;

describe("a word", () => {
  const { pattern, flags } = configuration.wordPattern;

  test.each([
    ["check_status", ["check_status"]],
    ["a->b", ["a", "b"]],
    ["a-b->c-d", ["a-b", "c-d"]],
    ["2nd_visit, naïve", ["2nd_visit", "naïve"]],
    ["予約² e\u0301", ["予約²", "e\u0301"]],
    [`"\${hooks}/done"`, ["hooks", "done"]],
    ["-- {}", []],
  ])("%s", (text, words) => {
    expect(text.match(new RegExp(pattern, `${flags}g`)) ?? []).toEqual(words);
  });
});

describe("Enter", () => {
  test.each([
    ["/// The first thing", "none", "/// "],
    ["  /// Indented", "none", "/// "],
    ["///", "nothing", ""],
    ["/// ", "nothing", ""],
    ["// A note", "none", "// "],
    ["//", "nothing", ""],
    ["//// A line of slashes", "nothing", ""],
    ["// objectives-disable-next-line long-prompt", "nothing", ""],
    [`  callback "https://example.com"`, "nothing", ""],
    [`  prompt "p" // why`, "nothing", ""],
    [`  prompt """`, "indent", ""],
    [`  prompt """>`, "indent", ""],
    [`  -> a when """> `, "indent", ""],
    [`    """`, "outdent", ""],
    [`    and so on.`, "nothing", ""],
    [`  prompt ""`, "nothing", ""],
    [`  collect full_name,`, "indent", ""],
    [`  ->`, "indent", ""],
    [`  -> wrap_up when`, "indent", ""],
    [`  -> wrap_up`, "nothing", ""],
    [`  prompt`, "indent", ""],
    [`    full_name =`, "indent", ""],
    [`  collect full_name, age`, "nothing", ""],
    [`  prompt "Collect this,`, "nothing", ""],
  ])("after %j: %s %j", (before, indent, appendText) => {
    expect(enterAfter(before)).toEqual({ indent, appendText });
  });
});

describe("indentation", () => {
  const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;

  test.each([
    ["objective a {", true],
    ["objective a { // why", true],
    [`objective "a {" {`, true],
    [`scenario "s" {`, true],
    ["  a {", true],
    [`objective a { prompt "p" }`, false],
    ["// objective a {", false],
    [`  prompt "Say {`, false],
    ["objective a", false],
  ])("is deeper behind %j: %s", (line, deeper) => {
    expect(new RegExp(increaseIndentPattern).test(line)).toBe(deeper);
  });

  test.each([
    ["}", true],
    ["  } // done", true],
    ["  -> b", false],
  ])("is less at %j: %s", (line, less) => {
    expect(new RegExp(decreaseIndentPattern).test(line)).toBe(less);
  });

  test("is decided at once, however long the line", () => {
    const line = `  prompt "${`a "quoted" \\" `.repeat(5000)}{ x`;
    expect(new RegExp(increaseIndentPattern).test(line)).toBe(false);
  });
});

describe("Enter and the language server agree", () => {
  test.each([
    [`objective a {`],
    [`objective a { // why`],
    [`objective a { prompt "Ask." }`],
    [`objective a {\n  prompt "Ask."`],
    [`objective a {\n  // why`],
    [`objective a {\n  prompt """`],
    [`objective a {\n  prompt """>\n    Ask them,`],
    [`objective a {\n  prompt """\n    - Ask them\n      and wait.`],
    [`objective a {\n  prompt """\n    Ask.\n    """`],
    [`objectives """\n  Intake`],
    [`objective a {\n  prompt`],
    [`objective a {\n  collect x,`],
    [`objective a {\n  collect x,\n    y,`],
    [`objective a {\n  ->`],
    [`objective a {\n  -> b when`],
    [`objective a {\n  -> b otherwise`],
    [`objective a {\n  -> b\n}`],
    [`scenario "s" {`],
    [`scenario "s" {\n  a {`],
    [`scenario "s" {\n  a {\n    x = "1"`],
    [`scenario "s" {\n  a {\n    x =`],
    [`scenario "s" {\n  a {\n    x = "1"\n  }`],
    [`param a =`],
    [`defaults {`],
    [`// Above.`],
  ])("behind %j", (before) => {
    const text = `${before}\n${beginningOfLineAfter(before)}`;
    expect(formatOnType(parse(text), text.length, "\n")).toEqual([]);
  });

  /** What the editor writes before the cursor. */
  function beginningOfLineAfter(text: string): string {
    const line = text.slice(text.lastIndexOf("\n") + 1);
    const { indent, appendText } = enterAfter(line);
    const { increaseIndentPattern } = configuration.indentationRules;
    const isDeeper =
      indent === "indent" || (indent === "nothing" && new RegExp(increaseIndentPattern).test(line));
    const now = /^ */.exec(line)?.[0].length ?? 0;
    return " ".repeat(now + (isDeeper ? 2 : indent === "outdent" ? -2 : 0)) + appendText;
  }
});

test("regions fold", () => {
  const { start, end } = configuration.folding.markers;
  expect(
    ["// region Intake", "//#region", "// regional"].map((line) => new RegExp(start).test(line)),
  ).toEqual([true, true, false]);
  expect(new RegExp(end).test("  // endregion")).toBe(true);
});

test("what opens has what closes it", () => {
  expect(configuration.autoClosingPairs.map(({ open, close }) => `${open} ${close}`)).toEqual([
    "{ }",
    "${ }",
    `" "`,
    `""" """`,
  ]);
  expect(configuration.comments.lineComment).toBe("//");
});

function enterAfter(before: string): { indent: string; appendText: string } {
  const rule = configuration.onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(before));
  return { indent: rule?.action.indent ?? "nothing", appendText: rule?.action.appendText ?? "" };
}
