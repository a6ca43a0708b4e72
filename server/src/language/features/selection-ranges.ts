// What a selection grows to: the word, the name or text it is in, the property or arrow, the block, the declaration, the file.
import { startOf, unitAt, type Source, type Unit } from "../model/source.ts";
import type * as ast from "../syntax/ast.ts";
import { indentationAt, lineEnd, lineStart } from "../text/lines.ts";
import { covers, shift, touches, type Span } from "../text/span.ts";

/** The spans around a place, from the innermost to the whole file: each covers the one before and is larger. */
export function selectionRanges(source: Source, offset: number): readonly Span[] {
  const index = unitAt(source, offset);
  const unit = source.units[index];
  const start = startOf(source, index);
  const own = unit ? spansIn(unit, offset - start) : [];
  return nested([...own.map((span) => shift(span, start)), { start: 0, end: source.length }], offset);
}

/** Those around the place, the smallest first, without what overlaps one of them. */
function nested(spans: readonly Span[], offset: number): readonly Span[] {
  const around: Span[] = [];
  for (const span of spans
    .filter((it) => touches(it, offset))
    .toSorted((one, other) => sizeOf(one) - sizeOf(other))) {
    const inner = around.at(-1);
    if (!inner || (covers(span, inner) && sizeOf(span) > sizeOf(inner))) around.push(span);
  }
  return around;
}

function sizeOf({ start, end }: Span): number {
  return end - start;
}

/** All spans of a unit that may be wanted, the unit itself among them: a declaration with its comments. */
function spansIn(unit: Unit, offset: number): readonly Span[] {
  const around = unit.declarations.filter(({ span }) => touches(span, offset));
  const comments = unit.comments.map(({ span }) => span).filter((span) => touches(span, offset));
  return [
    ...wordsAt(unit.text, offset),
    ...comments,
    ...around.flatMap((node) => declarationSpans(node, unit)),
    trimmed(unit.text),
  ];
}

/** Without blanks around it, and without a byte order mark, which is one, too. */
function trimmed(text: string): Span {
  const end = text.trimEnd().length;
  return { start: Math.min(end, text.length - text.trimStart().length), end };
}

/** The word there; behind a word, that one. */
function wordsAt(text: string, offset: number): readonly Span[] {
  const line = lineStart(text, offset);
  const words = text.slice(line, lineEnd(text, offset)).matchAll(/[\p{L}\p{M}\p{N}_]+/gu);
  return Array.from(words, ({ 0: word, index }) => ({
    start: line + index,
    end: line + index + word.length,
  }));
}

function declarationSpans(node: ast.Declaration, unit: Unit): readonly Span[] {
  return [node.span, ...partsOf(node, unit)];
}

function partsOf(node: ast.Declaration, unit: Unit): readonly Span[] {
  switch (node.kind) {
    case "header":
      return textSpans(node.title, unit);
    case "include":
      return textSpans(node.path, unit);
    case "param":
      return [...nameSpans(node.name), ...textSpans(node.value, unit)];
    case "defaults":
      return [...propertiesSpans(node.properties, unit), ...bodySpans(bracesIn(node.span, unit))];
    case "objective":
      return [
        ...nameSpans(node.name),
        ...bodySpans(node.body),
        ...propertiesSpans(node.properties, unit),
        ...node.edges.flatMap((edge) => edgeSpans(edge, unit)),
        ...runOf(node.edges),
      ];
    case "scenario":
      return [
        ...textSpans(node.title, unit),
        ...bodySpans(node.body),
        ...node.steps.flatMap((step) => stepSpans(step, unit)),
      ];
  }
}

/** A block, and what is in its braces. */
function bodySpans(body: Span | undefined): readonly Span[] {
  return body ? [body, { start: body.start + 1, end: body.end - 1 }] : [];
}

/** Of a node that has no span for its block. */
function bracesIn({ start, end }: Span, { text }: Unit): Span | undefined {
  const open = text.indexOf("{", start);
  return open >= start && open < end ? { start: open, end } : undefined;
}

