// What a file declares that people look for by name from anywhere in a workspace.
import type { Role } from "../model/mentions.ts";
import { absolute, type Source } from "../model/source.ts";
import type { Span } from "../text/span.ts";

export interface WorkspaceSymbol {
  readonly kind: "set" | "objective" | "param" | "scenario";
  readonly name: string;
  /** The name in the text. */
  readonly span: Span;
}

/** In the order of the text. What has no name yet cannot be found by it. */
export function symbolsIn(source: Source): readonly WorkspaceSymbol[] {
  const symbols: WorkspaceSymbol[] = [];
  source.units.forEach(({ mentions }, unit) => {
    mentions.forEach(({ role, name, span }) => {
      const kind = KINDS.get(role);
      if (kind && name.trim() !== "") symbols.push({ kind, name, span: absolute(source, unit, span) });
    });
  });
  return symbols;
}

const KINDS: ReadonlyMap<Role, WorkspaceSymbol["kind"]> = new Map([
  ["header", "set"],
  ["objective", "objective"],
  ["param", "param"],
  ["scenario", "scenario"],
]);
