// Mistakes that people make, each in a draft that is right otherwise.
import type { Code } from "../../server/src/language/diagnostics/codes.ts";
import type { Draft, ObjectiveDraft } from "./drafts.ts";

export interface Mistake {
  /** The finding that it leads to. */
  readonly code: Code;
  readonly name: string;
  /** The draft with the mistake, in one of its objectives. */
  readonly make: (draft: Draft, at: number) => Draft;
}

type Change = (objective: ObjectiveDraft, names: Names) => ObjectiveDraft;

interface Names {
  /** The one that is changed, not the last. */
  readonly own: string;
  readonly first: string;
  readonly next: string;
  /** The one behind the next, if there is one. */
  readonly later: string;
  readonly last: string;
}

export const MISTAKES: readonly Mistake[] = [
  ...mistakes("unknown-objective", {
    "a misspelt target": withTargets((it) => it.slice(0, -1)),
    "a target that nobody wrote": (it) => ({ ...it, edges: [...it.edges, '-> call_back when "Later"'] }),
  }),
  mistake("unknown-objective", "a misspelt step", (draft) => ({
    ...draft,
    rest: ['scenario "S" {\n  gret\n}'],
  })),
  mistake("duplicate-objective", "another one of the name", (draft, at) => ({
    ...draft,
    objectives: [...draft.objectives, { ...pick(draft, at), properties: ['prompt "Again."'], edges: [] }],
  })),
  mistake("duplicate-objective", "the same again", (draft, at) => ({
    ...draft,
    objectives: [...draft.objectives, pick(draft, at)],
  })),
  mistake(
    "name-with-spaces",
    "blanks in quotes",
    renamed((it) => `"${it.replace("_", " ")} now"`),
  ),
  mistake(
    "bad-name",
    "a sign in a name",
    renamed((it) => `"${it}!"`),
  ),
  ...mistakes("unknown-property", {
    "a misspelt word": withProperty("colect call_time"),
    "the platform's word": withProperty('callback_url = "https://example.com/other"'),
    "the platform's word for arrows": ({ edges, ...it }, { next }) => ({
      ...it,
      edges: [`next_required_objectives: ["${next}"]`, ...edges.slice(1)],
    }),
    "a word for arrows": ({ edges, ...it }, { next }) => ({
      ...it,
      edges: [`next ${next}`, ...edges.slice(1)],
    }),
    "a word of nobody": withProperty("attempts 3"),
  }),
  ...mistakes("unknown-value", {
    "a longer value": withProperty("confirm automatic"),
    "a value of nobody": withProperty("modality both"),
  }),
  ...mistakes("duplicate-property", {
    "another prompt": withProperty('prompt "And more."'),
    "the same again": (it) => ({ ...it, properties: [...it.properties, it.properties[0] ?? ""] }),
    "another list": (it) => ({
      ...it,
      properties: [...it.properties, "collect a_1, b_1", "collect b_1, c_1"],
    }),
  }),
  mistake("duplicate-defaults", "another block", (draft) => ({
    ...draft,
    defaults: [["modality verbal"], ["confirm auto", 'callback "https://example.com" // why']],
  })),
  mistake("duplicate-defaults", "the same again", (draft) => ({
    ...draft,
    defaults: [["confirm auto"], ["confirm manual"]],
  })),
  ...mistakes(
    "several-starts",
    {
      "an arrow less": (it) => ({ ...it, edges: [] }),
      "an arrow past the next": ({ edges, ...it }, { last }) => ({
        ...it,
        edges: edges.length > 1 ? [] : [`-> ${last}`],
      }),
    },
    1,
  ),
  mistake("several-starts", "a new objective", (draft) => ({
    ...draft,
    objectives: [
      ...draft.objectives,
      objective("survey", ["-> wrap_up"].slice(0, draft.objectives.length > 5 ? 1 : 0)),
    ],
  })),
  ...mistakes("cycle", {
    "a way back": (it, { first }) => ({ ...it, edges: [...it.edges, `-> ${first}`] }),
    "a way to itself": (it, { own }) => ({ ...it, edges: [...it.edges, `-> ${own} when "Again"`] }),
  }),
  ...mistakes("mixed-edges", {
    "a condition beside": (it, { last }) => ({
      ...it,
      edges: [...it.edges.slice(0, 1), `-> ${last} when "Done"`].reverse(),
    }),
    "the same target": (it, { next }) => ({ ...it, edges: [`-> ${next}`, `-> ${next} when "Done"`] }),
    "beside a catch-all": (it, { next, later, last }) => ({
      ...it,
      edges: [`-> ${next} when "Done"`, `-> ${later}`, `-> ${last} otherwise`],
    }),
  }),
  mistake(
    "no-otherwise",
    "two conditions",
    changed(
      (it, { next, last }) => ({
        ...it,
        edges: [`-> ${next} when "The caller agrees"`, `-> ${last} when "The caller declines"`],
      }),
      1,
    ),
  ),
  mistake(
    "single-branch",
    "one condition",
    changed((it, { next }) => ({ ...it, edges: [`-> ${next} when "The caller agrees"`] })),
  ),
  ...mistakes("otherwise-alone", {
    plain: (it, { next }) => ({ ...it, edges: [`-> ${next} otherwise`] }),
    "with words": (it, { next }) => ({ ...it, edges: [`-> ${next} otherwise "In any other case"`] }),
  }),
  mistake(
    "several-otherwise",
    "two of them",
    changed(
      (it, { next, last }) => ({
        ...it,
        edges: [`-> ${next} when "Done"`, `-> ${next} otherwise`, `-> ${last} otherwise "Else"`],
      }),
      1,
    ),
  ),
  ...mistakes(
    "otherwise-not-last",
    {
      first: (it, { next, last }) => ({ ...it, edges: [`-> ${next} otherwise`, `-> ${last} when "Done"`] }),
    },
    1,
  ),
  ...mistakes(
    "duplicate-edge",
    {
      "two conditions": (it, { next, last }) => ({
        ...it,
        edges: [`-> ${next} when "New."`, `-> ${next} when "If known"`, `-> ${last} otherwise`],
      }),
      "the same": (it) => ({ ...it, edges: [...it.edges, ...it.edges.slice(0, 1)] }),
    },
    1,
  ),
  mistake(
    "several-required",
    "a way past the next one",
    changed((it, { next, last }) => ({ ...it, edges: [`-> ${last}`, `-> ${next}`] }), 1),
  ),
  mistake("several-required", "a way that ends", (draft, at) =>
    changed((it, { next }) => ({ ...it, edges: ["-> survey", `-> ${next}`] }))(
      { ...draft, objectives: [...draft.objectives, objective("survey", [])] },
      at % (draft.objectives.length - 1),
    ),
  ),
  mistake(
    "duplicate-variable",
    "a name again",
    changed((it) => ({
      ...withoutCollect(it),
      edges: it.edges,
      properties: [...withoutCollect(it).properties, "collect mood, name, mood"],
    })),
  ),
  mistake(
    "variable-case",
    "capitals",
    changed((it) => ({
      ...withoutCollect(it),
      properties: [...withoutCollect(it).properties, "collect callTime"],
    })),
  ),
  ...mistakes("unknown-param", {
    "a misspelt one": prompted('prompt "Ask ${brnd}."'),
    "one of nobody": prompted('prompt "Ask ${city}."'),
  }),
  mistake("unused-param", "a new one", (draft) => ({
    ...draft,
    params: [...draft.params, 'param city = "Rome"'],
  })),
  mistake("duplicate-param", "another value", (draft) => ({
    ...draft,
    params: [...draft.params, 'param brand = "Apex"'],
  })),
  mistake("duplicate-param", "the same value", (draft) => ({
    ...draft,
    params: ['param brand = "Acme" // why', ...draft.params],
  })),
  ...mistakes("unused-suppression", {
    "one code": (it) => ({ ...it, above: [...it.above, "// objectives-disable-next-line cycle"] }),
    "several codes": (it) => ({
      ...it,
      above: ["// objectives-disable-next-line cycle long-prompt", ...it.above],
    }),
    "no code": withProperty("// objectives-disable-next-line long-promt\n" + 'meta why "x"'),
  }),
  ...mistakes(
    "branching-in-prompt",
    {
      "in a string": (it, { last }) =>
        withPrompt(it, `prompt "Ask. If the caller is busy, go to ${last.replace("_", " ")}. Be brief."`),
      "in a folded string": (it, { last }) =>
        withPrompt(
          it,
          `prompt """>\n  Ask for the reason. If the caller\n  is "busy", then move on to ${last}.\n\n  Thank them.\n  """`,
        ),
      "in a block": (it, { last }) =>
        withPrompt(it, `prompt """\n  Ask.\n\n  Unless the caller agrees, skip to ${last}.\n  """`),
    },
    1,
  ),
  ...mistakes("bad-escape", {
    "a backslash": prompted('prompt "Ask for 100\\% of it."'),
    "an interpolation": prompted('prompt "Ask for ${ brand }."'),
    "a code": prompted('prompt "Ask for \\u{FFFFFFF}."'),
    "a param in a note": withProperty('meta brand "${brand}"'),
  }),
  ...mistakes("bad-indent", {
    "a line too far left": prompted('prompt """\n    Ask.\n  Be brief.\n\n    Thank them.\n    """'),
  }),
  ...mistakes("syntax", {
    "no quotes": prompted("prompt Ask for the ${brand} and 5$"),
    "curly quotes": prompted("prompt “Ask for the name.”"),
    "an open string": prompted('prompt "Ask for the name.'),
    "a string over lines": prompted('prompt "Ask.\n  Be brief."'),
    "quotes in a string": prompted('prompt "Ask "them" for it."'),
    "an open string with a curly quote": prompted('prompt "Ask for the name.”'),
    "an open block": (it) => ({
      ...it,
      properties: ['prompt """\n    Ask.\n\n    Be brief.', ...it.properties.slice(1)],
    }),
    "a block that closes too early": prompted('prompt """\n    Ask.\n    Be brief."""'),
    "a block on a line": prompted('prompt """Ask "them"."""'),
    "a block that begins too early": prompted('prompt """Ask.\n  Be brief.\n\n  Thank them.\n  """'),
    "a block where a string is needed": withProperty('meta note """\n  a\n  b\n  """'),
    "a text without a word": (it) => ({
      ...it,
      properties: ['"Ask for the name."', ...it.properties.slice(1)],
    }),
    "an arrow of another language": (it) => ({
      ...it,
      edges: it.edges.map((edge) => edge.replace("->", "=>")),
    }),
    "an arrow of dashes": (it) => ({ ...it, edges: it.edges.map((edge) => edge.replace("->", "--")) }),
    "a condition before its arrow": (it, { next, last }) => ({
      ...it,
      edges: [`when "Busy" -> ${last}`, `otherwise -> ${next}`],
    }),
    "a colon": (it) => ({
      ...it,
      properties: it.properties.map((line) => line.replace(/^(prompt|collect|confirm) /, "$1: ")),
    }),
    "a semicolon": (it) => ({ ...it, edges: it.edges.map((edge) => `${edge};`) }),
    "a comma behind": prompted('prompt "Ask.",'),
    "a comment of another language": prompted('# Why.\nprompt "Ask."'),
    "a long comment": prompted('/* Why.\n * And why not. */\nprompt "Ask."'),
    "no comma": (it) => ({
      ...withoutCollect(it),
      properties: [...withoutCollect(it).properties, "collect first name"],
    }),
    "names in words": (it) => ({
      ...withoutCollect(it),
      properties: [...withoutCollect(it).properties, "collect age, first name"],
    }),
    "a comma too many": (it) => ({
      ...withoutCollect(it),
      properties: [...withoutCollect(it).properties, "collect a_1,, b_1,"],
    }),
    brackets: (it) => ({
      ...withoutCollect(it),
      properties: [...withoutCollect(it).properties, "collect [a_1, b_1]"],
    }),
    "brackets over lines": (it) => ({
      ...withoutCollect(it),
      properties: [...withoutCollect(it).properties, "collect: [\n    a_1,\n    b_1\n  ]"],
    }),
    "a list of dashes": (it) => ({
      ...withoutCollect(it),
      properties: [...withoutCollect(it).properties, "collect\n    - a_1\n    - b_1"],
    }),
    "names on lines": (it) => ({
      ...withoutCollect(it),
      properties: [...withoutCollect(it).properties, "collect a_1\n    b_1\n    c_1"],
    }),
    "curly quotes around a target": (it, { next }) => ({ ...it, edges: [`-> “${next}”`] }),
    "a condition behind a colon": (it, { next, last }) => ({
      ...it,
      edges: [`-> ${last}: "Busy"`, `-> ${next} otherwise`],
    }),
    "a condition in brackets": (it, { next, last }) => ({
      ...it,
      edges: [`-> ${last} ("Busy")`, `-> ${next} otherwise`],
    }),
    "no arrow": (it, { next, last }) => ({
      ...it,
      edges: [`${last} when "Busy"`, `${next} otherwise`],
    }),
    "words before an arrow": (it, { next, last }) => ({
      ...it,
      edges: [`if they are busy -> ${last}`, `otherwise ${next}`],
    }),
    "no value": (it) => ({
      ...it,
      properties: [...it.properties.filter((line) => !line.startsWith("confirm")), "confirm"],
    }),
    "a condition without when": (it, { next }) => ({ ...it, edges: [`-> ${next} "Busy"`] }),
    "another word for when": (it, { next, last }) => ({
      ...it,
      edges: [`-> ${last} if "Busy"`, `-> ${next} else`],
    }),
    "a misspelt word": (it, { next, last }) => ({
      ...it,
      edges: [`-> ${last} when "Busy"`, `-> ${next} othrwise`],
    }),
    "two words": (it, { next, last }) => ({
      ...it,
      edges: [`-> ${last} when "Busy" otherwise`, `-> ${next} otherwise when "Free"`],
    }),
    "two targets": (it, { next, last }) => ({ ...it, edges: [`-> ${next}, ${last}`] }),
    "no brace": (it) => ({ ...it, close: "" }),
    "a mark in a name": (it) => ({ ...it, name: it.name.replace("_", ".") }),
    "a colon before the brace": (it) => ({ ...it, name: `${it.name}:` }),
  }),
  mistake("syntax", "a brace too many", (draft) => ({ ...draft, rest: [...draft.rest, "}"] })),
  mistake("syntax", "a misspelt declaration", (draft) => ({ ...draft, rest: ['scenaro "S" {\n  greet\n}'] })),
  mistake(
    "syntax",
    "a name in words",
    renamed((it) => it.replace("_", " ")),
  ),
  mistake("syntax", "an objective without its word", (draft) => ({
    ...draft,
    objectives: [...draft.objectives, objective("survey", [])]
      .map((it, index, all) =>
        index === all.length - 2
          ? { ...it, edges: ["-> survey"], close: '}\n\nsurvey {\n  prompt "Ask."\n}' }
          : it,
      )
      .slice(0, -1),
  })),
  mistake("syntax", "a reserved word", (draft) => ({
    ...draft,
    objectives: [...draft.objectives, { ...objective("prompt", []), above: [] }].map((it, index, all) =>
      index === all.length - 2 ? { ...it, edges: ['-> "prompt"'] } : it,
    ),
  })),
  mistake("syntax", "no equals sign", (draft) => ({ ...draft, params: ['param brand "Acme"'] })),
  mistake("syntax", "a header too late", (draft) => ({
    ...draft,
    rest: [...draft.rest, 'objectives "Again"'],
  })),
  mistake("syntax", "an include too late", (draft) => ({
    ...draft,
    rest: [...draft.rest, 'include "./none.objectives"'],
  })),
  mistake("syntax", "a value outside of its step", (draft) => ({
    ...draft,
    rest: ['scenario "S" {\n  greet\n  call_reason = "x"\n}'],
  })),
  mistake("syntax", "an open step", (draft) => ({
    ...draft,
    rest: ['scenario "S" {\n  greet {\n    call_reason = "x"\n'],
  })),
];

