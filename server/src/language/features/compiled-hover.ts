// From a value in a compiled document to the text that it comes from.
import { jsonPlaceAt } from "../compile/json-place.ts";
import { FIELD, type SetDocument } from "../compile/payload.ts";
import { entryAround } from "../compile/pointer.ts";
import { sourceMapOfBothForms, type SourceEntry } from "../compile/source-map.ts";
import { sourceOf, type Model } from "../model/analyze.ts";
import type { Place } from "../text/place.ts";
import type { Span } from "../text/span.ts";
import { properties } from "../vocabulary.ts";

export interface CompiledHover {
  /** The value or key, in the JSON. */
  readonly span: Span;
  /** Where it is written. */
  readonly place: Place;
  /** What the field means, who says it, and the text; Markdown. */
  readonly markdown: string;
}

/** What a place in the JSON of the set comes from; the JSON may be older than the text. */
export function compiledHover(
  model: Model,
  document: SetDocument,
  json: string,
  offset: number,
): CompiledHover | undefined {
  const at = jsonPlaceAt(json, offset, (name) => model.symbols.byName.get(name));
  if (!at) return undefined;
  const entry = entryAround(sourceMapOfBothForms(model, document), at.pointer);
  return entry && { span: at.span, place: entry.place, markdown: explained(model, at.pointer, entry) };
}

function explained(model: Model, pointer: string, entry: SourceEntry): string {
  // `/data/3/modality`: an objective or a variable may have the name of a field.
  const [, , , field = ""] = pointer.split("/");
  const doc = DOCS.get(field);
  return [...(doc === undefined ? [] : [`\`${field}\`: ${doc}`]), ...said(model, entry)].join("\n\n");
}

function said(model: Model, { from, place: { file, span } }: SourceEntry): readonly string[] {
  if (from === "nobody") return ["Nobody says it: the value is the platform's own."];
  const source = sourceOf(model, file);
  const text = source === undefined ? "" : source.text.slice(span.start, span.end);
  const code = `\`\`\`\`objectives\n${shortened(text)}\n\`\`\`\``;
  return from === "defaults" ? ["From the defaults:", code] : [code];
}

const MOST_LINES = 12;

/** Further lines without the indentation of the last one. */
function shortened(text: string): string {
  const [first = "", ...more] = text.split(/\r\n|\r|\n/);
  const indentation = /^\s*/.exec(more.at(-1) ?? "")?.[0] ?? "";
  const lines = [
    first,
    ...more.map((it) => (it.startsWith(indentation) ? it.slice(indentation.length) : it)),
  ];
  return lines.length <= MOST_LINES ? lines.join("\n") : [...lines.slice(0, MOST_LINES), "…"].join("\n");
}

const NEXT = "The objectives that follow: an arrow with a condition, or without one.";

/** What the platform's fields mean, by their names. */
const DOCS: ReadonlyMap<string, string> = new Map([
  [FIELD.name, "The objective's name, by which arrows find it."],
  [FIELD.prompt, properties.prompt.doc],
  [FIELD.confirmation, properties.confirm.doc],
  [FIELD.variables, properties.collect.doc],
  [FIELD.modality, properties.modality.doc],
  [FIELD.conditional, NEXT],
  [FIELD.requiredList, NEXT],
  [FIELD.requiredSingle, NEXT],
  [FIELD.callback, properties.callback.doc],
]);
