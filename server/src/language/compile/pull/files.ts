// The files of a set as pull sees them: their texts, and where in them each declaration stands.
import type { Model } from "../../model/analyze.ts";
import type { SetFile } from "../../model/files.ts";
import type { ParamValues } from "../../model/params.ts";
import { startOf, type Source, type Unit } from "../../model/source.ts";
import type * as ast from "../../syntax/ast.ts";
import { lineBreakOf } from "../../text/lines.ts";
import { shift, type Span } from "../../text/span.ts";
import { aboveComments, standing, type Site } from "./site.ts";

export interface PulledFile extends SetFile {
  readonly text: string;
  readonly lineEnd: string;
  readonly declarations: readonly Declared[];
  /** In their order. */
  readonly objectives: readonly DeclaredObjective[];
}

/** A declaration where it stands: its spans count in its site's text. */
export interface Declared<Node extends ast.Declaration = ast.Declaration> {
  readonly node: Node;
  readonly site: Site;
  /** Where that text begins in its file. */
  readonly offset: number;
}

export interface DeclaredObjective extends Declared<ast.Objective> {
  /** Its place in the set's document. */
  readonly index: number;
}

/** The set's own file first; the objectives are counted as the document does. */
export function filesOf({ files }: Model, params: ParamValues): readonly PulledFile[] {
  let index = 0;
  return files.map((file) => {
    const text = file.source.text;
    const lineEnd = lineBreakOf(text);
    const declarations = declarationsIn(file.source, params, lineEnd);
    const objectives = ofKind(declarations, "objective").map((it) => ({ ...it, index: index++ }));
    return { ...file, text, lineEnd, declarations, objectives };
  });
}

export function ofKind<Kind extends ast.Declaration["kind"]>(
  declarations: readonly Declared[],
  kind: Kind,
): readonly Declared<Extract<ast.Declaration, { readonly kind: Kind }>>[] {
  return declarations.filter(
    (it): it is Declared<Extract<ast.Declaration, { readonly kind: Kind }>> => it.node.kind === kind,
  );
}

/** The declaration's place in its file. */
export function spanIn({ node, offset }: Declared): Span {
  return shift(node.span, offset);
}

/** Above a file's first scenario, if that begins its line; else the file's end. */
export function homeIn({ declarations, text }: PulledFile): number {
  const [scenario] = ofKind(declarations, "scenario");
  const it = scenario && standing(text, spanIn(scenario));
  return it?.isFirst ? aboveComments(text, it.lineStart) : text.length;
}

function declarationsIn(source: Source, params: ParamValues, lineEnd: string): readonly Declared[] {
  return source.units.flatMap((unit, index) =>
    unit.declarations.map((node) => ({
      node,
      site: siteIn(unit, node, params, lineEnd),
      offset: startOf(source, index),
    })),
  );
}

/** The surroundings of a declaration of the unit. */
export function siteIn(
  { text, comments }: Pick<Unit, "text" | "comments">,
  { span }: ast.Declaration,
  params: ParamValues,
  lineEnd: string,
): Site {
  const { isFirst, indentation } = standing(text, span);
  return { text, comments, params, lineEnd, indentation: isFirst ? indentation : "" };
}
