// Names and everything that bears them: what renaming, references and highlights start from.
import type { Model } from "./analyze.ts";
import type { Role } from "./mentions.ts";
import type { Ref } from "./symbols.ts";

export type NameKind = "objective" | "variable" | "param";

/** What a role names; undefined for what has no name that others use. */
export function kindOfRole(role: Role): NameKind | undefined {
  return KINDS[role];
}

/** Every mention of the name in the set, in order. */
export function mentionsOfName({ files }: Model, kind: NameKind, name: string): readonly Ref[] {
  return files.flatMap(({ source }, file) =>
    source.units.flatMap(({ mentions }, unit) =>
      mentions.flatMap((it, mention) =>
        it.name === name && kindOfRole(it.role) === kind ? [{ file, unit, mention }] : [],
      ),
    ),
  );
}

const KINDS: Readonly<Partial<Record<Role, NameKind>>> = {
  objective: "objective",
  required: "objective",
  when: "objective",
  otherwise: "objective",
  step: "objective",
  variable: "variable",
  "step-variable": "variable",
  param: "param",
  "param-use": "param",
};
