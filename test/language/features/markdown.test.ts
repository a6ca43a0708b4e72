// Texts as Markdown, and Markdown as text again for those who cannot show it.
import fc from "fast-check";
import { expect, test } from "vitest";
import { codeMarkdown, plainText, proseMarkdown } from "../../../server/src/language/features/markdown.ts";
import { LAW } from "../../support/generators.ts";

/** Characters that mean something to Markdown, beside some that do not. */
const anySigns = fc.string({ unit: fc.constantFrom(...'\\`*_{}[]<>#|~&-+=1.) \t\na👋"'), maxLength: 40 });

test.each([
  ["**wrap\\_up** · end", "wrap_up · end"],
  ["> Ask: \\*who\\*?  \n> And why.", "Ask: *who*?\nAnd why."],
  ["collects `mood`, `` a`b ``", "collects mood, a`b"],
  ["Findings\n\n- No objective is called 'a\\_b'.", "Findings\n\n- No objective is called 'a_b'."],
  ["See [the page](https://e.org), _soon_.", "See [the page](https://e.org), _soon_."],
  ["an `open one", "an `open one"],
  ["", ""],
])("%j is read as %j", (markdown, text) => expect(plainText(markdown)).toBe(text));

test("any prose is read again as it was, but for what its lines begin with", () => {
  fc.assert(
    fc.property(anySigns, (text) => {
      const lines = text.split("\n").map((it) => it.trimStart());
      expect(plainText(proseMarkdown(text))).toBe(lines.join("\n"));
    }),
    LAW,
  );
});

test("any name as code is read again on one line", () => {
  fc.assert(
    fc.property(
      anySigns.filter((it) => it.trim() !== ""),
      (name) => {
        expect(plainText(codeMarkdown(name))).toBe(name.replace(/\n+/g, " "));
      },
    ),
    LAW,
  );
});
