// Names and everything that bears them: what renaming, references and highlights start from.
import type { Model } from "./analyze.ts";
import type { Role } from "./mentions.ts";
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

/** Every mention of the name in the set, in order. */
export function mentionsOfName({ files }: Model, kind: NameKind, name: string): readonly Ref[] {
  const found: Ref[] = [];
  for (const [file, { source }] of files.entries()) {
    for (const [unit, { mentions }] of source.units.entries()) {
      // Written out: sets have ten thousands of mentions, and almost all of them are of other names.
      for (let mention = 0; mention < mentions.length; mention++) {
        const it = mentions[mention];
        if (it?.name === name && isNamed(it.role) && kindOfRole(it.role) === kind)
          found.push({ file, unit, mention });
      }
    }
  }
  return found;
}
