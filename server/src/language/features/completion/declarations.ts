// What a file may declare at a place, as whole declarations to fill in.
import { spanAt, type Model } from "../../model/analyze.ts";
import type { DeclarationSymbol } from "../../model/symbols.ts";
import { sentence } from "../../text/sentence.ts";
import type { DeclarationName } from "../../vocabulary.ts";
import type { CompletionItem } from "./item.ts";
import type { Spot } from "./spot.ts";

export function declarations(model: Model, spot: Spot): readonly CompletionItem[] {
  return ORDER.filter((name) => isPossible(name, model, spot)).flatMap(declarationItems);
}

const ORDER = [
  "objectives",
  "objective",
  "scenario",
  "param",
  "defaults",
  "include",
] as const satisfies readonly DeclarationName[];

const SNIPPETS = {
  objectives: 'objectives "${1:name of the set}"',
  include: 'include "$1"',
  param: 'param ${1:name} = "$2"',
  defaults: "defaults {\n  $0\n}",
  objective: 'objective ${1:name} {\n  prompt "${2:what the agent should achieve}"\n  $0\n}',
  scenario: 'scenario "${1:what must be possible}" {\n  $0\n}',
} as const satisfies Record<DeclarationName, string>;

const BRANCHING = [
  "objective ${1:name} {",
  '  prompt "${2:what the agent should achieve}"',
  "",
  '  -> ${3:one_way} when "${4:If the participant …}"',
  "  -> ${5:other_way} otherwise",
  "}",
].join("\n");

function declarationItems(name: DeclarationName): readonly CompletionItem[] {
  const item: CompletionItem = {
    label: name,
    kind: "declaration",
    newText: `${name} `,
    snippet: SNIPPETS[name],
  };
  if (name === "include") return [{ ...item, then: "complete again" }];
  return name === "objective" ? [item, branching(item)] : [item];
}

function branching(objective: CompletionItem): CompletionItem {
  const form = " … when … otherwise";
  return { ...objective, form, detail: sentence`with branches`, snippet: BRANCHING };
}

/** The header comes first, then what is included; one header and one `defaults` a file. */
function isPossible(name: DeclarationName, model: Model, spot: Spot): boolean {
  const { headers, defaults } = model.symbols;
  switch (name) {
    case "objectives":
      return headers.length === 0 && !standsAbove(model, spot, () => true);
    case "include":
      return !standsAbove(model, spot, ({ role }) => role !== "header" && role !== "include");
    case "defaults":
      return defaults.every(({ at }) => at.file !== spot.file);
    case "param":
    case "objective":
    case "scenario":
      return true;
  }
}

/** Whether such a declaration stands above the cursor: the first one does, if any. */
function standsAbove(
  model: Model,
  { file, typed }: Spot,
  isSuch: (declaration: DeclarationSymbol) => boolean,
): boolean {
  const first = model.symbols.declarations.find((it) => it.at.file === file && isSuch(it));
  return first !== undefined && spanAt(model, first.at).end <= typed.start;
}
