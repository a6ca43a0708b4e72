// The names of a set: what is declared, what is used, and where each use leads.
import { expect, test } from "vitest";
import { spanAt, type Model } from "../../../server/src/language/model/analyze.ts";
import type { NamedRef, Symbols } from "../../../server/src/language/model/symbols.ts";
import { modelOf } from "../../support/fixture.ts";

const TEXT = `objectives "Intake for \${company}"
include "./closing.objectives"
param company = "Acme"
param hooks
param quiet = " "
defaults { callback "\${hooks}/done" }
objective greet {
  prompt "Greet for \${company}."
  collect name, reason
  -> ask when "\${quiet}"
  -> nowhere when "lost"
  -> close otherwise
}
objective ask {
  prompt "\${quiet}"
  callback "https://example.com"
  -> close
}
objective ask { prompt "Again." }
objective close { prompt "Close." }
objective { prompt "Nameless." }
scenario "s" {
  greet { name = "Ana" reason = "\${company}" }
  nobody { x = "1" }
  end
}
`;

const model = modelOf(TEXT);
const { symbols } = model;

const textAt = (ref: NamedRef["at"], of: Model = model, text = TEXT): string => {
  const { start, end } = spanAt(of, ref);
  return text.slice(start, end);
};

/** Each name with the text where it stands, where this differs. */
function said(refs: readonly NamedRef[]): readonly string[] {
  return refs.map(({ name, at }) => (textAt(at) === name ? name : `${name} ← ${textAt(at)}`));
}

test.each<
  readonly [what: string, names: (symbols: Symbols) => readonly NamedRef[], expected: readonly string[]]
>([
  [
    "headers, params as they are written",
    (it) => it.headers,
    ['Intake for ${company} ← "Intake for ${company}"'],
  ],
  ["params", (it) => it.params, ["company", "hooks", "quiet"]],
  [
    "uses of params, wherever they stand",
    (it) => it.paramUses,
    ["company", "hooks", "company", "quiet", "quiet", "company"],
  ],
  ["callbacks with params, and no others", (it) => it.callbacks, ['${hooks}/done ← "${hooks}/done"']],
  ["prompts of params alone", (it) => it.filledPrompts, ['${quiet} ← "${quiet}"']],
  ["conditions of params alone", (it) => it.filledConditions, ['${quiet} ← "${quiet}"']],
  [
    "objectives, a second of a name and a nameless one too",
    (it) => it.objectives,
    ["greet", "ask", "ask", "close", " ← objective"],
  ],
  ["scenarios", (it) => it.scenarios, ['s ← "s"']],
])("%s", (_, names, expected) => {
  expect(said(names(symbols))).toEqual(expected);
});

test("params carry their own values", () => {
  expect(symbols.params.map(({ value }) => value)).toEqual(["Acme", undefined, " "]);
});

test("a name stands for its first objective; none stands for a nameless one", () => {
  expect([...symbols.byName]).toEqual([
    ["greet", 0],
    ["ask", 1],
    ["close", 3],
  ]);
});

test("arrows know their kind and where they lead", () => {
  const arrows = symbols.objectives.map(({ name, edges }) =>
    [
      name,
      ...edges.map(
        (edge) => `${edge.kind} ${edge.name} ${symbols.byName.get(edge.name) ?? "?"} ${textAt(edge)}`,
      ),
    ].join(" | "),
  );
  expect(arrows).toEqual([
    "greet | when ask 1 ask | when nowhere ? nowhere | otherwise close 3 close",
    "ask | required close 3 close",
    "ask",
    "close",
    "",
  ]);
});

test("variables belong to their objective", () => {
  expect(symbols.objectives.map(({ variables }) => variables.map((it) => textAt(it)))).toEqual([
    ["name", "reason"],
    [],
    [],
    [],
    [],
  ]);
});

test("steps know their objective, their variables, and where the scenario ends", () => {
  const [scenario] = symbols.scenarios;
  expect(
    scenario?.steps.map(({ name, variables }) => [name, symbols.byName.get(name), ...said(variables)]),
  ).toEqual([
    ["greet", 0, "name", "reason"],
    ["nobody", undefined, "x"],
  ]);
  expect(scenario?.end && textAt(scenario.end)).toBe("end");
});

test("the order of the declarations is kept, each with its kind", () => {
  expect(symbols.declarations.map(({ role }) => role)).toEqual([
    ...["header", "include", "param", "param", "param", "defaults"],
    ...["objective", "objective", "objective", "objective", "objective", "scenario"],
  ]);
});

test("declarations on one line are told apart", () => {
  const text = 'objectives "S"\nobjective a { prompt "p" -> b } objective b { prompt "q" collect x }\n';
  const one = modelOf(text);
  expect(
    one.symbols.objectives.map(({ name, declaration, edges, variables }) => [
      name,
      declaration,
      edges.map(({ name: target }) => one.symbols.byName.get(target)),
      variables.map((it) => textAt(it, one, text)),
    ]),
  ).toEqual([
    ["a", 0, [1], []],
    ["b", 1, [], ["x"]],
  ]);
});
