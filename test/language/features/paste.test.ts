// What a pasted text becomes, between declarations and inside of texts.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paste } from "../../../server/src/language/features/paste.ts";
import { interpolate } from "../../../server/src/language/model/params.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { inWords } from "../../../server/src/language/text/sentence.ts";
import { MAIN, modelOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";

interface Pasted {
  readonly text: string;
  /** Undefined where the text was put in as it is. */
  readonly title: string | undefined;
}

/** The text after the paste; between two `$0` stands what it replaces. */
function pasteInto(source: string, pasted: string): Pasted {
  const [before = "", selected = "", ...rest] = source.split("$0");
  const [chosen, behind] = rest.length === 0 ? ["", selected] : [selected, rest.join("$0")];
  const text = before + chosen + behind;
  const span = { start: before.length, end: before.length + chosen.length };
  const made = paste(modelOf(text), { file: MAIN, span }, pasted);
  const edits = [{ span, newText: made?.newText ?? pasted }, ...(made?.edits ?? [])];
  const after = edits
    .toSorted(({ span: one }, { span: other }) => other.start - one.start || other.end - one.end)
    .reduce((it, edit) => it.slice(0, edit.span.start) + edit.newText + it.slice(edit.span.end), text);
  return { text: after, title: made && inWords(made.title, {}) };
}

function checkPaste(source: string, pasted: string, expected: string) {
  expect(pasteInto(source, pasted).text).toBe(expected.replace(/^\n/, ""));
}

const ONE = '{"objective_name": "ask", "objective_prompt": "Ask.", "confirmation_mode": "manual"}';

describe("JSON between declarations", () => {
  test("is a whole set where the file has nothing yet", () => {
    checkPaste(
      "$0",
      `{"name": "Intake", "data": [${ONE}]}`,
      `
objectives "Intake"

objective ask {
  prompt "Ask."
  confirm manual
}
`,
    );
  });

  test("is objectives alone where the file says something, with blank lines around them", () => {
    checkPaste(
      `objectives "S"\n$0\nobjective a { prompt "p" }\n`,
      `{"name": "Intake", "data": [${ONE}]}`,
      `
objectives "S"

objective ask {
  prompt "Ask."
  confirm manual
}


objective a { prompt "p" }
`,
    );
  });

  test.each([
    ["a list", `[${ONE}]`],
    ["one objective", ONE],
    ["items of a list", `  ${ONE},\n`],
  ])("%s", (_, json) => {
    checkPaste(
      `objective a { prompt "p" }\n\n$0`,
      json,
      `objective a { prompt "p" }\n\nobjective ask {\n  prompt "Ask."\n  confirm manual\n}\n`,
    );
  });

  test("says only what the file's defaults do not say", () => {
    checkPaste(
      `defaults {\n  confirm manual\n}\n\n$0`,
      ONE,
      `defaults {\n  confirm manual\n}\n\nobjective ask {\n  prompt "Ask."\n}\n`,
    );
  });

  test("has the line breaks of its file, and replaces what is selected", () => {
    checkPaste(
      `objectives "S"\r\n\r\n$0objective old {}\r\n$0`,
      '{"objective_name": "😀", "objective_prompt": "Ask."}',
      `objectives "S"\r\n\r\nobjective "😀" {\r\n  prompt "Ask."\r\n}\r\n`,
    );
  });

  test("tells of names that are there already, and of what is left out", () => {
    expect(pasteInto(`objective ask { prompt "p" }\n$0`, ONE).title).toBe(
      "Paste as objectives; there already: ask",
    );
    expect(pasteInto("$0", `{"data": [${ONE}], "color": 1}`).title).toBe(
      "Paste as objectives; something is left out: /color",
    );
  });

  test.each([
    ["inside of a block", `objective a {\n  $0\n}`, ONE],
    ["behind a declaration on its line", `objective a { prompt "p" } $0`, ONE],
    ["what is no JSON", `$0`, "{ ask }"],
    ["JSON of something else", `$0`, '{"a": 1}'],
    ["an empty list", `$0`, ""],
    ["source of ours", `$0`, 'objective a { prompt "p" }'],
  ])("%s: is put in as it is", (_, source, pasted) => {
    expect(pasteInto(source, pasted)).toEqual({ text: source.replace("$0", pasted), title: undefined });
  });
});

describe("prose in a string", () => {
  test("is escaped", () => {
    checkPaste(
      `objective a { prompt "Say $0." }`,
      `"hi" for \${5} \\o/`,
      `objective a { prompt "Say \\"hi\\" for \\\${5} \\\\o/." }`,
    );
    checkPaste(`objective a { -> b when "$0" }`, "If\nso\n", `objective a { -> b when "If\\nso" }`);
  });

  test("that needs no escapes is put in as it is", () => {
    expect(pasteInto(`objective a { prompt "Say $0." }`, "hello").title).toBeUndefined();
  });

  test("of several lines makes a prompt a text of several lines", () => {
    const block = `
objective a {
  prompt """
    One
    "two"
    """
}
`;
    checkPaste(`objective a {\n  prompt "$0"\n}\n`, 'One\r\n"two"\r\n', block);
    checkPaste(`objective a {\n  prompt "$0old$0"\n}\n`, 'One\n"two"', block);
    checkPaste(`objective a {\n  prompt "$0\n}\n`, 'One\n"two"', block);
  });

  test("keeps what the prompt says around it", () => {
    checkPaste(
      `objective a {\r\n\tprompt "Say \\"a\\" $0 and z."\r\n}\r\n`,
      "One\n\ntwo",
      `objective a {\r\n\tprompt """\r\n\t  Say \\"a\\" One\r\n\r\n\t  two and z.\r\n\t  """\r\n}\r\n`,
    );
  });
});

describe("prose in lines", () => {
  test("is indented as they are", () => {
    checkPaste(
      `objective a {\n  prompt """\n    First.\n    $0\n    """\n}`,
      'One\n\n  two\n"""\n\\',
      `objective a {\n  prompt """\n    First.\n    One\n\n      two\n    \\"""\n    \\\\\n    """\n}`,
    );
  });

  test("gets its first indentation where the line is blank", () => {
    checkPaste(
      `objective a {\n  prompt """\n$0\n    """\n}`,
      "One\ntwo",
      `objective a {\n  prompt """\n    One\n    two\n    """\n}`,
    );
  });

  test("of a folded text is folded", () => {
    checkPaste(
      `objective a {\n  prompt """>\n    First. $0\n    """\n}`,
      "One\ntwo",
      `objective a {\n  prompt """>\n    First. One\n\n    two\n    """\n}`,
    );
  });

  test("of a text that nothing closes", () => {
    checkPaste(
      `objective a {\n  prompt """\n    First $0`,
      "One\ntwo",
      `objective a {\n  prompt """\n    First One\n    two`,
    );
  });
});

test.each([
  ["a name in quotes", `objective "$0" {}`],
  ["a target in quotes", `objective a { -> "$0" }`],
  ["a comment", `// $0`],
  ["the start of a file", `$0`],
  ["its end", `objective a {}$0`],
])("%s takes a text as it is", (_, source) => {
  expect(pasteInto(source, 'a "b"').title).toBeUndefined();
});

test(
  "a text says what it said before the cursor, what is pasted, and what it said behind",
  () => {
    const words = fc
      .array(fc.constantFrom("One", " ", '"', '"""', "\\", "${x}", "\n", "}", "->", "😀", "\t", "//"), {
        maxLength: 12,
      })
      .map((list) => list.join(""));
    const place = fc.constantFrom(
      `objective a {\n  prompt "ab$0cd"\n}`,
      `objective a { prompt "$0" }`,
      `objective a {\n\tprompt "$0cd"\n}`,
      `objective a {\n  prompt """\n    ab$0cd\n    """\n}`,
      `objective a {\n  prompt """\n    ab\n    $0\n    """\n}`,
      `objective a {\n  prompt "p"\n  callback "ab$0"\n}`,
    );
    fc.assert(
      fc.property(place, words, (source, pasted) => {
        const { text } = pasteInto(source, pasted);
        const wanted = pasted.replace(/\n+$/, "");
        expect(parse(text).units.flatMap(({ issues }) => issues)).toEqual([]);
        const [before = "", behind = ""] = said(source).split("$0");
        expect(trimmed(said(text))).toBe(trimmed(before + wanted + behind));
      }),
      LAW,
    );
  },
  LAW_TIMEOUT,
);

/** What the last text of a source says. */
function said(source: string): string {
  const [node] = parse(source).units.flatMap(({ declarations }) => declarations);
  const property = node?.kind === "objective" ? node.properties.at(-1) : undefined;
  return property && "text" in property ? interpolate(property.text, new Map()) : "";
}

/** Blanks at a line's end are not text. */
function trimmed(text: string): string {
  return text.replace(/[^\S\n]+$/gm, "");
}
