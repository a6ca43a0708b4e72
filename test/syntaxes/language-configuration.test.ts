// What an editor does with brackets, words, comments and the Enter key, by the rules of language-configuration.json.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

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
    [`  collect full_name,`, "indent", "  "],
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
