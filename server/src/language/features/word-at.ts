// The word of the language at a place, with what the platform says of it.
import { startOf, unitAt, type Source } from "../model/source.ts";
import type * as ast from "../syntax/ast.ts";
import { shift, touches, type Span } from "../text/span.ts";
import { declarations, edgeWords, properties } from "../vocabulary.ts";
import { declarationName, wordOf } from "./declaration-word.ts";

export interface ExplainedWord {
  readonly span: Span;
  /** Markdown. */
  readonly markdown: string;
}

/** The keyword, property or value that the offset is in or at an end of. */
export function wordAt(source: Source, offset: number): ExplainedWord | undefined {
  const unit = unitAt(source, offset);
  const start = startOf(source, unit);
  const declaration = source.units[unit]?.declarations.findLast(({ span }) => touches(span, offset - start));
  if (!declaration) return undefined;
  const word = wordsOf(declaration).find(({ span }) => touches(span, offset - start));
  return word && { ...word, span: shift(word.span, start) };
}

function wordsOf(declaration: ast.Declaration): readonly ExplainedWord[] {
  const keyword = declarationWord(declaration);
  switch (declaration.kind) {
    case "header":
    case "include":
    case "param":
      return [keyword];
    case "defaults":
      return [keyword, ...declaration.properties.flatMap(propertyWords)];
    case "objective":
      return [
        keyword,
        ...declaration.properties.flatMap(propertyWords),
        ...declaration.edges.flatMap(edgeWord),
      ];
    case "scenario":
      return [keyword, ...(declaration.end ? [{ span: declaration.end, markdown: END }] : [])];
  }
}

const END = "`end`: the conversation is over here.";

function declarationWord(declaration: ast.Declaration): ExplainedWord {
  const word = declarationName(declaration);
  return { span: wordOf(declaration), markdown: `\`${word}\`: ${declarations[word]}` };
}

function propertyWords(property: ast.Property): readonly ExplainedWord[] {
  if (property.kind === "unknown") return [];
  const { kind, keyword } = property;
  const words = [{ span: keyword, markdown: `\`${kind}\`: ${properties[kind].doc}` }];
  return kind === "confirm" || kind === "modality" ? [...words, ...valueWords(property)] : words;
}

function valueWords({ kind, value }: ast.Confirm | ast.Modality): readonly ExplainedWord[] {
  const choices: Readonly<Record<string, string>> = properties[kind].choices;
  const doc = value && Object.hasOwn(choices, value.text) ? choices[value.text] : undefined;
  return value && doc !== undefined ? [{ span: value.span, markdown: `\`${value.text}\`: ${doc}` }] : [];
}

function edgeWord({ kind, keyword }: ast.Edge): readonly ExplainedWord[] {
  if (!keyword || kind === "required") return [];
  return [{ span: keyword, markdown: `\`${kind}\`: ${edgeWords[kind]}` }];
}
