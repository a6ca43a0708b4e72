// What a layout takes and what it gives: sizes and links on one side, places on the other.
import type { Point, Rect, Size } from "./geometry.ts";

/** What a layout needs to know of a graph. Two graphs of one shape have one layout. */
export interface GraphShape {
  readonly nodes: readonly Size[];
  readonly edges: readonly EdgeShape[];
}

export interface EdgeShape {
  /** Indices into the nodes. */
  readonly source: number;
  readonly target: number;
  readonly label: Size | undefined;
}

/** `plain`: the engine gave no answer, so that the cards stand below one another. In the order of the shape. */
export interface GraphLayout {
  readonly kind: "layered" | "plain";
  readonly size: Size;
  readonly nodes: readonly Rect[];
  readonly edges: readonly Route[];
}

export interface Route {
  /** From the source's border to the target's. */
  readonly points: readonly Point[];
  readonly label: Rect | undefined;
}
