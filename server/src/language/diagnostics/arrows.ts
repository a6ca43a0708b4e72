// An objective's arrows as rules compare them: which ones repeat another, and what a condition says.
import type * as ast from "../syntax/ast.ts";
import { literal, template } from "../syntax/written.ts";

/** Where a finding about a condition's or catch-all's arrow points: its word, or the whole arrow while it has none. */
export function wordOf({ keyword, span }: ast.Edge): ast.Edge["span"] {
  return keyword ?? span;
}

/** The catch-alls among the arrows. */
export function otherwiseOf(edges: readonly ast.Edge[]): readonly ast.Edge[] {
  return edges.filter(({ kind }) => kind === "otherwise");
}

/** Each arrow that leads where an earlier one of its kind leads, with that one: the platform keeps one of the two. */
export function repeatedEdges(edges: readonly ast.Edge[]): ReadonlyMap<ast.Edge, ast.Edge> {
  const first = new Map<string, ast.Edge>();
  const repeated = new Map<ast.Edge, ast.Edge>();
  for (const edge of edges) {
    if (!edge.target) continue;
    const key = `${edge.kind === "required"} ${edge.target.text}`;
    const before = first.get(key);
    if (before) repeated.set(edge, before);
    else first.set(key, edge);
  }
  return repeated;
}

export interface Condition {
  readonly edge: ast.Edge;
  readonly text: ast.Text;
  /** The condition without what does not change its meaning: case, blanks, a full stop. */
  readonly words: string;
}

/** The conditions of the arrows that lead somewhere and repeat no other, but for those without words; a single one is like none. */
export function conditionsOf(edges: readonly ast.Edge[]): readonly Condition[] {
  if (edges.filter(({ condition }) => condition).length < 2) return [];
  const repeated = repeatedEdges(edges);
  return edges.flatMap((edge) => {
    if (!edge.target || !edge.condition || repeated.has(edge)) return [];
    const words = wordsOf(edge.condition);
    return words === "" ? [] : [{ edge, text: edge.condition, words }];
  });
}

function wordsOf(condition: ast.Text): string {
  return template(condition)
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<![.!])[.!]+$/, "");
}

/** Whether there are only conditions, all with words of their own, and none of them says in words what `otherwise` says. */
export function lacksOtherwise(edges: readonly ast.Edge[]): boolean {
  return edges.every((edge) => edge.kind === "when" && edge.keyword !== undefined && !catchesAll(edge));
}

/** Words with which people write a catch-all as a condition, here and in some other languages. */
const CATCH_ALL =
  /\b(?:other(?:wise| case| cases)?|else|in any case|any other|all other|none of|no other|default|always|regardless|not (?:match|fit|clear)\w*|sonst|andernfalls|sinon|autrement|autres? cas|otro caso|otros casos|lo contrario|caso contr[aá]rio|outro caso|outros casos|altrimenti|altri casi|anders)\b|それ以外|その他|否则|其他|иначе|остальн/i;

function catchesAll({ condition }: ast.Edge): boolean {
  return condition !== undefined && CATCH_ALL.test(literal(condition));
}
