// What a file may declare at a place, as whole declarations to fill in.
import { spanAt, type Model } from "../../model/analyze.ts";
import { declarations as vocabulary, type DeclarationName } from "../../vocabulary.ts";
import type { CompletionItem } from "./item.ts";
import type { Spot } from "./spot.ts";

export function declarations(model: Model, spot: Spot): readonly CompletionItem[] {
  return ORDER.filter((name) => isPossible(name, model, spot)).map(declarationItem);
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
  include: 'include "./${1:file}.objectives"',
  param: 'param ${1:name} = "$2"',
  defaults: "defaults {\n  $0\n}",
  objective: 'objective ${1:name} {\n  prompt "${2:what the agent should achieve}"\n  $0\n}',
  scenario: 'scenario "${1:what must be possible}" {\n  $0\n}',
} as const satisfies Record<DeclarationName, string>;

function declarationItem(name: DeclarationName): CompletionItem {
  return {
    label: name,
    kind: "declaration",
    documentation: vocabulary[name],
    newText: `${name} `,
    snippet: SNIPPETS[name],
  };
}

/** The header comes first, then what is included; one header and one `defaults` a file. */
function isPossible(name: DeclarationName, model: Model, spot: Spot): boolean {
  const { headers, defaults } = model.symbols;
  switch (name) {
    case "objectives":
      return headers.length === 0 && rolesAbove(model, spot).length === 0;
    case "include":
      return rolesAbove(model, spot).every((role) => role === "header" || role === "include");
    case "defaults":
      return defaults.every(({ at }) => at.file !== spot.file);
    case "param":
    case "objective":
    case "scenario":
      return true;
  }
}

function rolesAbove(model: Model, { file, typed }: Spot): readonly string[] {
  const own = model.symbols.declarations.filter(({ at }) => at.file === file);
  const above = own.filter(({ at }) => spanAt(model, at).end <= typed.start);
  return above.map(({ role }) => role);
}
