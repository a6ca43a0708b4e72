// Names and everything that bears them: what renaming, references and highlights start from.
import { mentionAt, type Model } from "./analyze.ts";
import type { Mention, Role } from "./mentions.ts";
import type { Source } from "./source.ts";
import type { Ref } from "./symbols.ts";

export type NameKind = "objective" | "variable" | "param";

/** What each role names; those that are absent have no name that others use. */
const KINDS = {
  objective: "objective",
  required: "objective",
  when: "objective",
  otherwise: "objective",
  step: "objective",
  variable: "variable",
  "step-variable": "variable",
  param: "param",
  "param-use": "param",
} as const satisfies Partial<Record<Role, NameKind>>;

export type NamedRole = keyof typeof KINDS;

export function isNamed(role: Role): role is NamedRole {
  return Object.hasOwn(KINDS, role);
}

export function kindOfRole(role: NamedRole): NameKind {
  return KINDS[role];
}

/** Whether a thing has its name from the mention, as a variable from where it is collected; the others use it. */
export function declares(model: Model, at: Ref): boolean {
  const role = mentionAt(model, at)?.role;
  return role !== undefined && isNamed(role) && role === KINDS[role];
}

/** Every mention of the name in the set, in order. */
export function mentionsOfName({ files }: Model, kind: NameKind, name: string): readonly Ref[] {
  const isMeant = (it: Mention): boolean =>
    it.name === name && isNamed(it.role) && kindOfRole(it.role) === kind;
  return files.flatMap(({ source }, file) => mentionsIn(source, file, isMeant));
}

function mentionsIn({ units }: Source, file: number, isMeant: (it: Mention) => boolean): readonly Ref[] {
  const found: Ref[] = [];
  units.forEach(({ mentions }, unit) => {
    mentions.forEach((it, mention) => {
      if (isMeant(it)) found.push({ file, unit, mention });
    });
  });
  return found;
}
