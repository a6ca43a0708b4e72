// What a pull does to a text, change by change.
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import { pull } from "../../../server/src/language/compile/pull.ts";
import type { ObjectiveItem, SetDocument } from "../../../server/src/language/compile/payload.ts";
import type { MetaEntry } from "../../../server/src/language/compile/read-payload.ts";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { compileText } from "../../support/compile-text.ts";
import { modelOf } from "../../support/fixture.ts";
import { pullText, type PullOptions } from "../../support/pull-text.ts";

type Change = (document: SetDocument) => SetDocument;

/** Does something to the document of a text, pulls it, and holds the text against what is expected, the notes too. */
function checkPull(
  local: string,
  change: Change,
  expected: string,
  { notes = [], ...options }: PullOptions & { readonly notes?: readonly string[] } = {},
) {
  const [before, after] = [trimmed(local), trimmed(expected)];
  const document = compileText(before, options.given);
  if (!document) throw new Error("The text says no document.");
  const pulled = pullText(before, change(document), options);
  expect(pulled.text).toBe(after);
  expect(pulled.notes.map(({ reason }) => inEnglish(reason))).toEqual(notes);
}

function trimmed(text: string): string {
  return text.replace(/^\n/, "");
}

function objective(
  name: string,
  change: Partial<ObjectiveItem> | ((item: ObjectiveItem) => Partial<ObjectiveItem>),
): Change {
  return (document) => ({
    ...document,
    objectives: document.objectives.map((item) =>
      item.name === name ? { ...item, ...(typeof change === "function" ? change(item) : change) } : item,
    ),
  });
}

function all(...changes: readonly Change[]): Change {
  return (document) => changes.reduce((done, change) => change(done), document);
}

const NEW: ObjectiveItem = {
  name: "fresh",
  prompt: "Ask anew.",
  confirmation: "auto",
  variables: [],
  modality: "verbal",
  conditional: [],
  required: [],
  callback: "",
};

function add(place: number, item: Partial<ObjectiveItem> = {}): Change {
  return ({ name, objectives }) => ({
    name,
    objectives: objectives.toSpliced(place, 0, { ...NEW, ...item }),
  });
}

function remove(name: string): Change {
  return (document) => ({
    ...document,
    objectives: document.objectives.filter((item) => item.name !== name),
  });
}

function inOrder(...names: readonly string[]): Change {
  return (document) => ({
    ...document,
    objectives: document.objectives.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name)),
  });
}

function rename(old: string, name: string): Change {
  const renamed = (it: string): string => (it === old ? name : it);
  return (document) => ({
    ...document,
    objectives: document.objectives.map((item) => ({
      ...item,
      name: renamed(item.name),
      conditional: item.conditional.map(([target, condition]) => [renamed(target), condition] as const),
      required: item.required.map(renamed),
    })),
  });
}

/** A text with one objective whose block is this. */
function block(body: string): string {
  return `objectives "S"\n\nobjective a {\n${body}}\n`;
}

function checkBlock(
  body: string,
  change: Parameters<typeof objective>[1],
  expected: string,
  notes: readonly string[] = [],
) {
  checkPull(block(trimmed(body)), objective("a", change), block(trimmed(expected)), { notes });
}

describe("what is not pulled into", () => {
  test("a text that says no one document, and why", () => {
    const pulled = pull(
      check(modelOf('objectives "S"\nobjective a { prompt }\n')),
      { name: "", objectives: [] },
      [],
    );
    expect(pulled).toMatchObject({ kind: "refused", findings: [{ code: "syntax" }] });
  });

  test("a fragment by itself", () => {
    const pulled = pull(check(modelOf('objective a { prompt "p" }\n')), { name: "", objectives: [] }, []);
    expect(pulled).toEqual({ kind: "fragment" });
  });
});

describe("the set's name", () => {
  test("is written anew with the params that still fit", () => {
    checkPull(
      `objectives "Intake (\${env})"\nparam env = "staging"\n`,
      (document) => ({ ...document, name: "Dental intake (live)" }),
      `objectives "Dental intake (\${env})"\nparam env = "staging"\n`,
      { given: { env: "live" } },
    );
  });

  test("may go", () => {
    checkPull(
      `objectives "S" // mine\n`,
      (document) => ({ ...document, name: "" }),
      `objectives "" // mine\n`,
    );
  });
});

