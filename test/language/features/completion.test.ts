// What is offered at a place, in whole and in half-written texts.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { completion } from "../../../server/src/language/features/completion.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { marked } from "../../support/marked.ts";
import { anyDamagedProgram } from "../../support/program-generators.ts";
import { MAIN, modelOf } from "../../support/fixture.ts";

/** Holds what is offered, in its order; a detail stands behind its label in brackets. */
function checkOffered(source: string, offered: readonly string[]) {
  const { model, point } = marked(source);
  const { items } = completion(model, point);
  expect(items.map(({ label, detail = "" }) => (detail === "" ? label : `${label} (${detail})`))).toEqual(
    offered,
  );
}

/** Holds the text after the item is put in for the whole word; what has places to fill in has them as `$1`. */
function checkChosen(source: string, label: string, expected: string) {
  const { model, point, text } = marked(source);
  const { items, word } = completion(model, point);
  const item = items.find((it) => it.label === label);
  const newText = item?.snippet ?? item?.newText ?? "nothing of that name is offered";
  expect(text.slice(0, word.start) + newText + text.slice(word.end)).toBe(expected.replace(/^\n/, ""));
}

const REST = `
objective ask { prompt "Ask." }
objective "wrap up" { prompt "Thank \${them}." }
`;

describe("behind an arrow", () => {
  test("with nothing yet: every other objective", () => {
    checkOffered(`objective greet {\n  prompt "Greet."\n  -> $0\n}\n${REST}`, ["ask", "wrap up"]);
  });

  test("with a prefix", () => {
    checkChosen(`objective greet {\n  -> as$0\n}${REST}`, "ask", `objective greet {\n  -> ask\n}${REST}`);
  });

  test("right behind it", () => {
    checkOffered(`objective greet { ->$0 }${REST}`, ["ask", "wrap up"]);
  });

  test("before `when`", () => {
    checkOffered(`objective greet {\n  -> $0 when "So."\n}${REST}`, ["ask", "wrap up"]);
    checkChosen(
      `objective greet {\n  -> a$0 when "So."\n}${REST}`,
      "ask",
      `objective greet {\n  -> ask when "So."\n}${REST}`,
    );
  });

  test("in an unclosed block", () => {
    checkOffered(`objective greet {\n  prompt "Greet."\n  -> $0\n${REST}`, ["ask", "wrap up"]);
  });

  test("behind an unclosed string, before a declaration in column 0", () => {
    checkOffered(`objective greet {\n  prompt "Greet.\n  -> $0\n${REST}`, ["ask", "wrap up"]);
  });

  test("at the end of the file", () => {
    checkOffered(`${REST}objective greet {\n  -> $0`, ["wrap up", "ask"]);
  });

  test("the whole word is replaced, and a hyphen belongs to it", () => {
    checkChosen(`objective greet { -> new-$0er }${REST}`, "ask", `objective greet { -> ask }${REST}`);
    checkChosen(`objective greet { -> a$0-> b }${REST}`, "ask", `objective greet { -> ask-> b }${REST}`);
  });

  test("odd names come quoted", () => {
    checkChosen(`objective greet { -> $0 }${REST}`, "wrap up", `objective greet { -> "wrap up" }${REST}`);
  });

  test("what nothing leads to comes first, then what is near; what would be a mistake last", () => {
    checkOffered(
      `
objective first { prompt "1" -> here }
objective before { prompt "2" -> here }
objective here {
  prompt "3"
  -> linked
  -> $0
}
objective linked { prompt "4" -> also_linked }
objective also_linked { prompt "5" }
objective new { prompt "6" }
`,
      [
        "new",
        "also_linked",
        "before (leads back here)",
        "first (leads back here)",
        "linked (linked already)",
      ],
    );
  });

  test("the target that is being written does not count as linked", () => {
    checkOffered(`objective greet { -> as$0k }\nobjective ask { prompt "Ask." }`, ["ask"]);
  });

  test("the prompt is the documentation, with the params' values and without Markdown of its own", () => {
    const { model, point } = marked(
      `param shop = "*Bio* & Co"\nobjective greet { -> $0 }\nobjective ask { prompt "Say \${shop}.\\n1. <b>" }`,
    );
    expect(completion(model, point).items[0]?.documentation).toBe("Say \\*Bio\\* \\& Co.  \n1\\. \\<b\\>");
  });

  test("of very many the likeliest, and the rest when more is typed", () => {
    const many = Array.from({ length: 1000 }, (_, index) => `objective o${index} { prompt "p" }`).join("\n");
    const few = marked(`${many}\nobjective greet { -> $0 }`);
    const { items, extent } = completion(few.model, few.point);
    expect([items.length, extent, items[0]?.label]).toEqual([200, "the likeliest", "o999"]);
    checkOffered(`${many}\nobjective greet { -> 998$0 }`, ["o998"]);
  });
});

