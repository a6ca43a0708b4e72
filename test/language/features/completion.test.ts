// What is offered at a place, in whole and in half-written texts.
import { describe, expect, test } from "vitest";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { completion } from "../../../server/src/language/features/completion.ts";
import { documentation } from "../../../server/src/language/features/completion/documentation.ts";
import { inWords } from "../../../server/src/language/text/sentence.ts";
import { marked } from "../../support/marked.ts";
import { checkAllChosen, checkChosen, checkOffered, completionAt, shown } from "../../support/offered.ts";

const LINES = 'prompt """> … """ (over several lines)';
const BRANCHES = "-> … when … otherwise (branches)";
const BRANCHING = "objective … when … otherwise (with branches)";

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
    const { model } = marked(
      `param shop = "*Bio* & Co"\nobjective greet { -> $0 }\nobjective ask { prompt "Say \${shop}.\\n1. <b>" }`,
    );
    const said = documentation(model, { kind: "objective", label: "ask" });
    expect(said && inWords(said, {})).toBe("Say \\*Bio\\* \\& Co.  \n1\\. \\<b\\>");
  });

  test("of very many the likeliest, and the rest when more is typed", () => {
    const many = Array.from({ length: 1000 }, (_, index) => `objective o${index} { prompt "p" }`).join("\n");
    const few = marked(`${many}\nobjective greet { -> $0 }`);
    const { items, extent } = completionAt(few);
    expect([items.length, extent, items[0]?.label]).toEqual([200, "the likeliest", "o999"]);
    checkOffered(`${many}\nobjective greet { -> 998$0 }`, ["o998"]);
  });
});

