// What a block may say next: the properties that it does not say yet, and in an objective an arrow.
import { spanInFile, type Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import { sentence } from "../../text/sentence.ts";
import { touches } from "../../text/span.ts";
import {
  properties as vocabulary,
  type PropertyName,
  type PropertySpec,
  type ValueKind,
} from "../../vocabulary.ts";
import { snippet, snippetLiteral, type CompletionItem } from "./item.ts";
import { CONDITION, NAME, ONE_WAY, OTHER_WAY, WHAT_TO_ACHIEVE } from "./placeholders.ts";
import type { Place } from "./place.ts";
import { nodeAt, type Spot } from "./spot.ts";

type PropertyPlace = Extract<Place, { readonly kind: "property" }>;

export function properties(model: Model, spot: Spot, { of, line }: PropertyPlace): readonly CompletionItem[] {
  const node = nodeAt(model, spot);
  const said = new Set(saidElsewhere(model, spot, node));
  const items = Object.entries(vocabulary as Record<PropertyName, PropertySpec>)
    .filter(([, { inDefaults }]) => of === "objective" || inDefaults)
    .filter(([name]) => name === "meta" || !said.has(name))
    .map(([name, spec]) => propertyItem(name, spec))
    .sort(byNeed)
    .flatMap((item) => (line === "own" && item.label === "prompt" ? [item, inLines(item)] : [item]));
  if (of === "defaults") return items;
  const hasWays = node?.kind === "objective" && node.edges.length > 0;
  return [...items, ARROW, ...(line === "own" && !hasWays ? [WAYS] : [])];
}

const ARROW: CompletionItem = {
  label: "->",
  kind: "keyword",
  detail: sentence`arrow`,
  newText: "-> ",
  asksFor: "name",
  then: "complete again",
};

const WAYS: CompletionItem = {
  label: "->",
  kind: "keyword",
  form: " … when … otherwise",
  detail: sentence`branches`,
  newText: "-> ",
  snippet: snippet`-> \${1:${ONE_WAY}} when "\${2:${CONDITION}}"\n-> \${3:${OTHER_WAY}} otherwise`,
};

/** The kinds of property that the block has, but for the one whose keyword is being typed. */
function saidElsewhere(model: Model, spot: Spot, node: ast.Declaration | undefined): readonly string[] {
  return propertiesOf(node)
    .filter(({ keyword }) => !touches(spanInFile(model, spot, keyword), spot.typed.end))
    .map(({ kind }) => kind);
}

function propertiesOf(node: ast.Declaration | undefined): readonly ast.Property[] {
  return node?.kind === "objective" || node?.kind === "defaults" ? node.properties : [];
}

/** The prompt, which every objective needs, comes first. */
function byNeed(one: CompletionItem, other: CompletionItem): number {
  return Number(other.label === "prompt") - Number(one.label === "prompt");
}

function propertyItem(name: string, spec: PropertySpec): CompletionItem {
  return { label: name, kind: "property", newText: `${name} `, ...FILLED[spec.value](name, spec) };
}

/** Where a list of words follows, it is shown at once. */
const FILLED = {
  text: (name) => ({
    snippet: snippet`${name} "$1"`,
    ...(name === "callback" ? { then: "complete again" } : {}),
  }),
  names: () => ({ asksFor: "name", then: "complete again" }),
  choice: (name, { choices = {} }) => ({
    snippet: snippet`${name} \${1|${Object.keys(choices).map(snippetLiteral).join(",")}|}`,
  }),
  entry: (name) => ({ snippet: snippet`${name} \${1:${NAME}} "$2"` }),
} as const satisfies Record<ValueKind, (name: string, spec: PropertySpec) => Partial<CompletionItem>>;

/** The prompt as prose over several lines. */
function inLines(prompt: CompletionItem): CompletionItem {
  return {
    ...prompt,
    form: ' """> … """',
    detail: sentence`over several lines`,
    snippet: snippet`prompt """>\n  \${1:${WHAT_TO_ACHIEVE}}\n  """`,
  };
}