describe("a prompt", () => {
  test("changes within its quotes; comments, layout and everything else stay", () => {
    checkBlock(
      `
  // The first thing.
  prompt   "Ask for the name."   // politely
  collect name
`,
      { prompt: "Ask for the full name." },
      `
  // The first thing.
  prompt   "Ask for the full name."   // politely
  collect name
`,
    );
  });

  test("keeps the escapes around what changes", () => {
    checkBlock(
      `  prompt "\\u{1F600} Say \\"hi\\"."\n`,
      { prompt: '\u{1F600} Say "hi" twice.' },
      `  prompt "\\u{1F600} Say \\"hi\\" twice."\n`,
    );
  });

  test("that is too long for its line now is folded, as in a new text", () => {
    const long =
      "Ask for the name of the patient, then for the date of birth, and read both of them back to the patient.";
    checkBlock(
      `  prompt "Ask for the name."\n`,
      { prompt: long },
      `
  prompt """>
    Ask for the name of the patient, then for the date of birth, and read both of them back to the
    patient.
    """
`,
    );
  });

  test("that somebody wrote on one long line stays there", () => {
    const long =
      "Ask for the name of the patient, then for the date of birth, and read both of them back to the patient.";
    checkBlock(`  prompt "${long}"\n`, { prompt: `Please ${long}` }, `  prompt "Please ${long}"\n`);
  });

  test("in a block changes in its line", () => {
    checkBlock(
      `
  prompt """
      Ask for:
        the name,
        the age.
      """
`,
      { prompt: "Ask for:\n  the full name,\n  the age,\n  the weight." },
      `
  prompt """
      Ask for:
        the full name,
        the age,
        the weight.
      """
`,
    );
  });

  test("in a block that says one line now is a block still", () => {
    checkBlock(
      `  prompt """\n    One.\n    Two.\n    """\n`,
      { prompt: "One." },
      `  prompt """\n    One.\n    """\n`,
    );
  });

  test("in a folded string of a narrow layout changes in its line alone", () => {
    checkBlock(
      `
  prompt """>
    Ask for the name,
    for the age,
    and for the weight.
    """
`,
      { prompt: "Ask for the name, for the exact age, and for the weight." },
      `
  prompt """>
    Ask for the name,
    for the exact age,
    and for the weight.
    """
`,
    );
  });

  test("that cannot be folded any more becomes a block", () => {
    checkBlock(
      `  prompt """>\n    One two.\n    """\n`,
      { prompt: "One two. \nThree." },
      `  prompt """\n    One two.\\u{20}\n    Three.\n    """\n`,
    );
  });

  test("that is missing comes first, one that is emptied says so", () => {
    checkBlock(`  collect name\n`, { prompt: "Ask." }, `  prompt "Ask."\n  collect name\n`);
    checkBlock(`  prompt "Ask."\n`, { prompt: "" }, `  prompt ""\n`);
  });
});

describe("params in a text", () => {
  const withParam = (prompt: string) => `
objectives "S"
param clinic = "Smile & Co"
param phone = "555"
objective a { prompt ${prompt} }
`;

  test.each([
    [
      "stay where their value stands still",
      '"Welcome to ${clinic}!"',
      "Hello from Smile & Co today!",
      '"Hello from ${clinic} today!"',
    ],
    [
      "stay between new words on both sides",
      '"Call ${clinic} at ${phone}."',
      "Ring Smile & Co under 555 now.",
      '"Ring ${clinic} under ${phone} now."',
    ],
    [
      "go where their value is gone",
      '"Welcome to ${clinic}!"',
      "Welcome to Bright Teeth!",
      '"Welcome to Bright Teeth!"',
    ],
    [
      "are not taken from words that hold the value by chance",
      '"Dial ${phone}"',
      "Use code 15554",
      '"Use code 15554"',
    ],
    [
      "keep their place where the value comes twice",
      '"Smile & Co is ${clinic}"',
      "Smile & Co, that is Smile & Co",
      '"Smile & Co, that is ${clinic}"',
    ],
  ])("%s", (_case, before, value, after) => {
    checkPull(withParam(before), objective("a", { prompt: value }), withParam(after));
  });

  test("a value that looks like a param is no param", () => {
    checkPull(
      withParam('"Dial $"'),
      objective("a", { prompt: "Dial ${phone}" }),
      withParam('"Dial \\${phone}"'),
    );
  });

  test("the values of the target count", () => {
    checkPull(
      withParam('"Welcome to ${clinic}!"'),
      objective("a", { prompt: "Welcome back to Bright Teeth!" }),
      withParam('"Welcome back to ${clinic}!"'),
      { given: { clinic: "Bright Teeth" } },
    );
  });
});

