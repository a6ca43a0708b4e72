// Layout of ranges: what they touch, and nothing else.
import { describe, expect, test } from "vitest";
import { formatRanges } from "../../../server/src/language/features/format.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import type { Span } from "../../../server/src/language/text/span.ts";
import { editedText } from "../../support/edited.ts";

/** Ranges stand between two `$0` each; both texts begin behind the line end that a template begins with. */
function checkRanges(marked: string, expected: string) {
  const [text, ranges] = rangesIn(marked.replace(/^\n/, ""));
  const formatted = editedText(text, formatRanges(parse(text), ranges));
  expect(formatted).toBe(expected.replace(/^\n/, ""));
}

function rangesIn(marked: string): readonly [string, readonly Span[]] {
  const pieces = marked.split("$0");
  const places = pieces.slice(1).map((_, index) => pieces.slice(0, index + 1).join("").length);
  const ranges = places.flatMap((start, index) =>
    index % 2 === 0 ? [{ start, end: places[index + 1] ?? start }] : [],
  );
  return [pieces.join(""), ranges];
}

test("the declaration that a cursor is in", () => {
  checkRanges(
    `
objective   a { }


objective   b {  $0prompt   "Ask."}  


objective   c { }`,
    `
objective   a { }


objective b { prompt "Ask." }


objective   c { }`,
  );
});

test("several declarations with the gaps and comments between them", () => {
  checkRanges(
    `
param   a

objective   b$0 { }
  // Of c.
objective   c { }



objective   d$0 { }


objective   e { }
`,
    `
param   a

objective b {}

// Of c.
objective c {}

objective d {}


objective   e { }
`,
  );
});

test("whole lines do not touch the line behind them", () => {
  checkRanges(`$0objective   a { }\n$0objective   b { }\n`, `objective a {}\nobjective   b { }\n`);
});

test("several at once", () => {
  checkRanges(
    `
objective $0  a$0 { }
objective   b { }
objective $0  c$0 { }
`,
    `
objective a {}
objective   b { }
objective c {}
`,
  );
});

test("a comment is laid out with what is below it", () => {
  checkRanges(`  // Of $0a.\n  objective   a { }\n`, `// Of a.\nobjective a {}\n`);
});

test("what shares a line goes together", () => {
  checkRanges(`objective   a { } objective   b { $0 }\n`, `objective a {}\n\nobjective b {}\n`);
});

test("blank lines alone are no declaration", () => {
  checkRanges(
    `objective   a { }\n$0\n\n$0\nobjective   b { }\n`,
    `objective   a { }\n\n\n\nobjective   b { }\n`,
  );
});

describe("everything", () => {
  test("is the whole file, with its beginning and its end", () => {
    checkRanges(`$0\n\n  objective   a { }\n\n\n$0`, `objective a {}\n`);
    checkRanges(`$0 \n $0`, "");
  });

  test("leaves what is broken", () => {
    checkRanges(
      `$0objective   a { }\nobjective   b {\nobjective   c { }\n$0`,
      `objective a {}\n\nobjective   b {\nobjective c {}\n`,
    );
  });
});
