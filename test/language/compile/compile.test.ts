// A checked set as the document that is uploaded: what it says, where it takes it from, and when there is none.
import { describe, expect, test } from "vitest";
import { compile, type Compiled } from "../../../server/src/language/compile/compile.ts";
import type { ObjectiveItem, SetDocument } from "../../../server/src/language/compile/payload.ts";
import { writePayload } from "../../../server/src/language/compile/write-payload.ts";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { withParams } from "../../../server/src/language/model/analyze.ts";
import { modelOf } from "../../support/fixture.ts";

function compiled(text: string, given: Readonly<Record<string, string>> = {}): Compiled {
  return compile(check(withParams(modelOf(text), new Map(Object.entries(given)))));
}

function documentOf(text: string, given: Readonly<Record<string, string>> = {}): SetDocument {
  const result = compiled(text, given);
  if (result.kind !== "document") throw new Error(`${result.kind}: ${JSON.stringify(result)}`);
  return result.document;
}

/** What the one objective of these lines says, of what the test cares about. */
function checkItem(lines: string, expected: Partial<ObjectiveItem>, above = ""): void {
  const [item] = documentOf(`objectives "S"\n${above}\nobjective a {\n${lines}\n}\n`).objectives;
  expect(item).toMatchObject(expected);
}

describe("what an objective says", () => {
  test("nothing but its prompt: the built-in values", () => {
    expect(documentOf('objectives "S"\nobjective a { prompt "p" }')).toEqual({
      name: "S",
      objectives: [
        {
          name: "a",
          prompt: "p",
          confirmation: "auto",
          variables: [],
          modality: "verbal",
          conditional: [],
          required: [],
          callback: "",
        },
      ],
    });
  });

  test.each<readonly [what: string, lines: string, expected: Partial<ObjectiveItem>]>([
    ["variables in their order", 'prompt "p" collect b, a, "c d"', { variables: ["b", "a", "c d"] }],
    ["a required arrow", 'prompt "p" -> b', { required: ["b"], conditional: [] }],
    ["required arrows in their order", 'prompt "p"\n-> c\n-> b', { required: ["c", "b"] }],
    [
      "conditions in their order, numbers too",
      'prompt "p"\n-> b when "x"\n-> 10 when "y"\n-> 9 when "z"\n-> __proto__ otherwise "w"',
      {
        conditional: [
          ["b", "x"],
          ["10", "y"],
          ["9", "z"],
          ["__proto__", "w"],
        ],
      },
    ],
    [
      "'otherwise' without a text says its own",
      'prompt "p"\n-> b when "x"\n-> c otherwise',
      {
        conditional: [
          ["b", "x"],
          ["c", "In any other case"],
        ],
      },
    ],
    [
      "values that the platform does not know",
      'prompt "p" confirm maybe modality "both"',
      { confirmation: "maybe", modality: "both" },
    ],
    [
      "a note is uploaded nowhere",
      'prompt "p" meta owner "Ana"',
      { prompt: "p", variables: [], callback: "" },
    ],
    [
      "a folded text on one line",
      'prompt """>\n  one\n  two\n\n  three\n  """',
      { prompt: "one two\nthree" },
    ],
    ["no prompt at all", "collect x", { prompt: "", variables: ["x"] }],
  ])("%s", (_, lines, expected) => {
    checkItem(lines, expected);
  });

  test("objectives stand in the order of the text, a second of a name included", () => {
    const { objectives } = documentOf(
      'objectives ""\nobjective b { prompt "1" }\nobjective a { prompt "2" }\nobjective b { prompt "3" }',
    );
    expect(objectives.map(({ name, prompt }) => name + prompt)).toEqual(["b1", "a2", "b3"]);
  });
});