describe("collect", () => {
  test("keeps the lines and comments of the names that stay", () => {
    checkBlock(
      `
  prompt "p"
  collect
    first, // as on the card
    "last name", // with all its parts
    age
`,
      { variables: ["first", "middle", "age", "weight"] },
      `
  prompt "p"
  collect
    first, middle, // as on the card
    // with all its parts
    age, weight
`,
    );
  });

  test("is filled again where it was filled", () => {
    const names = Array.from({ length: 12 }, (_, index) => `variable_${index}`);
    checkBlock(
      `
  prompt "p"
  collect variable_0, variable_1, variable_2, variable_3, variable_4, variable_5, variable_6,
    variable_7, variable_8, variable_9, variable_10, variable_11
`,
      { variables: ["id", ...names.slice(2)] },
      `
  prompt "p"
  collect id, variable_2, variable_3, variable_4, variable_5, variable_6, variable_7, variable_8,
    variable_9, variable_10, variable_11
`,
    );
  });

  test("comes behind the prompt, and goes with its line", () => {
    checkBlock(
      `  prompt "p"\n  confirm manual\n`,
      { variables: ["a", "a b"] },
      `  prompt "p"\n  collect a, "a b"\n  confirm manual\n`,
    );
    checkBlock(
      `  prompt "p"\n  collect a,\n    b\n  confirm manual\n`,
      { variables: [] },
      `  prompt "p"\n  confirm manual\n`,
    );
  });

  test("keeps names that come twice", () => {
    checkBlock(
      `  prompt "p"\n  collect a ,b ,a\n`,
      { variables: ["a", "a", "b"] },
      `  prompt "p"\n  collect a, a ,b\n`,
    );
  });
});

describe("a value that defaults may say", () => {
  const withDefaults = (body: string) => `
objectives "S"
defaults {
  confirm manual
  callback "https://example.com/hook"
}
objective a {
  prompt "p"
${body}}
objective b { prompt "p" }
`;

  test.each<[string, string, Partial<ObjectiveItem>, string]>([
    ["said where it differs", "", { confirmation: "auto" }, "  confirm auto\n"],
    ["switched off where the default is", "", { callback: "" }, '  callback ""\n'],
    [
      "changed where it is said",
      "  confirm auto // quick\n",
      { confirmation: "by hand" },
      '  confirm "by hand" // quick\n',
    ],
    ["taken away where the default says it", "  confirm auto\n", { confirmation: "manual" }, ""],
    [
      "said still where a comment tells why",
      "  confirm auto // quick\n",
      { confirmation: "manual" },
      "  confirm manual // quick\n",
    ],
    [
      "said still where nothing changed",
      "  confirm manual\n",
      { modality: "visual" },
      "  modality visual\n  confirm manual\n",
    ],
    ["switched on again", '  callback ""\n', { callback: "https://example.com/hook" }, ""],
  ])("is %s", (_case, before, change, after) => {
    const [text, expected] = [withDefaults(before), withDefaults(after)];
    const inOrderOfTheFormatter = expected.replace(
      '  prompt "p"\n  modality visual\n',
      '  modality visual\n  prompt "p"\n',
    );
    checkPull(text, objective("a", change), inOrderOfTheFormatter);
  });

  test("changes in defaults where it changed for everybody who takes it from there", () => {
    checkPull(
      `
objectives "S"
param host = "https://example.com"
defaults { callback "\${host}/objectives" // ours
}
objective a { prompt "p" }
objective b { prompt "p" }
objective c { prompt "p" callback "" }
`,
      all(
        objective("a", { callback: "https://example.com/v2/objectives" }),
        objective("b", { callback: "https://example.com/v2/objectives" }),
      ),
      `
objectives "S"
param host = "https://example.com"
defaults { callback "\${host}/v2/objectives" // ours
}
objective a { prompt "p" }
objective b { prompt "p" }
objective c { prompt "p" callback "" }
`,
    );
  });
});

