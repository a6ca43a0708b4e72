// Our own requests and notifications between the language server and its client: names and shapes only.
import type { DrawnEdge, DrawnNode, Drawing } from "./language/graph/draw.ts";
import type { FontWidths } from "./language/graph/metrics.ts";

/** Answered by the server. Positions are lines and UTF-16 columns from 0, as in the Language Server Protocol. */
export interface Requests {
  /** The picture of a set; null where the document is not open or is no text of ours. */
  readonly "objectives/graph": { readonly params: GraphParams; readonly result: GraphResult | null };
  /** Where the node or edge of the picture is written; null where it is gone. */
  readonly "objectives/reveal": { readonly params: RevealParams; readonly result: Place | null };
  /** The id of the node whose objective is written there. */
  readonly "objectives/nodeAt": { readonly params: NodeAtParams; readonly result: string | null };
}

/** Sent by the server. */
export interface Notifications {
  /** The picture of this document may look different now. */
  readonly "objectives/graphChanged": { readonly uri: string; readonly version: number };
}

export interface GraphParams {
  readonly uri: string;
  /** The glyph widths of the viewer's font. */
  readonly fonts?: FontWidths;
}

export interface GraphResult {
  /** Of the document that is drawn. */
  readonly version: number;
  readonly svg: string;
  readonly layout: Drawing["layout"];
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly problems: ProblemCounts;
}

export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
}

export interface RevealParams {
  readonly uri: string;
  /** Of a node or an edge. */
  readonly id: string;
}

export interface NodeAtParams {
  readonly uri: string;
  readonly position: TextPosition;
}

export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface Place {
  readonly uri: string;
  readonly range: { readonly start: TextPosition; readonly end: TextPosition };
}