describe("own values, then the defaults', then the built-in ones", () => {
  const DEFAULTS = 'defaults { confirm manual modality visual callback "https://example.com/d" }';

  test.each<readonly [what: string, own: string, above: string, expected: readonly [string, string, string]]>(
    [
      ["all built in", "", "", ["auto", "verbal", ""]],
      ["all by default", "", DEFAULTS, ["manual", "visual", "https://example.com/d"]],
      [
        "all its own",
        'confirm auto modality verbal callback "https://example.com/o"',
        DEFAULTS,
        ["auto", "verbal", "https://example.com/o"],
      ],
      ["one its own", "confirm auto", DEFAULTS, ["auto", "visual", "https://example.com/d"]],
      ["an empty callback switches the default off", 'callback ""', DEFAULTS, ["manual", "visual", ""]],
      ["a default that says one thing", "", "defaults { modality visual }", ["auto", "visual", ""]],
      ["an empty block of defaults", "", "defaults { }", ["auto", "verbal", ""]],
    ],
  )("%s", (_, own, above, [confirmation, modality, callback]) => {
    checkItem(`prompt "p" ${own}`, { confirmation, modality, callback }, above);
  });

  test("wherever the defaults stand", () => {
    const { objectives } = documentOf(
      'objectives "S"\nobjective a { prompt "p" }\ndefaults { confirm manual }\nobjective b { prompt "p" }',
    );
    expect(objectives.map(({ confirmation }) => confirmation)).toEqual(["manual", "manual"]);
  });
});

describe("params", () => {
  const TEXT = `objectives "For \${who}"
param who = "Acme"
param base = "https://example.com"
defaults { callback "\${base}/d" }
objective a {
  prompt "Greet for \${who}, not \\\${who}."
  -> b when "\${who} called"
  -> c otherwise "not \${who}"
}
objective b { prompt "\${who}\${who}" callback "\${base}/b" }
objective c { prompt "c" }
`;
  const texts = ({ name, objectives }: SetDocument): readonly string[] => [
    name,
    ...objectives.flatMap(({ prompt, conditional, callback }) => [
      prompt,
      ...conditional.map(([target, words]) => `${target}: ${words}`),
      callback,
    ]),
  ];

  test("their own values stand in every text", () => {
    expect(texts(documentOf(TEXT))).toEqual([
      "For Acme",
      ...["Greet for Acme, not ${who}.", "b: Acme called", "c: not Acme", "https://example.com/d"],
      ...["AcmeAcme", "https://example.com/b"],
      ...["c", "https://example.com/d"],
    ]);
  });

  test("a given value comes first, and is put in as it is", () => {
    expect(texts(documentOf(TEXT, { who: "${base} $& \\n", base: "https://example.org" }))).toEqual([
      "For ${base} $& \\n",
      ...[
        "Greet for ${base} $& \\n, not ${who}.",
        "b: ${base} $& \\n called",
        "c: not ${base} $& \\n",
        "https://example.org/d",
      ],
      ...["${base} $& \\n${base} $& \\n", "https://example.org/b"],
      ...["c", "https://example.org/d"],
    ]);
  });

  test("one without a value is refused as an error until it is given", () => {
    const text = 'objectives "S"\nparam who\nobjective a { prompt "For ${who}" }';
    const refused = compiled(text);
    expect(
      refused.kind === "refused" && refused.findings.map(({ code, severity }) => [code, severity]),
    ).toEqual([["param-without-value", "error"]]);
    expect(documentOf(text, { who: "Acme" }).objectives[0]?.prompt).toBe("For Acme");
  });

  test("one that no text uses needs no value", () => {
    expect(documentOf('objectives "S"\nparam who\nobjective a { prompt "p" }').objectives).toHaveLength(1);
  });
});

