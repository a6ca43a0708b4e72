// What a block may say next: the properties that it does not say yet, and in an objective an arrow.
import { spanInFile, type Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import { touches } from "../../text/span.ts";
import { properties as vocabulary, type PropertyName, type PropertySpec } from "../../vocabulary.ts";
import { snippetLiteral, type CompletionItem } from "./item.ts";
import { nodeAt, type Spot } from "./spot.ts";

export function properties(
  model: Model,
  spot: Spot,
  of: "objective" | "defaults",
): readonly CompletionItem[] {
  const said = new Set(saidElsewhere(model, spot));
  const items = Object.entries(vocabulary as Record<PropertyName, PropertySpec>)
    .filter(([, { inDefaults }]) => of === "objective" || inDefaults)
    .filter(([name]) => name === "meta" || !said.has(name))
    .map(([name, spec]) => propertyItem(name, spec))
    .sort(byNeed);
  return of === "objective" ? [...items, ARROW] : items;
}

const ARROW: CompletionItem = {
  label: "->",
  kind: "keyword",
  detail: "arrow",
  documentation: 'The objective that follows, `-> name`, or follows under a condition, `-> name when "…"`.',
  newText: "-> ",
  then: "complete again",
};

/** The kinds of property that the block has, but for the one whose keyword is being typed. */
function saidElsewhere(model: Model, spot: Spot): readonly string[] {
  return propertiesOf(nodeAt(model, spot))
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
  return {
    label: name,
    kind: "property",
    documentation: spec.doc,
    newText: `${name} `,
    snippet: `${name} ${valueSnippet(spec)}`,
    ...(spec.value === "names" ? { then: "complete again" } : {}),
  };
}

function valueSnippet({ value, choices = {} }: PropertySpec): string {
  switch (value) {
    case "text":
      return '"$1"';
    case "names":
      return "$0";
    case "choice":
      return `\${1|${Object.keys(choices).map(snippetLiteral).join(",")}|}`;
    case "entry":
      return '${1:name} "$2"';
  }
}