describe("edges", () => {
  test("change in place: a target, a condition, a kind", () => {
    checkBlock(
      `
  prompt "p"

  // Where to go.
  -> b when "If they are new" // new
  -> c when "If they know us"
  -> d otherwise
`,
      {
        conditional: [
          ["x", "If they are new"],
          ["c", "If they know us well"],
          ["d", "If nobody is there"],
        ],
      },
      `
  prompt "p"

  // Where to go.
  -> x when "If they are new" // new
  -> c when "If they know us well"
  -> d otherwise "If nobody is there"
`,
    );
  });

  test("are added where the document has them, removed with their line", () => {
    checkBlock(
      `
  prompt "p"

  -> b when "If b"
  // objectives-disable-next-line same-condition
  -> c when "If b"
  -> d otherwise
`,
      {
        conditional: [
          ["b", "If b"],
          ["e", "If e"],
          ["d", "In any other case"],
        ],
      },
      `
  prompt "p"

  -> b when "If b"
  -> e when "If e"
  -> d otherwise
`,
      ['The comment "// objectives-disable-next-line same-condition" went with what it was about.'],
    );
  });

  test("a comment behind one that goes, goes; one above it stays, and is not missed", () => {
    checkBlock(
      `
  prompt "p"

  // Further on.
  -> b when "If b" // rarely
  -> c when "If c"
  -> d otherwise
`,
      {
        conditional: [
          ["c", "If c"],
          ["d", "In any other case"],
        ],
      },
      `
  prompt "p"

  // Further on.
  -> c when "If c"
  -> d otherwise
`,
      ['The comment "// rarely" went with what it was about.'],
    );
  });

  test("that only stand in another order are left as they are", () => {
    checkBlock(
      `  prompt "p"\n\n  -> b when "If b"\n  -> c when "If c"\n`,
      ({ conditional }) => ({ conditional: conditional.toReversed() }),
      `  prompt "p"\n\n  -> b when "If b"\n  -> c when "If c"\n`,
    );
  });

  test("in another order with something new move with their comments", () => {
    checkBlock(
      `
  prompt "p"

  // b first
  -> b when "If b" // really
  -> c when "If c"
`,
      {
        conditional: [
          ["d", "If d"],
          ["c", "If c"],
          ["b", "If b"],
        ],
      },
      `
  prompt "p"

  -> d when "If d"
  -> c when "If c"
  // b first
  -> b when "If b" // really
`,
    );
  });

  test("required ones keep the order of the document, twice the same included", () => {
    checkBlock(
      `  prompt "p"\n\n  -> b\n  -> c\n`,
      { required: ["c", "b", "c"] },
      `  prompt "p"\n\n  -> c\n  -> b\n  -> c\n`,
    );
  });

  test("a required one becomes a condition and back", () => {
    checkBlock(
      `  prompt "p"\n  -> b // on\n`,
      { required: [], conditional: [["b", "If so"]] },
      `  prompt "p"\n  -> b when "If so" // on\n`,
    );
    checkBlock(
      `  prompt "p"\n  -> b when "If so" // on\n`,
      { required: ["b"], conditional: [] },
      `  prompt "p"\n  -> b // on\n`,
    );
  });

  test("the last condition of several that says so becomes the catch-all", () => {
    checkBlock(
      `  prompt "p"\n\n  -> b when "If b"\n  -> c when "If c"\n`,
      {
        conditional: [
          ["b", "If b"],
          ["c", "In any other case"],
        ],
      },
      `  prompt "p"\n\n  -> b when "If b"\n  -> c otherwise\n`,
    );
  });

  test("a catch-all with words of its own keeps being one", () => {
    checkBlock(
      `  prompt "p"\n\n  -> b when "If b"\n  -> c otherwise "If none fits"\n`,
      {
        conditional: [
          ["b", "If b"],
          ["c", "If none of them fits"],
        ],
      },
      `  prompt "p"\n\n  -> b when "If b"\n  -> c otherwise "If none of them fits"\n`,
    );
  });

  test("a catch-all without words keeps being one while it is the last, and gets the words", () => {
    checkBlock(
      `  prompt "p"\n\n  -> b when "If b"\n  -> c otherwise // last\n`,
      {
        conditional: [
          ["b", "If b"],
          ["c", 'It stays unclear: "no" or ${x}'],
        ],
      },
      `  prompt "p"\n\n  -> b when "If b"\n  -> c otherwise "It stays unclear: \\"no\\" or \\\${x}" // last\n`,
    );
  });

  test("a catch-all without words that is not the last any more is a condition", () => {
    checkBlock(
      `  prompt "p"\n\n  -> b when "If b"\n  -> c otherwise\n`,
      {
        conditional: [
          ["b", "If b"],
          ["c", "If c"],
          ["d", "If d"],
        ],
      },
      `  prompt "p"\n\n  -> b when "If b"\n  -> c when "If c"\n  -> d when "If d"\n`,
    );
  });

  const changedToLast = (condition: string): Partial<ObjectiveItem> => ({
    conditional: [
      ["b", "If b"],
      ["c", condition],
      ["d", "In any other case"],
    ],
  });

  test.each([
    ["with words of its own", 'otherwise "If c, or if none fits" // last', "If c"],
    ["without words", "otherwise // last", "If c"],
    ["with the very words still", "otherwise // last", "In any other case"],
  ])("a catch-all %s gives way to the one that comes behind it", (_case, old, condition) => {
    checkBlock(
      `  prompt "p"\n\n  -> b when "If b"\n  -> c ${old}\n`,
      changedToLast(condition),
      `  prompt "p"\n\n  -> b when "If b"\n  -> c when "${condition}" // last\n  -> d otherwise\n`,
    );
  });

  test("a catch-all that another branch becomes is that alone", () => {
    checkBlock(
      `  prompt "p"\n\n  -> b when "If b"\n  -> c otherwise\n`,
      {
        conditional: [
          ["c", "If c"],
          ["b", "In any other case"],
        ],
      },
      `  prompt "p"\n\n  -> c when "If c"\n  -> b otherwise\n`,
    );
  });

  test("several catch-alls stay as they were written where none comes", () => {
    const several = `  -> b otherwise "If b"\n  -> c otherwise\n`;
    checkBlock(`  prompt "p"\n\n${several}`, { prompt: "q" }, `  prompt "q"\n\n${several}`);
  });

  test("a catch-all that is left alone is a condition, which it may be", () => {
    checkBlock(
      `  prompt "p"\n\n  -> b when "If b"\n  -> c otherwise\n`,
      { conditional: [["c", "In any other case"]] },
      `  prompt "p"\n  -> c when "In any other case"\n`,
    );
  });

  test("a blank line stands above several, and none above one", () => {
    checkBlock(`  prompt "p"\n  -> b\n`, { required: ["b", "c"] }, `  prompt "p"\n\n  -> b\n  -> c\n`);
    checkBlock(`  prompt "p"\n\n  -> b\n  -> c\n`, { required: ["c"] }, `  prompt "p"\n  -> c\n`);
    checkBlock(`  prompt "p"\n`, { required: ["b", "c"] }, `  prompt "p"\n\n  -> b\n  -> c\n`);
    checkBlock(`  prompt "p"\n\n  -> b\n  -> c\n`, { required: [] }, `  prompt "p"\n`);
  });
});

