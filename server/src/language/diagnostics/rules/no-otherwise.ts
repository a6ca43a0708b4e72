// `no-otherwise`, `single-branch`: what happens where no condition holds.
import type * as ast from "../../syntax/ast.ts";
import { literal } from "../../syntax/written.ts";
import { unitFinding, type Report } from "../finding.ts";
import { headOf } from "../about.ts";

export function noOtherwise(objective: ast.Objective, report: Report): void {
  const { edges, name } = objective;
  if (edges.some(isUnclear)) return;
  if (edges.length === 0 || !edges.every(({ kind }) => kind === "when") || edges.some(catchesAll)) return;
  report(
    unitFinding(
      edges.length === 1 ? "single-branch" : "no-otherwise",
      headOf(objective),
      name?.text ?? "objective",
    ),
  );
}

/** Whose words are a finding already. */
function isUnclear({ kind, keyword }: ast.Edge): boolean {
  return kind === "when" && keyword === undefined;
}

/** Words with which people write a catch-all as a condition. */
const CATCH_ALL =
  /\b(?:other(?:wise| case| cases)?|else|in any case|any other|all other|none of|no other|default|always|regardless|not (?:match|fit|clear))/i;

function catchesAll({ condition }: ast.Edge): boolean {
  return condition !== undefined && CATCH_ALL.test(literal(condition));
}
