// What a unit declares, as symbols: made of its mentions alone.
import { sized } from "../text/sized.ts";
import type { Mention, Role } from "./mentions.ts";
import {
  DETAIL_LISTS,
  type DeclarationSymbol,
  type Detail,
  type EdgeRole,
  type EdgeSymbol,
  type NamedRef,
  type ObjectiveSymbol,
  type Ref,
  type ScenarioSymbol,
  type StepSymbol,
} from "./symbols.ts";

interface Located {
  readonly mention: Mention;
  readonly at: Ref;
}

/** What a unit declares. */
export function declaredIn(
  mentions: readonly Mention[],
  place: Omit<Ref, "mention">,
): readonly DeclarationSymbol[] {
  const declarations: DeclarationSymbol[] = [];
  for (let first = 0; first < mentions.length;) {
    const group = groupFrom(first, mentions, place);
    const [head] = group;
    if (head) declarations.push(declaration(head, group));
    first += group.length;
  }
  return declarations;
}

/** The mentions of one declaration, from its first on. */
function groupFrom(
  first: number,
  mentions: readonly Mention[],
  { file, unit }: Omit<Ref, "mention">,
): readonly Located[] {
  const group: Located[] = [];
  for (let index = first; index < mentions.length; index++) {
    const mention = mentions[index];
    if (!mention || mention.declaration !== mentions[first]?.declaration) break;
    group.push({ mention, at: { file, unit, mention: index } });
  }
  return group;
}

function declaration(head: Located, group: readonly Located[]): DeclarationSymbol {
  const { role, value } = head.mention;
  if (role === "objective") return objective(role, head, group);
  if (role === "scenario") return scenario(role, head, group);
  return { role, ...declared(head, group), value };
}

function declared({ mention, at }: Located, group: readonly Located[]): Omit<DeclarationSymbol, "role"> {
  const details: Detail[] = [];
  for (const it of group)
    if (isDetail(it.mention.role)) details.push({ role: it.mention.role, ...named(it) });
  return { name: mention.name, at, declaration: mention.declaration, details: sized(details) };
}

function named({ mention, at }: Located): NamedRef {
  return { name: mention.name, at };
}

function objective(role: ObjectiveSymbol["role"], head: Located, group: readonly Located[]): ObjectiveSymbol {
  const edges: EdgeSymbol[] = [];
  const variables: NamedRef[] = [];
  for (const it of group) {
    const { role: kind, name } = it.mention;
    if (isEdgeRole(kind)) edges.push({ kind, name, at: it.at });
    else if (kind === "variable") variables.push(named(it));
  }
  return { role, ...declared(head, group), edges: sized(edges), variables: sized(variables) };
}

function isEdgeRole(role: Role): role is EdgeRole {
  return role === "required" || role === "when" || role === "otherwise";
}

function scenario(role: ScenarioSymbol["role"], head: Located, group: readonly Located[]): ScenarioSymbol {
  const steps: (StepSymbol & { readonly variables: NamedRef[] })[] = [];
  for (const it of group) {
    if (it.mention.role === "step") steps.push({ ...named(it), variables: [] });
    else if (it.mention.role === "step-variable") steps.at(-1)?.variables.push(named(it));
  }
  const end = group.find(({ mention }) => mention.role === "end")?.at;
  return { role, ...declared(head, group), steps, end };
}

function isDetail(role: Role): role is Detail["role"] {
  return role in DETAIL_LISTS;
}