function propertiesSpans(properties: readonly ast.Property[], unit: Unit): readonly Span[] {
  return [...properties.flatMap((property) => propertySpans(property, unit)), ...runOf(properties)];
}

/** From the first to the last of them. */
function runOf(nodes: readonly { readonly span: Span }[]): readonly Span[] {
  const [first, last] = [nodes[0], nodes.at(-1)];
  return first && last ? [{ start: first.span.start, end: last.span.end }] : [];
}

function propertySpans(property: ast.Property, unit: Unit): readonly Span[] {
  const { span, keyword } = property;
  switch (property.kind) {
    case "prompt":
    case "callback":
      return [span, keyword, ...textSpans(property.text, unit)];
    case "collect":
      return [span, keyword, ...property.names.flatMap(nameSpans), ...runOf(property.names)];
    case "confirm":
    case "modality":
      return [span, keyword, ...nameSpans(property.value)];
    case "meta":
      return [span, keyword, ...nameSpans(property.key), ...textSpans(property.text, unit)];
    case "unknown":
      return [span, keyword];
  }
}

/** An arrow with its target is a way; with its condition, the whole of it. */
function edgeSpans({ span, target, keyword, condition }: ast.Edge, unit: Unit): readonly Span[] {
  return [
    span,
    ...nameSpans(target),
    ...(target ? [{ start: span.start, end: target.span.end }] : []),
    ...(keyword && condition ? [{ start: keyword.start, end: condition.span.end }] : []),
    ...textSpans(condition, unit),
  ];
}

function stepSpans({ span, name, values }: ast.Step, unit: Unit): readonly Span[] {
  const own = values.flatMap((value) => [
    value.span,
    ...nameSpans(value.name),
    ...textSpans(value.text, unit),
  ]);
  return [span, ...nameSpans(name), ...own, ...runOf(values), ...bodySpans(bracesIn(span, unit))];
}

/** A name, and what stands between its quotes. */
function nameSpans(name: ast.Name | undefined): readonly Span[] {
  if (!name) return [];
  return name.quoted ? [name.span, { start: name.span.start + 1, end: name.span.end - 1 }] : [name.span];
}

/** A text, its content without quotes and indentation, each of its lines, and each `${…}` in it. */
function textSpans(text: ast.Text | undefined, unit: Unit): readonly Span[] {
  if (!text) return [];
  const params = text.parts.flatMap((part) =>
    typeof part === "string" ? [] : [part.span, { start: part.span.start - 2, end: part.span.end + 1 }],
  );
  return [text.span, ...params, ...contentSpans(text, unit)];
}

function contentSpans({ form, span }: ast.Text, { text }: Unit): readonly Span[] {
  const image = text.slice(span.start, span.end);
  if (form === "string") return [within(span, 1, image.length > 1 && image.endsWith('"') ? 1 : 0)];
  const opening = lineEnd(image, 0);
  const closing = image.endsWith('"""') && opening < image.length ? image.length - 3 : image.length;
  const content = image.slice(opening, closing);
  const first = opening + (content.length - content.trimStart().length);
  const last = opening + content.trimEnd().length;
  return [{ start: span.start + first, end: span.start + last }, ...linesOf(image, span.start)];
}

function within({ start, end }: Span, before: number, behind: number): Span {
  return { start: start + before, end: end - behind };
}

/** Each line without its indentation. */
function linesOf(image: string, offset: number): readonly Span[] {
  const lines: Span[] = [];
  for (const { index } of image.matchAll(/(?:\r\n|\r|\n)(?=[^\r\n]*\S)/g)) {
    const start = lineStart(image, index + (image.startsWith("\r\n", index) ? 2 : 1));
    const indented = start + indentationAt(image, start).length;
    lines.push({ start: offset + indented, end: offset + lineEnd(image, indented) });
  }
  return lines;
}
