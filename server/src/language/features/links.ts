// What in a text leads somewhere else: includes to their files, callbacks to their addresses.
import { problemOfAddress } from "../diagnostics/addresses.ts";
import { fileIndex, mentionAt, spanInFile, unitOf, type Model } from "../model/analyze.ts";
import { interpolate, paramValues, type ParamValues } from "../model/params.ts";
import { absolute, type Source, type Unit } from "../model/source.ts";
import type * as ast from "../syntax/ast.ts";
import type { FileId } from "../text/place.ts";
import { sentence, type Sentence } from "../text/sentence.ts";
import type { Span } from "../text/span.ts";

export interface Link {
  /** Without the quotes around it. */
  readonly span: Span;
  readonly target: { readonly file: FileId } | { readonly url: string };
  readonly tip: Sentence;
}

/** In the order of the text; a file that is not there and an address that is none are no links. */
export function links(model: Model, file: FileId): readonly Link[] {
  const index = fileIndex(model, file);
  const source = index === undefined ? undefined : model.files[index]?.source;
  if (index === undefined || !source) return [];
  return [...includeLinks(model, index), ...callbackLinks(source, paramValues(model.symbols, model.given))];
}

function includeLinks(model: Model, file: number): readonly Link[] {
  return model.includes.flatMap(({ at, path, id, leads }) => {
    const [unit, mention] = [unitOf(model, at), mentionAt(model, at)];
    if (at.file !== file || id === undefined || leads === "missing" || !unit || !mention) return [];
    const span = spanInFile(model, at, withoutQuotes(mention.span, unit));
    return [{ span, target: { file: id }, tip: sentence`Open ${path}` }];
  });
}

function callbackLinks(source: Source, params: ParamValues): readonly Link[] {
  return source.units.flatMap((unit, index) =>
    unit.declarations.flatMap(callbacksIn).flatMap((text) => {
      const url = interpolate(text, params);
      if (url === "" || url.includes("${") || problemOfAddress(url) === "no-address") return [];
      const span = absolute(source, index, withoutQuotes(text.span, unit));
      return [{ span, target: { url }, tip: sentence`Open ${url}` }];
    }),
  );
}

function callbacksIn(node: ast.Declaration): readonly ast.Text[] {
  if (node.kind !== "objective" && node.kind !== "defaults") return [];
  return node.properties.flatMap((it) => (it.kind === "callback" && it.text ? [it.text] : []));
}

/** What stands in a string of one line; of several lines the quotes stand on lines of their own. */
function withoutQuotes(span: Span, { text }: Unit): Span {
  const [, content] = /^"([^"\r\n][^\r\n]*)"$/.exec(text.slice(span.start, span.end)) ?? [];
  return content === undefined ? span : { start: span.start + 1, end: span.end - 1 };
}