describe("behind a target", () => {
  test("a condition or the catch-all", () => {
    checkOffered(`objective greet { -> ask $0 }${REST}`, ["when", "otherwise"]);
    checkChosen(
      `objective greet {\n  -> ask wh$0\n}${REST}`,
      "when",
      `objective greet {\n  -> ask when "$1"\n}${REST}`,
    );
  });

  test("one catch-all is enough", () => {
    checkOffered(`objective greet {\n  -> ask $0\n  -> wrap_up otherwise\n}${REST}`, ["when"]);
  });

  test("nothing behind a condition's word, and a new line is a new thing", () => {
    checkOffered(`objective greet { -> ask when $0 }${REST}`, []);
    checkOffered(`objective greet { -> ask otherwise $0 }${REST}`, []);
    checkOffered(`objective greet {\n  prompt "p"\n  -> ask\n  $0\n}${REST}`, [
      "modality",
      "collect",
      "confirm",
      "callback",
      "meta",
      "-> (arrow)",
    ]);
  });
});

describe("in a block", () => {
  const ALL = ["prompt", "modality", "collect", "confirm", "callback", "meta", "-> (arrow)"];

  test("everything an objective can say", () => {
    checkOffered(`objective greet {\n  $0\n}`, ALL);
    checkOffered(`objective greet { $0 }`, ALL);
    checkOffered(`objective greet {\n  pro$0`, ALL);
  });

  test("not what is said already, before or behind", () => {
    checkOffered(
      `objective greet {\n  prompt "p"\n  meta owner "Ana"\n  $0\n  confirm auto\n  collect a\n}`,
      ["modality", "callback", "meta", "-> (arrow)"],
    );
  });

  test("the property under the cursor does not count as said", () => {
    checkOffered(`objective greet {\n  prompt$0 "p"\n  collect a\n}`, [
      "prompt",
      "modality",
      "confirm",
      "callback",
      "meta",
      "-> (arrow)",
    ]);
  });

  test("in an unclosed block, before a declaration in column 0", () => {
    checkOffered(`objective greet {\n  $0\nobjective ask { prompt "Ask." }`, ALL);
  });

  test("behind a whole value on the same line", () => {
    checkOffered(`objective greet { prompt "p" $0 }`, ALL.slice(1));
    checkOffered(
      `objective greet { confirm auto $0 }`,
      ALL.filter((it) => it !== "confirm"),
    );
  });

  test("an arrow that is begun is completed", () => {
    checkChosen(`objective greet {\n  -$0\n}`, "->", `objective greet {\n  -> \n}`);
  });

  test("in `defaults` only what every objective may share", () => {
    checkOffered(`defaults {\n  confirm auto\n  $0\n}`, ["modality", "callback"]);
  });

  test("properties come with a place for their value", () => {
    checkChosen(`objective greet {\n  p$0\n}`, "prompt", `objective greet {\n  prompt "$1"\n}`);
    checkChosen(
      `objective greet {\n  c$0\n}`,
      "confirm",
      "objective greet {\n  confirm ${1|auto,manual|}\n}",
    );
  });
});

describe("values", () => {
  test("what the platform knows", () => {
    checkOffered(`objective greet { confirm $0 }`, ["auto", "manual"]);
    checkOffered(`objective greet { confirm ma$0 }`, ["auto", "manual"]);
    checkOffered(`defaults {\n  modality $0\n}`, ["verbal", "visual"]);
  });

  test("variables that other objectives collect, the most used first", () => {
    const others = `\nobjective a { collect full_name }\nobjective b { collect reason, full_name }`;
    checkOffered(`objective greet { collect $0 }${others}`, [
      "full_name (also in a and 1 more)",
      "reason (also in b)",
    ]);
    checkOffered(`objective greet { collect reason, $0 }${others}`, ["full_name (also in a and 1 more)"]);
    checkOffered(`objective greet { collect reason,\n    f$0 }${others}`, [
      "full_name (also in a and 1 more)",
    ]);
  });

  test("params, in the texts that take them", () => {
    const params = `param hooks = "https://example.com"\nparam brand\n`;
    const both = ["hooks (https://example.com)", "brand (its value comes from the target)"];
    checkOffered(`${params}objective a { callback "\${$0" }`, both);
    checkOffered(`${params}objective a { prompt "Say \${br$0}." }`, both);
    checkOffered(`${params}objective a {\n  prompt """>\n    Say \${$0\n    """\n}`, both);
    checkOffered(`${params}scenario "s" { a { x = "\${$0" } }`, both);
    checkOffered(`${params}objective a { prompt "costs \\\${$0" }`, []);
    checkOffered(`${params}objective a { meta owner "\${$0" }`, []);
    checkOffered(`param other = "\${$0"\n${params}`, []);
    checkChosen(
      `${params}objective a { callback "\${ho$0" }`,
      "hooks",
      `${params}objective a { callback "\${hooks\\}" }`,
    );
    checkChosen(
      `${params}objective a { callback "\${ho$0x}/y" }`,
      "hooks",
      `${params}objective a { callback "\${hooks}/y" }`,
    );
  });
});

