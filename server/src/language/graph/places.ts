// From the picture to the text and back: where a node or an edge is written, and which node a place belongs to.
import { objectiveNode, spanAt, type Model } from "../model/analyze.ts";
import { absolute } from "../model/source.ts";
import { touches, type Span } from "../text/span.ts";
import { partsOf } from "./parts.ts";

/** Where the node or edge of this id is written: the objective's name, or the arrow's target. */
export function spanOfGraphId(model: Model, id: string): Span | undefined {
  const { nodes, edges } = partsOf(model);
  const part = nodes.find((node) => node.id === id) ?? edges.find((edge) => edge.id === id);
  return part && spanAt(model, part.at);
}

/** The id of the node whose objective is written at the offset; of two that meet there, the later. */
export function graphIdAt(model: Model, offset: number): string | undefined {
  const { objectives } = model.symbols;
  const index = objectives.findLastIndex((symbol) => {
    const span = objectiveNode(model, symbol)?.span;
    return span && touches(absolute(model.source, symbol.at.unit, span), offset);
  });
  return partsOf(model).nodes[index]?.id;
}
