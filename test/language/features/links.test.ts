// What in a text leads somewhere else.
import fc from "fast-check";
import { expect, test } from "vitest";
import { links } from "../../../server/src/language/features/links.ts";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import { MAIN, modelOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { marked } from "../../support/marked.ts";
import { anyDamagedProgram } from "../../support/program-generators.ts";

/** The linked texts of the cursor's file, each with where it leads and its tip. */
function checkLinks(source: string, expected: readonly string[]) {
  const { sets, point, text } = marked(source);
  const found = links(sets[0], point.file).map(({ span, target, tip }) => {
    const leads = "url" in target ? target.url : target.file;
    return `${text.slice(span.start, span.end)} → ${leads} (${inEnglish(tip)})`;
  });
  expect(found).toEqual(expected);
}

test("includes lead to their files, whatever stands in these, if they are there", () => {
  checkLinks(
    `objectives "S$0"
include "./b.objectives"
include "./set.objectives"
include "./gone.objectives"
include "/etc/x.objectives"
include ""
include
// b.objectives
include "./main.objectives"
// set.objectives
objectives "T"
`,
    [
      "./b.objectives → /set/b.objectives (Open ./b.objectives)",
      "./set.objectives → /set/set.objectives (Open ./set.objectives)",
    ],
  );
});

test("callbacks lead to their addresses, once their params are known", () => {
  checkLinks(
    `param hooks = "https://example.com"\r\nparam later\r\n$0defaults { callback "\${hooks}/👩‍👧" }
objective a { callback "http://localhost:80/x" }
objective b { callback "\${later}/x" }
objective c { callback "https://\${later}/x" }
objective c { callback "" }
objective d { callback "nowhere" }
objective e {\r\n\tcallback """\r\n    https://e.org\r\n    """ }
objective f { callback "https://f.org`,
    [
      "${hooks}/👩‍👧 → https://example.com/👩‍👧 (Open https://example.com/👩‍👧)",
      "http://localhost:80/x → http://localhost:80/x (Open http://localhost:80/x)",
      '"""\r\n    https://e.org\r\n    """ → https://e.org (Open https://e.org)',
      '"https://f.org → https://f.org (Open https://f.org)',
    ],
  );
});

test("a fragment's own, with the params of its set", () => {
  checkLinks(
    `objectives "S"\ninclude "./b.objectives"\nparam p = "https://p.org"\n// b.objectives\nobjective b { callback "\${p}" $0}`,
    ["${p} → https://p.org (Open https://p.org)"],
  );
});

test("none in an empty file, or one that is no part of the set", () => {
  checkLinks("$0", []);
  expect(links(modelOf('include "./x.objectives"'), "/elsewhere")).toEqual([]);
});

test("of any damaged text they are in the text, and none covers another", { timeout: LAW_TIMEOUT }, () => {
  fc.assert(
    fc.property(anyDamagedProgram, (text) => {
      const spans = links(modelOf(text), MAIN)
        .map(({ span }) => span)
        .sort((one, other) => one.start - other.start);
      spans.forEach(({ start, end }, index) => {
        expect(start < end && end <= (spans[index + 1]?.start ?? text.length)).toBe(true);
      });
    }),
    LAW,
  );
});