describe("declarations", () => {
  test("in an empty file", () => {
    checkOffered(`$0`, ["objectives", "objective", "scenario", "param", "defaults", "include"]);
  });

  test("one header and one `defaults` a file, includes before the rest", () => {
    checkOffered(`objectives "A"\n$0`, ["objective", "scenario", "param", "defaults", "include"]);
    checkOffered(`objectives "A"\ndefaults { confirm auto }\n\nob$0`, ["objective", "scenario", "param"]);
  });

  test("in column 0, also behind a block that is not closed", () => {
    checkOffered(`objectives "A"\nobjective a {\n  prompt "p"\n$0\n`, [
      "objective",
      "scenario",
      "param",
      "defaults",
    ]);
    checkOffered(`objectives "A"\nobjective a {\n$0\n}`, [
      "prompt",
      "modality",
      "collect",
      "confirm",
      "callback",
      "meta",
      "-> (arrow)",
    ]);
  });

  test("names that are used and not declared yet", () => {
    checkOffered(`objective a { prompt "\${brand}" -> later }\nobjective $0`, [
      "later (an arrow leads there)",
    ]);
    checkOffered(`objective a { prompt "\${brand}" -> later }\nparam b$0`, ["brand (a text uses it)"]);
  });
});

describe("in a scenario", () => {
  const SET = `
objectives "A"
objective greet { prompt "p" collect mood, name -> good when "x" -> bad otherwise }
objective good { prompt "p" }
objective bad { prompt "p" -> good }
`;

  test("the start, then what may follow, then the end", () => {
    checkOffered(`${SET}scenario "s" {\n  $0\n}`, ["greet"]);
    checkOffered(`${SET}scenario "s" {\n  greet\n  $0\n}`, ["good", "bad"]);
    checkOffered(`${SET}scenario "s" {\n  greet { mood = "x" }\n  bad\n  go$0\n}`, ["good"]);
    checkOffered(`${SET}scenario "s" {\n  greet\n  good\n  $0\n}`, ["end"]);
    checkOffered(`${SET}scenario "s" {\n  greet\n  good\n  end\n  $0\n}`, []);
  });

  test("the variables of the step's objective", () => {
    checkOffered(`${SET}scenario "s" {\n  greet { $0 }\n}`, ["mood", "name"]);
    checkOffered(`${SET}scenario "s" {\n  greet { mood = "x" $0 }\n}`, ["name"]);
    checkChosen(
      `${SET}scenario "s" {\n  greet { m$0 }\n}`,
      "mood",
      `${SET}scenario "s" {\n  greet { mood = "$1" }\n}`,
    );
  });
});

describe("nothing", () => {
  test.each([
    ["in a comment", `objective a {\n  // -> $0\n}${REST}`],
    ["in a doc comment", `/// -> $0\nobjective a { prompt "p" }${REST}`],
    ["in a string", `objective a { prompt "-> $0" }${REST}`],
    ["in an unclosed string", `objective a { prompt "-> $0\n}${REST}`],
    ["in a block string", `objective a {\n  prompt """\n    -> $0\n    """\n}${REST}`],
    ["in an unclosed block string", `objective a {\n  prompt """\n    -> $0`],
    ["in a quoted name", `objective a { -> "$0" }${REST}`],
    ["right behind a string", `objective a { prompt "p"$0 }`],
    ["right behind a brace", `objective a { prompt "p" }$0`],
    ["behind `prompt`", `objective a { prompt $0 }`],
    ["behind a variable without a comma", `objective a { collect x $0 }\nobjective b { collect y }`],
    ["behind a declaration on its line", `objective a { prompt "p" } $0`],
  ])("%s", (_, source) => checkOffered(source, []));
});

test(
  "any place of any damaged text has an answer, and its word is around the cursor",
  () => {
    fc.assert(
      fc.property(anyDamagedProgram, fc.nat(), (text, seed) => {
        const offset = text.length === 0 ? 0 : seed % (text.length + 1);
        const { typed, word } = completion(modelOf(text), { file: MAIN, offset });
        expect(typed.start).toBeLessThanOrEqual(offset);
        expect([typed.end, word.start]).toEqual([offset, typed.start]);
        expect(word.end).toBeGreaterThanOrEqual(offset);
      }),
      LAW,
    );
  },
  LAW_TIMEOUT,
);
