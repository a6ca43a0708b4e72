// What the preview's panel and its page say to each other, and the check of what the page says.
import type { GraphResult } from "../../../server/src/protocol.ts";
import type { FontWidths } from "../../../server/src/language/graph/metrics.ts";

export type ToPage =
  | { readonly type: "graph"; readonly graph: GraphResult }
  /** The document cannot be drawn, as it is not open. */
  | { readonly type: "nothing" }
  | { readonly type: "select"; readonly id: string | null };

export type FromPage =
  /** Sent once the page listens, and again when its font changes. */
  | { readonly type: "ready"; readonly fonts: FontWidths | null }
  /** Show where a node or an edge is written; `source` moves the cursor there. */
  | { readonly type: "reveal"; readonly id: string; readonly focus: "graph" | "source" }
  | { readonly type: "problems" };

/** What the page says beside its markup, in the reader's language; numbers go where `{0}` and `{1}` stand. */
export interface PageWords {
  readonly objective: Counted;
  readonly edge: Counted;
  readonly error: Counted;
  readonly warning: Counted;
  readonly showProblems: string;
  readonly hits: string;
  readonly noHits: string;
}

export interface Counted {
  readonly one: string;
  readonly many: string;
}

/** What the page keeps for when the window is loaded again. */
export interface PageState {
  readonly uri: string;
  readonly view?: { readonly x: number; readonly y: number; readonly scale: number };
  readonly selected?: string;
}

const GLYPHS = 95;

/** The page's message; undefined where it is none of ours. */
export function fromPage(data: unknown): FromPage | undefined {
  if (!isRecord(data)) return undefined;
  switch (data["type"]) {
    case "ready":
      return { type: "ready", fonts: fontsOf(data["fonts"]) };
    case "reveal":
      return revealOf(data);
    case "problems":
      return { type: "problems" };
    default:
      return undefined;
  }
}

/** The document that a page showed before the window was loaded again. */
export function uriOfState(state: unknown): string | undefined {
  return isRecord(state) && typeof state["uri"] === "string" ? state["uri"] : undefined;
}

function revealOf({ id, focus }: Readonly<Record<string, unknown>>): FromPage | undefined {
  if (typeof id !== "string" || (focus !== "graph" && focus !== "source")) return undefined;
  return { type: "reveal", id, focus };
}

function fontsOf(fonts: unknown): FontWidths | null {
  if (!isRecord(fonts)) return null;
  const { regular, bold } = fonts;
  return isGlyphs(regular) && isGlyphs(bold) ? { regular, bold } : null;
}

function isGlyphs(widths: unknown): widths is readonly number[] {
  return Array.isArray(widths) && widths.length === GLYPHS && widths.every(isWidth);
}

function isWidth(width: unknown): boolean {
  return typeof width === "number" && width >= 0 && width < 10_000;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