describe("a new objective", () => {
  test("is offered where none has the letters, and is written below", () => {
    const source =
      'objective greet {\n  prompt "Greet."\n  -> say_bye$0\n}\n\nobjective ask { prompt "Ask." }\n';
    checkOffered(source, ["ask", "say_bye (new: written below)"]);
    checkAllChosen(
      source,
      "say_bye",
      `
objective greet {
  prompt "Greet."
  -> say_bye
}

objective say_bye {
  prompt "Say bye."
}

objective ask { prompt "Ask." }
`,
    );
  });

  test("with the line breaks of the file, behind astral characters, and at its end", () => {
    checkAllChosen(
      `objective "😀" {\r\n\tprompt "😀"\r\n\t-> b$0\r\n}`,
      "b",
      `objective "😀" {\r\n\tprompt "😀"\r\n\t-> b\r\n}\r\n\r\nobjective b {\r\n  prompt "B."\r\n}`,
    );
  });

  test("is not offered while a known one may be meant, nor where it could not stand", () => {
    checkOffered(`objective greet { -> as$0 }${REST}`, ["ask", "wrap up"]);
    checkOffered(`objective greet { -> $0 }`, []);
    checkOffered(`objective greet {\n  -> later$0\n`, []);
    checkOffered(`objective greet { -> "two words$0" }`, []);
  });

  test("is asked for again with every letter", () => {
    expect(completionAt(marked(`objective greet { -> x$0 }`)).extent).toBe("the likeliest");
    expect(completionAt(marked(`objective greet { -> a$0 }${REST}`)).extent).toBe("all");
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

  test("nothing behind the catch-all, and a new line is a new thing", () => {
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
  const ALL = ["prompt", LINES, "modality", "collect", "confirm", "callback", "meta", "-> (arrow)", BRANCHES];
  const ON_A_LINE = ALL.filter((it) => it !== LINES && it !== BRANCHES);

  test("everything an objective can say", () => {
    checkOffered(`objective greet {\n  $0\n}`, ALL);
    checkOffered(`objective greet { $0 }`, ON_A_LINE);
    checkOffered(`objective greet {\n  pro$0`, ALL);
  });

  test("not what is said already, before or behind", () => {
    checkOffered(
      `objective greet {\n  prompt "p"\n  meta owner "Ana"\n  $0\n  confirm auto\n  collect a\n}`,
      ["modality", "callback", "meta", "-> (arrow)", BRANCHES],
    );
  });

  test("the property under the cursor does not count as said", () => {
    checkOffered(`objective greet {\n  prompt$0 "p"\n  collect a\n}`, [
      "prompt",
      "modality",
      "confirm",
      "callback",
      "-> (arrow)",
      BRANCHES,
    ]);
  });

  test("in an unclosed block, before a declaration in column 0", () => {
    checkOffered(`objective greet {\n  $0\nobjective ask { prompt "Ask." }`, ALL);
  });

  test("behind a whole value on the same line", () => {
    checkOffered(`objective greet { prompt "p" $0 }`, ON_A_LINE.slice(1));
    checkOffered(
      `objective greet { confirm auto $0 }`,
      ON_A_LINE.filter((it) => it !== "confirm"),
    );
  });

  test("an arrow that is begun is completed", () => {
    checkChosen(`objective greet {\n  -$0\n}`, "->", `objective greet {\n  -> \n}`);
  });

  test("in `defaults` only what every objective may share", () => {
    checkOffered(`defaults {\n  confirm auto\n  $0\n}`, ["modality", "callback"]);
  });

  test("what is written behind the word already is kept", () => {
    checkChosen(`objective greet { p$0 "Greet." }`, "prompt", `objective greet { prompt "Greet." }`);
    checkChosen(`objective greet { c$0 a, b }`, "collect", `objective greet { collect a, b }`);
    checkChosen(
      `objective greet { -> ask w$0 "So" }${REST}`,
      "when",
      `objective greet { -> ask when "So" }${REST}`,
    );
    checkChosen(`o$0 greet { prompt "p" }`, "objective", `objective greet { prompt "p" }`);
    checkOffered(`objective greet { -> $0  ask }${REST}`, []);
  });

  test("branches, where there are none yet", () => {
    checkChosen(
      `objective greet {\n  -$0\n}`,
      "-> … when … otherwise",
      `objective greet {\n  -> \${1:one_way} when "\${2:If the participant …}"\n-> \${3:other_way} otherwise\n}`,
    );
    checkOffered(`objective greet {\n  prompt "p"\n  -$0\n  -> ask\n}`, [
      "modality",
      "collect",
      "confirm",
      "callback",
      "meta",
      "-> (arrow)",
    ]);
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

  test("variables whose name has a finding, or that are collected on the way here, come last", () => {
    const { items } = completionAt(
      marked(`
objective first { prompt "p" collect early -> here }
objective here { prompt "p" collect $0 }
objective last { prompt "p" collect lateName, late_name }
`),
    );
    expect(items.map((item) => [shown(item), item.findings])).toEqual([
      ["late_name (also in last)", undefined],
      ["lateName (also in last)", "one more"],
      ["early (collected before)", undefined],
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
    checkOffered(`$0`, ["objectives", "objective", BRANCHING, "scenario", "param", "defaults", "include"]);
  });

  test("one header and one `defaults` a file, includes before the rest", () => {
    checkOffered(`objectives "A"\n$0`, ["objective", BRANCHING, "scenario", "param", "defaults", "include"]);
    checkOffered(`objectives "A"\ndefaults { confirm auto }\n\nob$0`, [
      "objective",
      BRANCHING,
      "scenario",
      "param",
    ]);
  });

  test("in column 0, also behind a block that is not closed", () => {
    checkOffered(`objectives "A"\nobjective a {\n  prompt "p"\n$0\n`, [
      "objective",
      BRANCHING,
      "scenario",
      "param",
      "defaults",
    ]);
    checkOffered(`objectives "A"\nobjective a {\n$0\n}`, [
      "prompt",
      LINES,
      "modality",
      "collect",
      "confirm",
      "callback",
      "meta",
      "-> (arrow)",
      BRANCHES,
    ]);
  });

  test("names that are used and not declared yet", () => {
    checkOffered(`objective a { prompt "\${brand}" -> later }\nobjective $0`, [
      "later (an arrow leads there)",
    ]);
    checkOffered(`objective a { prompt "\${brand}" -> later }\nparam b$0`, ["brand (a text uses it)"]);
  });
});

describe("a declared name", () => {
  test("comes with its declaration, and alone where that is written", () => {
    const SET = `objective a { prompt "\${brand}" -> later }\n`;
    checkChosen(`${SET}objective $0`, "later", `${SET}objective later {\n  prompt "$1"\n  $0\n}`);
    checkChosen(`${SET}objective l$0 { prompt "p" }`, "later", `${SET}objective later { prompt "p" }`);
    checkChosen(`${SET}param $0`, "brand", `${SET}param brand = "$1"`);
  });
});

describe("a fragment of several sets", () => {
  test("knows what each of them knows, the first set's before the rest, each name once", () => {
    const fragment = "objective shared { -> $0 }\n";
    const one = marked(
      `objectives "One"\ninclude "./f.objectives"\nobjective a { prompt "p" }\nobjective both { prompt "p" }\n// f.objectives\n${fragment}`,
    );
    const other = marked(
      `objectives "Other"\ninclude "./f.objectives"\nobjective both { prompt "p" }\nobjective b { prompt "p" }\n// f.objectives\n${fragment}`,
    );
    const { items } = completion([check(one.model), check(other.model)], one.point, { fragments: () => [] });
    expect(items.map(shown)).toEqual(["both", "a", "b"]);
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
    checkOffered(`${SET}scenario "s" { greet $0 }`, ["good", "bad"]);
    checkOffered(`${SET}scenario "s" { greet { mood = "x" } go$0 }`, ["good", "bad"]);
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
    ["right behind a string", `objective a { prompt "p"$0 }`],
    ["right behind a brace", `objective a { prompt "p" }$0`],
    ["behind `prompt`", `objective a { prompt $0 }`],
    ["behind a variable without a comma", `objective a { collect x $0 }\nobjective b { collect y }`],
    ["behind a declaration on its line", `objective a { prompt "p" } $0`],
  ])("%s", (_, source) => checkOffered(source, []));
});
