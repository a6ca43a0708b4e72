// What there is to know of an include: what it leads to, and what that brings into the set.
import { fileIndex, type Model } from "../../model/analyze.ts";
import type { IncludeLink, Leads } from "../../model/files.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
import { codeMarkdown } from "../markdown.ts";
import { counted } from "./counted.ts";
import { lineOf, listOf, type Paragraph } from "./paragraphs.ts";

export function describeInclude(model: Model, { path, id, leads }: IncludeLink): readonly Paragraph[] {
  const file = id === undefined || leads !== "fragment" ? undefined : fileIndex(model, id);
  return [codeMarkdown(path), ...(file === undefined ? [NO_FRAGMENT[leads]] : broughtBy(model, file))];
}

const NO_FRAGMENT = {
  fragment: sentence`A part of this set.`,
  unread: sentence`It has not been read yet.`,
  missing: sentence`There is no such file.`,
  outside: sentence`It lies outside of the workspace, where nothing can be included from.`,
  set: sentence`It is a set of its own, which cannot be a part of another.`,
  cycle: sentence`It includes this file in the end, so it brings nothing more.`,
} as const satisfies Record<Leads, Sentence>;

function broughtBy({ symbols, includes }: Model, file: number): readonly Paragraph[] {
  const isOwn = ({ at }: { readonly at: { readonly file: number } }): boolean => at.file === file;
  const objectives = symbols.objectives.filter(isOwn);
  return [
    ...lineOf([
      sentence`fragment`,
      ...counted("objectives", objectives.length),
      ...counted("params", symbols.params.filter(isOwn).length),
      ...counted("scenarios", symbols.scenarios.filter(isOwn).length),
    ]),
    ...listOf(
      sentence`Brings`,
      objectives.map(({ name }) => codeMarkdown(name)),
    ),
    ...listOf(
      sentence`Includes`,
      includes.filter(isOwn).map(({ path }) => codeMarkdown(path)),
    ),
  ];
}
