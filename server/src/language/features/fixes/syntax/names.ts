// Names that are written as other languages write them, and lists of them.
import { sourceOf, type Model } from "../../../model/analyze.ts";
import { textOf } from "../../../model/source.ts";
import type * as ast from "../../../syntax/ast.ts";
import { printName, printString } from "../../../syntax/print.ts";
import type { FileEdit } from "../../../text/place.ts";
import { covers } from "../../../text/span.ts";
import { renamedIn } from "../../rename.ts";
import { choice, safe, type Fix } from "../fix.ts";
import { edit, insertion, writtenAt, type Found } from "../found.ts";
import { endBefore, startBehind, type Broken } from "./mend.ts";

/** Whatever leads to the first of the words, with or without the others, was meant to lead here. */
export function nameInWords({ model, others, found, args: [suggestion = ""] }: Broken): readonly Fix[] {
  const { declaration, span } = found;
  if (declaration?.kind !== "objective" && declaration?.kind !== "param") return [];
  const words = writtenAt(found, span);
  const name = declaration.name?.text ?? "";
  const own = edit(found, span, printName(suggestion));
  const elsewhere = renamedIn([model, ...others], declaration.kind, name, suggestion)
    .filter((it) => it.file !== own.file || it.span.start !== own.span.start)
    .map((it) => withFurtherWords([model, ...others], it, words.slice(name.length)));
  return [safe(`Replace '${words}' by '${suggestion}'`, own, ...elsewhere)];
}

function withFurtherWords(models: readonly Model[], it: FileEdit, further: string): FileEdit {
  const { start, end } = it.span;
  const [source] = models.flatMap((model) => sourceOf(model, it.file) ?? []);
  const isWhole = source && textOf(source).startsWith(further, end);
  return isWhole ? { ...it, span: { start, end: end + further.length } } : it;
}

export function reservedWord({ found, args: [word = ""] }: Broken): readonly Fix[] {
  return [safe(`Write ${printString(word)}, in quotes`, edit(found, found.span, printString(word)))];
}

/** Two names, or one in two words: nobody can know. */
export function missingComma({ found, args: [name = ""] }: Broken): readonly Fix[] {
  const names = collectAround(found)?.names ?? [];
  const before = names.find((_, index) => names[index + 1]?.span.start === found.span.start);
  const apart = insertion(found, endBefore(found, found.span.start), ",");
  const joined = `${before?.text}_${name}`;
  const isJoined = before !== undefined && !before.quoted && !name.startsWith('"');
  const span = { start: before?.span.start ?? 0, end: found.span.end };
  return [
    choice(`Put a comma before '${name}'`, apart),
    ...(isJoined ? [choice(`Write '${joined}'`, edit(found, span, printName(joined)))] : []),
  ];
}

/** A comma behind which, or before which, no name stands. */
export function missingVariable({ found }: Broken): readonly Fix[] {
  const { span, unit } = found;
  const isComma = writtenAt(found, span) === ",";
  const comma = isComma ? span.start : startBehind(found, span.end);
  if (unit.text[comma] !== ",") return [];
  const behind = startBehind(found, comma + 1);
  const isLast = unit.text[behind] !== ",";
  const start = isLast && isComma ? endBefore(found, comma) : comma;
  return [safe("Remove the comma", edit(found, { start, end: isLast && isComma ? comma + 1 : behind }, ""))];
}

export function wrappedNames({ found }: Broken): readonly Fix[] {
  const names = (collectAround(found)?.names ?? []).map(({ text }) => printName(text)).join(", ");
  return names === "" ? [] : [safe(`Write 'collect ${names}'`, edit(found, found.span, names))];
}

function collectAround({ declaration, span }: Found): ast.Collect | undefined {
  if (declaration?.kind !== "objective") return undefined;
  const property = declaration.properties.find((it) => covers(it.span, span));
  return property?.kind === "collect" ? property : undefined;
}
