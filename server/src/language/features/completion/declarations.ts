// What a file may declare at a place, as whole declarations to fill in.
import { spanAt, type Model } from "../../model/analyze.ts";
import type { DeclarationSymbol } from "../../model/symbols.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import type { DeclarationName } from "../../vocabulary.ts";
import { snippet, type CompletionItem } from "./item.ts";
import { CONDITION, NAME, ONE_WAY, OTHER_WAY, WHAT_TO_ACHIEVE } from "./placeholders.ts";
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
  objectives: snippet`objectives "\${1:${sentence`name of the set`}}"`,
  include: snippet`include "$1"`,
  param: snippet`param \${1:${NAME}} = "$2"`,
  defaults: snippet`defaults {\n  $0\n}`,
  objective: snippet`objective \${1:${NAME}} {\n  prompt "\${2:${WHAT_TO_ACHIEVE}}"\n  $0\n}`,
  scenario: snippet`scenario "\${1:${sentence`what must be possible`}}" {\n  $0\n}`,
} as const satisfies Record<DeclarationName, Sentence>;

const BRANCHING = snippet`objective \${1:${NAME}} {
  prompt "\${2:${WHAT_TO_ACHIEVE}}"

  -> \${3:${ONE_WAY}} when "\${4:${CONDITION}}"
  -> \${5:${OTHER_WAY}} otherwise
}`;

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
