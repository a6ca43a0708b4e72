// JSON of the platform, pasted between declarations: a payload, a list or a single objective as objectives.
import { decompile, printObjective } from "../../compile/decompile.ts";
import { readPayload, type ReadSet } from "../../compile/read-payload.ts";
import type { Model } from "../../model/analyze.ts";
import { defaultsByFile } from "../../model/inherited.ts";
import { paramValues } from "../../model/params.ts";
import { lineBreakOf } from "../../text/lines.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import type { Span } from "../../text/span.ts";
import { spotAt } from "../completion/spot.ts";
import type { Paste } from "./made.ts";

export function pastedObjectives(model: Model, file: number, span: Span, json: string): Paste | undefined {
  const read = readObjectives(json);
  const source = model.files[file]?.source;
  if (!read || !source || spotAt(model, file, span.start).place.kind !== "declaration") return undefined;
  const text = source.text;
  const declarations = source.units.some((unit) => unit.declarations.length > 0)
    ? printed(model, file, read)
    : decompile(read.document, read.extras);
  const newText = apart(declarations, text.slice(0, span.start), text.slice(span.end));
  return { title: titleOf(model, read), newText: newText.replaceAll("\n", lineBreakOf(text)), edits: [] };
}

/** As it is, or as the items of a list that were copied without its brackets. */
function readObjectives(json: string): ReadSet | undefined {
  if (!/^\s*[[{]/.test(json)) return undefined;
  return [json, `[${json.replace(/,\s*$/, "")}]`].map(readPayload).find((it) => "document" in it);
}

/** The objectives alone, each saying what the file's defaults do not say for it. */
function printed(model: Model, file: number, { document, extras }: ReadSet): string {
  const { symbols, given } = model;
  const defaults = defaultsByFile(model, paramValues(symbols, given))[file];
  if (!defaults) return "";
  const objectives = document.objectives.map((it, index) =>
    printObjective(it, extras[index] ?? [], defaults),
  );
  return `${objectives.join("\n\n")}\n`;
}

/** With a blank line between it and what stands directly above and below. */
function apart(declarations: string, before: string, behind: string): string {
  const above = /\S[^\S\r\n]*$/.test(before)
    ? "\n\n"
    : /\S[^\S\r\n]*(?:\r\n|[\r\n])$/.test(before)
      ? "\n"
      : "";
  const below = /^(?:\r\n|[\r\n])?[^\S\r\n]*\S/.test(behind) ? "\n" : "";
  return above + declarations + below;
}

function titleOf({ symbols }: Model, { document, notes }: ReadSet): Sentence {
  const there = document.objectives.map(({ name }) => name).filter((name) => symbols.byName.has(name));
  if (there.length > 0) return sentence`Paste as objectives; there already: ${there.join(", ")}`;
  const [left] = notes;
  return left
    ? sentence`Paste as objectives; something is left out: ${left.pointer}`
    : sentence`Paste as objectives`;
}
