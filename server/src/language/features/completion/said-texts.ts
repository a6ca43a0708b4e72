// Texts and keys that the set says elsewhere in the same role, the most used first.
import { edgesIn, propertiesIn } from "../../diagnostics/about.ts";
import type { Model } from "../../model/analyze.ts";
import type * as ast from "../../syntax/ast.ts";
import { printName, printStringParts } from "../../syntax/print.ts";
import { byFrequency } from "./frequency.ts";
import type { CompletionItem } from "./item.ts";
import { saidNearby } from "./nearby.ts";
import type { Quotes, TextRole } from "./place.ts";
import { wholeText } from "./quoted-text.ts";
import { nodeAt, type Spot } from "./spot.ts";

type SaidRole = Exclude<TextRole, { readonly kind: "path" | "condition" }>;

export function saidTexts(
  model: Model,
  spot: Spot,
  role: SaidRole,
  quotes: Quotes,
): readonly CompletionItem[] {
  const texts = saidNearby(model, spot, (node) => textsOf(node, role));
  const written = byFrequency(texts.map(({ parts }) => printStringParts(parts).slice(1, -1)));
  return written
    .filter((text) => text !== "")
    .map((text) => ({ label: text, kind: "text", ...wholeText(text, quotes) }));
}

export function metaKeys(model: Model, spot: Spot): readonly CompletionItem[] {
  const keys = saidNearby(model, spot, (node) => metasOf(node).flatMap(({ key }) => key ?? []));
  const node = nodeAt(model, spot);
  const said = new Set(node && metasOf(node).map(({ key }) => key?.text));
  return byFrequency(keys.map(({ text }) => text))
    .filter((key) => key !== "" && !said.has(key))
    .map((key) => ({ label: key, kind: "key", newText: printName(key) }));
}

function textsOf(node: ast.Declaration, role: SaidRole): readonly ast.Text[] {
  switch (role.kind) {
    case "callback":
      return propertiesIn(node).flatMap((it) => (it.kind === "callback" && it.text ? [it.text] : []));
    case "otherwise":
      return edgesIn(node).flatMap(({ kind, condition }) =>
        kind === "otherwise" && condition ? [condition] : [],
      );
    case "meta":
      return metasOf(node).flatMap(({ key, text }) => (isWritten(key, role.name) && text ? [text] : []));
    case "step value":
      return valuesOf(node).flatMap(({ name, text }) => (isWritten(name, role.name) && text ? [text] : []));
  }
}

/** Whether this is the name that is written so, with quotes or without. */
function isWritten(name: ast.Name | undefined, written: string): boolean {
  return name !== undefined && printName(name.text) === written;
}

function metasOf(node: ast.Declaration): readonly ast.Meta[] {
  return propertiesIn(node).filter((it) => it.kind === "meta");
}

function valuesOf(node: ast.Declaration): readonly ast.StepValue[] {
  return node.kind === "scenario" ? node.steps.flatMap(({ values }) => values) : [];
}
