// Names that fixes give: valid ones, and such as nothing has yet.
import type { Model } from "../../model/analyze.ts";
import { mentionsOfName, type NameKind } from "../../model/names.ts";

/** The name where it is free, else the first of `name_2`, `name_3`, … that is. */
export function freeName(model: Model, kind: NameKind, name: string): string {
  return isFree(model, kind, name) ? name : numberedName(model, kind, name);
}

/** The first of `name_2`, `name_3`, … that nothing is called. */
export function numberedName(model: Model, kind: NameKind, name: string): string {
  let number = 2;
  while (!isFree(model, kind, `${name}_${number}`)) number += 1;
  return `${name}_${number}`;
}

/** The name in letters, digits and '_' as the whole platform takes it; "" where nothing of it is left. */
export function validName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "")
    .slice(0, LONGEST_NAME)
    .replace(/_+$/, "");
}

const LONGEST_NAME = 100;

function isFree(model: Model, kind: NameKind, name: string): boolean {
  return mentionsOfName(model, kind, name).length === 0;
}
