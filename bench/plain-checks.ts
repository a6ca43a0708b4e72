// The practical limit: `JSON.parse` and the same checks by hand over the parsed document, without places or messages.

interface Item {
  readonly objective_name: string;
  readonly objective_prompt: string;
  readonly output_variables?: readonly string[];
  readonly next_conditional_objectives?: Readonly<Record<string, string>>;
  readonly next_required_objective?: string;
}

/** How many things are wrong with the document: names, links, starts, cycles, prompts, variables, conditions. */
export function plainChecks(json: string): number {
  const items = (JSON.parse(json) as { readonly data: readonly Item[] }).data;
  const byName = new Map(items.map((item, index) => [item.objective_name, index]));
  let problems = items.length - byName.size;
  const next = items.map((item) => {
    const conditions = Object.entries(item.next_conditional_objectives ?? {});
    const names = [
      ...conditions.map(([name]) => name),
      ...(item.next_required_objective ? [item.next_required_objective] : []),
    ];
    if (new Set(conditions.map(([, condition]) => condition.trim().toLowerCase())).size < conditions.length)
      problems += 1;
    if (item.objective_prompt.trim() === "" || item.objective_prompt.length > 1_000) problems += 1;
    if (/\s/.test(item.objective_name) || !/^\w{1,100}$/.test(item.objective_name)) problems += 1;
    if (/sk-|Bearer |eyJ|api[-_]?key/i.test(item.objective_prompt)) problems += 1;
    if (new Set(item.output_variables).size < (item.output_variables?.length ?? 0)) problems += 1;
    problems += names.filter((name) => !byName.has(name)).length;
    return names.flatMap((name) => byName.get(name) ?? []);
  });
  const ways = new Int32Array(items.length);
  next.forEach((targets) => targets.forEach((to) => (ways[to] = (ways[to] ?? 0) + 1)));
  const starts = [...ways.keys()].filter((index) => ways[index] === 0);
  if (starts.length !== 1) problems += 1;
  const queue = [...starts];
  for (const from of queue)
    for (const to of next[from] ?? []) if ((ways[to] = (ways[to] ?? 0) - 1) === 0) queue.push(to);
  return problems + (queue.length < items.length ? 1 : 0);
}
