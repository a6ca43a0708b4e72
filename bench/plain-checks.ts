// The practical limit: `JSON.parse` and the same checks by hand over the parsed document, without places or messages.
// What reads English is the engine's own.
import { hasSigns } from "../server/src/language/diagnostics/english.ts";
import { gistOf } from "../server/src/language/diagnostics/gist.ts";
import { hasSeveralGoals } from "../server/src/language/diagnostics/goals.ts";
import { branchIn, futureIn } from "../server/src/language/diagnostics/routing.ts";
import { inSnakeCase, isVague } from "../server/src/language/model/variable-names.ts";

interface Item {
  readonly objective_name: string;
  readonly objective_prompt: string;
  readonly confirmation_mode?: string;
  readonly modality?: string;
  readonly callback_url?: string;
  readonly output_variables?: readonly string[];
  readonly next_conditional_objectives?: Readonly<Record<string, string>>;
  readonly next_required_objective?: string;
  readonly next_required_objectives?: readonly string[];
}

/** How many things are wrong with the document: of every kind that the engine finds in one. */
export function plainChecks(json: string): number {
  const items = (JSON.parse(json) as { readonly data: readonly Item[] }).data;
  const byName = new Map<string, number>();
  items.forEach(({ objective_name: name }, index) => {
    if (!byName.has(name)) byName.set(name, index);
  });
  let problems = items.length - byName.size;
  const next = items.map((item) => {
    problems += problemsOfItem(item);
    return targetsOf(item).flatMap((name) => {
      const to = byName.get(name);
      if (to === undefined) problems += 1;
      return to ?? [];
    });
  });
  return problems + problemsOfFlow(next);
}

function problemsOfItem(item: Item): number {
  const { objective_name: name, callback_url: callback } = item;
  let problems = 0;
  if (!/^\w{1,100}$/.test(name)) problems += name === "" || /\s/.test(name) ? 2 : 1;
  if (!["auto", "manual", undefined].includes(item.confirmation_mode)) problems += 1;
  if (!["verbal", "visual", undefined].includes(item.modality)) problems += 1;
  if (callback !== undefined && !isGoodUrl(callback)) problems += 1;
  const others = problemsOfPrompt(item.objective_prompt) + problemsOfVariables(item.output_variables ?? []);
  return problems + others + problemsOfBranch(item);
}

function problemsOfPrompt(prompt: string): number {
  if (prompt.trim() === "" || prompt.length > 1_000) return 1;
  const secrets = hasSecret(prompt) ? 1 : 0;
  if (!hasSigns(prompt)) return secrets;
  const found = [hasSeveralGoals(prompt), branchIn(prompt) ?? false, futureIn(prompt) ?? false];
  return found.filter((it) => it !== false).length + secrets;
}

function problemsOfVariables(variables: readonly string[]): number {
  const odd = variables.filter((it) => it.trim() === "" || inSnakeCase(it) !== it || isVague(it)).length;
  return odd + (variables.length - new Set(variables).size);
}

function problemsOfBranch(item: Item): number {
  const conditions = Object.values(item.next_conditional_objectives ?? {});
  const required = requiredOf(item);
  let problems = 0;
  if (conditions.length > 0 && required.length > 0) problems += 1;
  if (required.length > 1) problems += new Set(required).size < required.length ? 2 : 1;
  if (conditions.length === 0) return problems;
  const words = conditions.map(wordsOf);
  if (new Set(words).size < words.length || words.includes("")) problems += 1;
  if (words.length > 1 && new Set(words.map(gistOf)).size < words.length) problems += 1;
  if (!conditions.some((condition) => CATCH_ALL.test(condition))) problems += 1;
  return problems + conditions.filter(hasSecret).length;
}

function targetsOf(item: Item): readonly string[] {
  return [...Object.keys(item.next_conditional_objectives ?? {}), ...requiredOf(item)];
}

function requiredOf({
  next_required_objective: one,
  next_required_objectives: list,
}: Item): readonly string[] {
  return list ?? (one ? [one] : []);
}

/** More than one start, what no way leads to, and circles. */
function problemsOfFlow(next: readonly (readonly number[])[]): number {
  const ways = new Int32Array(next.length);
  for (const targets of next) for (const to of targets) ways[to] = (ways[to] ?? 0) + 1;
  const starts = [...ways.keys()].filter((index) => ways[index] === 0);
  const reached = new Set(starts.slice(0, 1));
  for (const from of reached) for (const to of next[from] ?? []) reached.add(to);
  const ordered = [...starts];
  for (const from of ordered)
    for (const to of next[from] ?? []) if ((ways[to] = (ways[to] ?? 0) - 1) === 0) ordered.push(to);
  const isCircular = ordered.length < next.length;
  return Math.abs(starts.length - 1) + (next.length - reached.size) + (isCircular ? 1 : 0);
}

function wordsOf(condition: string): string {
  return condition
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.!]+$/, "");
}

function isGoodUrl(url: string): boolean {
  return (
    url === "" || /^https:\/\/[^/?#\s@]+\S*$/i.test(url) || /^http:\/\/(?:localhost|127\.)\S*$/i.test(url)
  );
}

const CATCH_ALL =
  /\b(?:other(?:wise| case| cases)?|else|in any case|any other|all other|none of|no other|default|always|regardless|not (?:match|fit|clear))/i;

const SECRETS = [
  /\b(?:sk|pk|rk|ghp|gho|ghs|github_pat|xox[abprs]|glpat|hf|AKIA|ASIA|AIza|SG|shpat|npm)[-_]?[A-Za-z0-9_-]{16,}\b/,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /(?:key|token|secret|password|auth)["']?\s?[=:]\s?["']?(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{16,}/i,
  /https?:\/\/[^\s/:@]+:[^\s/@]{3,}@/,
];

function hasSecret(text: string): boolean {
  return /\d|:\/\/|PRIVATE KEY/.test(text) && SECRETS.some((form) => form.test(text));
}
