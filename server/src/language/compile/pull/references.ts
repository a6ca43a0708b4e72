// What names objectives or the set from outside an objective: the header, and the steps of scenarios.
import type { ParamValues } from "../../model/params.ts";
import { interpolate } from "../../model/params.ts";
import type * as ast from "../../syntax/ast.ts";
import { shiftEdits } from "../../text/edits.ts";
import type { TextEdit } from "../../text/span.ts";
import { printStep } from "../print-entry.ts";
import type { Declared } from "./files.ts";
import type { Renames } from "./pair-edges.ts";
import { rewriteText } from "./rewrite-text.ts";
import { replaced } from "./site.ts";

/** The edits in a file's header that name the set. */
export function titleEdits(
  { node, site, offset }: Declared<ast.Header>,
  wanted: string,
  params: ParamValues,
): readonly TextEdit[] {
  const { title } = node;
  if (title === undefined || interpolate(title, params) === wanted) return [];
  return shiftEdits([replaced(site.text, title.span, rewriteText(title, wanted, site))], offset);
}

/** The edits in a scenario that let its steps name the objectives as they are called now. */
export function stepEdits(
  { node, site, offset }: Declared<ast.Scenario>,
  renames: Renames,
): readonly TextEdit[] {
  const edits = node.steps.flatMap(({ name }) => {
    const renamed = renames.get(name.text);
    return renamed === undefined ? [] : [replaced(site.text, name.span, printStep(renamed))];
  });
  return shiftEdits(edits, offset);
}