function mistake(code: Code, name: string, make: Mistake["make"]): Mistake {
  return { code, name, make };
}

function mistakes(code: Code, changes: Readonly<Record<string, Change>>, behind = 0): readonly Mistake[] {
  return Object.entries(changes).map(([name, change]) => mistake(code, name, changed(change, behind)));
}

/** In an objective that at least so many stand between and the last. */
function changed(change: Change, between = 0): Mistake["make"] {
  return (draft, at) => {
    const index = at % (draft.objectives.length - 1 - between);
    const nameAt = (place: number): string => draft.objectives.at(place)?.name ?? "";
    const names = {
      own: nameAt(index),
      first: nameAt(0),
      next: nameAt(index + 1),
      later: nameAt(index + 2),
      last: nameAt(-1),
    };
    const objectives = draft.objectives.map((it, place) => (place === index ? change(it, names) : it));
    return { ...draft, objectives };
  };
}

function pick({ objectives }: Draft, at: number): ObjectiveDraft {
  return objectives[at % objectives.length] ?? objective("greet", []);
}

function objective(name: string, edges: readonly string[]): ObjectiveDraft {
  return { above: [], name, properties: ['prompt "Ask for more."'], edges, close: "}" };
}

function withProperty(line: string): Change {
  return (it) => {
    const word = line.split(/[^a-z]/)[0] ?? "";
    return {
      ...it,
      properties: [...it.properties.filter((known) => word === "prompt" || !known.startsWith(word)), line],
    };
  };
}

function prompted(line: string): Change {
  return (it) => withPrompt(it, line);
}

function withPrompt(it: ObjectiveDraft, line: string): ObjectiveDraft {
  return { ...it, properties: [line, ...it.properties.slice(1)] };
}

function withoutCollect(it: ObjectiveDraft): ObjectiveDraft {
  return { ...it, properties: it.properties.filter((line) => !line.startsWith("collect")) };
}

function withTargets(change: (name: string) => string): Change {
  return (it) => ({ ...it, edges: it.edges.map((edge) => edge.replace(/(?<=^-> )\S+/, change)) });
}

/** One objective's name wherever it stands. */
function renamed(change: (name: string) => string): Mistake["make"] {
  return (draft, at) => {
    const { name } = draft.objectives[1 + (at % (draft.objectives.length - 1))] ?? pick(draft, at);
    const newName = change(name);
    const inText = (text: string): string => text.replace(`-> ${name}`, `-> ${newName}`);
    return {
      ...draft,
      objectives: draft.objectives.map((it) => ({
        ...it,
        name: it.name === name ? newName : it.name,
        edges: it.edges.map(inText),
      })),
    };
  };
}