describe("an objective on one line", () => {
  const one = (body: string) => `objectives "S"\nobjective a {${body}}\n`;
  const checkLine = (before: string, change: Partial<ObjectiveItem>, after: string) =>
    checkPull(one(before), objective("a", change), one(after));

  test("stays there where it fits", () => {
    checkLine(` prompt "p" `, { required: ["b"], variables: ["x"] }, ` prompt "p" collect x -> b `);
    checkLine(` prompt "p" collect x -> b `, { required: [], variables: [] }, ` prompt "p" `);
    checkLine(`prompt "p"->"b"confirm manual`, { required: ["c"] }, `prompt "p"->c confirm manual`);
    checkLine(``, { prompt: "p", required: ["b"] }, ` prompt "p" -> b `);
  });

  test("gets lines where it does not", () => {
    checkPull(
      `objectives "S"\nobjective a { prompt "Ask for the name of the patient." collect name -> b } // here\n`,
      objective("a", { conditional: [["c", "If the patient does not want to say it"]], required: [] }),
      `objectives "S"\nobjective a {\n  prompt "Ask for the name of the patient."\n  collect name\n  -> c when "If the patient does not want to say it"\n} // here\n`,
    );
  });

  test("beside another one", () => {
    checkPull(
      `objectives "S"\nobjective a { prompt "p" } objective b { prompt "q" }\n`,
      all(objective("b", { prompt: "r" }), remove("a"), add(1)),
      `objectives "S"\nobjective b { prompt "r" }\n\nobjective fresh {\n  prompt "Ask anew."\n}\n`,
    );
    checkPull(
      `objectives "S"\nobjective a { prompt "p" } objective b { prompt "q" }\n`,
      add(1),
      `objectives "S"\nobjective a { prompt "p" }\n\nobjective fresh {\n  prompt "Ask anew."\n}\n\nobjective b { prompt "q" }\n`,
    );
  });
});

