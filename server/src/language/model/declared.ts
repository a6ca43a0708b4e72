// What a unit declares, as symbols: made of its mentions alone.
import { sized } from "../text/sized.ts";
import type { Mention, Role } from "./mentions.ts";
import {
  DETAIL_LISTS,
  type DeclarationSymbol,
  type Detail,
  type EdgeRole,
  type EdgeSymbol,
  type NamedPlace,
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

function declaration({ mention, at }: Located, group: readonly Located[]): DeclarationSymbol {
  const { role, name, declaration, value } = mention;
  const details = detailsIn(group);
  if (role === "scenario") {
    const scenario: ScenarioSymbol = { role, name, at, declaration, details, ...stepsIn(group) };
    return scenario;
  }
  if (role !== "objective") return { role, name, at, declaration, details, value };
  // Written out here and below: what an object takes over from another by `...` V8 keeps apart from it, in more room.
  const { edges, variables } = arrowsAndVariables(group);
  const objective: ObjectiveSymbol = { role, name, at, declaration, details, edges, variables };
  return objective;
}

function detailsIn(group: readonly Located[]): readonly Detail[] {
  const details: Detail[] = [];
  for (const { mention, at } of group) {
    if (isDetail(mention.role)) details.push({ role: mention.role, name: mention.name, at });
  }
  return sized(details);
}

function isDetail(role: Role): role is Detail["role"] {
  return role in DETAIL_LISTS;
}

function arrowsAndVariables(group: readonly Located[]): Pick<ObjectiveSymbol, "edges" | "variables"> {
  const edges: EdgeSymbol[] = [];
  const variables: NamedPlace[] = [];
  for (const { mention, at } of group) {
    const { role: kind, name } = mention;
    const { file, unit, mention: index } = at;
    if (isEdgeRole(kind)) edges.push({ file, unit, mention: index, name, kind });
    else if (kind === "variable") variables.push({ file, unit, mention: index, name });
  }
  return { edges: sized(edges), variables: sized(variables) };
}

function isEdgeRole(role: Role): role is EdgeRole {
  return role === "required" || role === "when" || role === "otherwise";
}

function stepsIn(group: readonly Located[]): Pick<ScenarioSymbol, "steps" | "end"> {
  const steps: (StepSymbol & { readonly variables: NamedRef[] })[] = [];
  for (const { mention, at } of group) {
    const { role, name } = mention;
    if (role === "step") steps.push({ name, at, variables: [] });
    else if (role === "step-variable") steps.at(-1)?.variables.push({ name, at });
  }
  return { steps, end: group.find(({ mention }) => mention.role === "end")?.at };
}