describe("whether there is a document", () => {
  test.each([
    ["syntax", 'prompt "p" callback https://x'],
    ["bad-escape", 'prompt "50\\%"'],
    ["bad-indent", 'prompt """\n  one\n two\n  """'],
    ["duplicate-property", 'prompt "p" prompt "q"'],
    ["unknown-param", 'prompt "${nobody}"'],
    ["duplicate-edge", 'prompt "p"\n-> b when "x"\n-> b when "y"'],
    ["duplicate-edge", 'prompt "p"\n-> b when "x"\n-> b otherwise'],
  ])("%s is refused: %j", (code, lines) => {
    checkRefused(`objectives "S"\nobjective a {\n${lines}\n}\nobjective b { prompt "p" }\n`, code);
  });

  test.each([
    ["duplicate-defaults", "defaults { }\ndefaults { }"],
    ["duplicate-param", 'param x = "1"\nparam x = "2"'],
    ["include-missing", 'include "./closing.objectives"'],
    ["syntax", 'objectives "Again"'],
  ])("%s is refused: %j", (code, above) => {
    checkRefused(`objectives "S"\n${above}\nobjective a { prompt "p" }\n`, code);
  });

  test.each([
    ["unknown-objective", 'prompt "p" -> nowhere'],
    ["missing-prompt", "collect x"],
    ["empty-text", 'prompt ""'],
    ["unknown-property", 'prompt "p" attempts 3'],
    ["unknown-value", 'prompt "p" confirm maybe'],
    ["cycle", 'prompt "p" -> a'],
    ["duplicate-edge", 'prompt "p"\n-> b\n-> b'],
    ["duplicate-variable", 'prompt "p" collect x, x'],
    ["bad-callback", 'prompt "p" callback "example"'],
    ["several-starts", 'prompt "p"'],
  ])("%s is found, and the document is written all the same", (code, lines) => {
    const result = compiled(`objectives "S"\nobjective a {\n${lines}\n}\nobjective b { prompt "p" }\n`);
    expect(result.kind).toBe("document");
    expect(result.kind === "document" && result.findings.map((finding) => finding.code)).toContain(code);
  });

  test("a comment that silences what leaves the document open does not write one", () => {
    checkRefused(
      'objectives "S"\n// objectives-disable-next-line duplicate-property\nobjective a { prompt "p" prompt "q" }\n',
      "duplicate-property",
    );
  });

  test("an error that a comment silences is written, and still counts: it is not uploaded", () => {
    const line = "// objectives-disable-next-line unknown-value";
    const result = compiled(`objectives "S"\nobjective a {\n  prompt "p"\n  ${line}\n  confirm maybe\n}`);
    expect(result.kind).toBe("document");
    expect(result.kind !== "fragment" && result.findings.map(({ code }) => code)).toEqual(["unknown-value"]);
  });

  test("a warning that a comment silences is silent", () => {
    const line = "// objectives-disable-next-line bad-callback";
    const result = compiled(
      `objectives "S"\nobjective a {\n  prompt "p"\n  ${line}\n  callback "http://a.example"\n}`,
    );
    expect(result.kind !== "fragment" && result.findings).toEqual([]);
  });

  test.each(["", "// nothing\n", 'objective a { prompt "p" }\n', "defaults { confirm manual }\n"])(
    "a file without a header is a fragment: %j",
    (text) => {
      expect(compiled(text)).toEqual({ kind: "fragment" });
    },
  );

  test("a header alone is a set without objectives and without a name", () => {
    expect(documentOf('objectives ""')).toEqual({ name: "", objectives: [] });
  });
});

function checkRefused(text: string, code: string): void {
  const result = compiled(text);
  expect(result.kind).toBe("refused");
  expect(result.kind === "refused" && result.findings.map((finding) => finding.code)).toContain(code);
}

describe("written as JSON", () => {
  const TEXT = 'objectives "S"\nobjective a { prompt "p" -> b }\nobjective b { prompt "q" }\n';
  const links = (written: unknown): string | undefined =>
    /"next_[^"]*": (?:"[^"]*"|\[[^\]]*\])/.exec(String(written))?.[0].replace(/\s+/g, " ");

  test("in the list form", () => {
    expect(links(writePayload(documentOf(TEXT), "list"))).toBe('"next_required_objectives": [ "b" ]');
  });

  test("in the single form", () => {
    expect(links(writePayload(documentOf(TEXT), "single"))).toBe('"next_required_objective": "b"');
  });

  test("several required objectives are refused in the single form alone", () => {
    const several = documentOf(TEXT.replace("-> b", "-> b -> c"));
    expect(writePayload(several, "list")).toContain('"c"');
    expect(writePayload(several, "single")).toMatchObject({ refused: [{ index: 0, objective: "a" }] });
  });

  test("the same text gives the same bytes", () => {
    const written = (): unknown => writePayload(documentOf(TEXT), "list");
    expect(written()).toBe(written());
  });
});