const THREE = `
objectives "S"

// About a.
/// Says a.
objective a { prompt "A goal" -> b }

// A word between.

objective b {
  // inside
  prompt "Another goal"
  -> c
} // behind b

objective c { prompt "The third one" }

scenario "all" { a b c end }
`;

describe("objectives", () => {
  test("are added behind the one before them", () => {
    checkPull(
      THREE,
      all(add(1, { required: ["b"] }), add(0, { name: "zero", prompt: "Zero." })),
      THREE.replace("// About a.", 'objective zero {\n  prompt "Zero."\n}\n\n// About a.').replace(
        "-> b }\n",
        '-> b }\n\nobjective fresh {\n  prompt "Ask anew."\n  -> b\n}\n',
      ),
    );
  });

  test("are added with their own data", () => {
    checkPull(
      `objectives "S"\n`,
      add(0),
      `objectives "S"\n\nobjective fresh {\n  prompt "Ask anew."\n  meta owner "Ana"\n}\n`,
      { extras: [[["owner", "Ana"]]] },
    );
  });

  test("say only what defaults do not say for them", () => {
    const text = `objectives "S"\ndefaults { confirm manual }\nobjective a { prompt "p" }\n`;
    checkPull(
      text,
      add(1, { confirmation: "manual", modality: "visual" }),
      `${text}\nobjective fresh {\n  modality visual\n  prompt "Ask anew."\n}\n`,
    );
  });

  test("go with what was written about them, which is noted; steps that name them stay", () => {
    checkPull(
      THREE,
      all(remove("b"), objective("a", { required: ["c"] })),
      THREE.replace("-> b }", "-> c }").replace(/objective b \{[^]*behind b\n\n/, ""),
      {
        notes: [
          'The comment "// inside" went with what it was about.',
          'The comment "// behind b" went with what it was about.',
        ],
      },
    );
  });

  test("move with their comments, byte for byte", () => {
    const a = `// About a.\n/// Says a.\nobjective a { prompt "A goal" -> b }\n`;
    checkPull(
      THREE,
      inOrder("b", "c", "a"),
      THREE.replace(`${a}\n`, "").replace('third one" }\n', `third one" }\n\n${a}`),
    );
  });

  test("move and change at once", () => {
    checkPull(
      THREE,
      all(inOrder("c", "a", "b"), objective("c", { prompt: "The first one" })),
      THREE.replace('\nobjective c { prompt "The third one" }\n', "").replace(
        "// About a.",
        'objective c { prompt "The first one" }\n\n// About a.',
      ),
    );
  });

  test("are renamed wherever they are named", () => {
    checkPull(
      THREE,
      rename("b", "end"),
      THREE.replace("-> b }", "-> end }")
        .replace("objective b {", "objective end {")
        .replace("{ a b c", '{ a "end" c'),
    );
    checkPull(
      THREE,
      all(rename("b", "a b"), objective("a b", { prompt: "Another goal of ours" })),
      THREE.replace("-> b }", '-> "a b" }')
        .replace("objective b {", 'objective "a b" {')
        .replace("{ a b c", '{ a "a b" c')
        .replace("Another goal", "Another goal of ours"),
    );
  });

  test("that all go leave the rest, and their place to others", () => {
    const text = (objectives: string) =>
      `objectives "S"\n\nparam x = "1"\n\n${objectives}scenario "s" { end }\n`;
    const two = `objective a { prompt "p" }\n\nobjective b { prompt "q" }\n\n`;
    checkPull(text(two), all(remove("a"), remove("b")), text(""));
    checkPull(
      text(two),
      all(remove("a"), remove("b"), add(0)),
      text(`objective fresh {\n  prompt "Ask anew."\n}\n\n`),
    );
    checkPull(text(""), add(0), text(`objective fresh {\n  prompt "Ask anew."\n}\n\n`));
  });
});

describe("layouts", () => {
  test("line ends are the file's", () => {
    checkPull(
      'objectives "S"\r\n\r\nobjective a {\r\n  prompt "p"\r\n}\r\n',
      all(objective("a", { required: ["b", "c"] }), add(1)),
      'objectives "S"\r\n\r\nobjective a {\r\n  prompt "p"\r\n\r\n  -> b\r\n  -> c\r\n}\r\n\r\nobjective fresh {\r\n  prompt "Ask anew."\r\n}\r\n',
    );
  });

  test("no final line end, none after", () => {
    checkPull(
      'objectives "S"\nobjective a { prompt "p" }',
      add(1),
      'objectives "S"\nobjective a { prompt "p" }\n\nobjective fresh {\n  prompt "Ask anew."\n}',
    );
  });

  test("an indented file", () => {
    checkPull(
      `  objectives "S"\n  objective a {\n\tprompt "p"\n  }\n`,
      all(objective("a", { callback: "https://example.com" }), add(1)),
      `  objectives "S"\n  objective a {\n\tprompt "p"\n\tcallback "https://example.com"\n  }\n\n  objective fresh {\n    prompt "Ask anew."\n  }\n`,
    );
  });
});

describe("a set of several files", () => {
  const FILES = `
objectives "S"
include "./closing.objectives"
defaults { confirm manual }
objective a { prompt "A goal" -> b }
scenario "s" { a b c end }
// closing.objectives
// The end of every call.
defaults { modality visual }

objective b { prompt "Another goal" -> c }
objective c { prompt "The third one" }
`;

  test("changes each objective in its file, with the defaults that hold there", () => {
    checkPull(
      FILES,
      all(
        rename("c", "close"),
        objective("b", { confirmation: "auto" }),
        objective("a", { modality: "visual" }),
      ),
      FILES.replace('{ prompt "A goal"', '{ modality visual prompt "A goal"')
        .replace("{ a b c end }", "{ a b close end }")
        .replace('goal" -> c }', 'goal" confirm auto -> close }')
        .replace("objective c", "objective close"),
    );
  });

  const ORDER_NOTE =
    "The order of the objectives is another one there. Each file has them in that order now, but which file comes first is said by the includes.";
  const withFresh = FILES.replace("-> b }\n", '-> b }\n\nobjective fresh {\n  prompt "Ask anew."\n}\n\n');

  test("adds an objective where the order has it in the set's own file", () => {
    checkPull(FILES, add(1, { confirmation: "manual" }), withFresh);
  });

  test.each([2, 3])(
    "adds an objective to the set's own file, never to one that others share (%i)",
    (place) => {
      checkPull(FILES, add(place, { confirmation: "manual" }), withFresh, { notes: [ORDER_NOTE] });
    },
  );

  test("keeps each objective in its file, and says where that is not the order", () => {
    checkPull(FILES, inOrder("c", "a", "b"), FILES.replace(/(objective b.*\n)(objective c.*\n)/, "$2\n$1"), {
      notes: [ORDER_NOTE],
    });
  });
});

test("keys that the platform does not have are noted, once the text does not say them", () => {
  const extras: readonly (readonly MetaEntry[])[] = [
    [
      ["owner", "Ana"],
      ["rank", "1"],
    ],
  ];
  checkPull(
    `objectives "S"\nobjective a { prompt "p" meta owner "Bo" }\n`,
    (document) => document,
    `objectives "S"\nobjective a { prompt "p" meta owner "Bo" }\n`,
    { extras, notes: ['"rank" is not the platform\'s: it was left out. Say it with `meta` to keep it.'] },
  );
});
