// From the picture to the text and back: where a node or an edge is written, and which node a place belongs to.
import { fileIndex, objectiveNode, placeAt, spanInFile, type Model } from "../model/analyze.ts";
import type { Place, Point } from "../text/place.ts";
import { touches } from "../text/span.ts";
import { partsOf } from "./parts.ts";

/** Where the node or edge of this id is written: the objective's name, or the arrow's target. */
export function placeOfGraphId(model: Model, id: string): Place | undefined {
  const { nodes, edges } = partsOf(model);
  const part = nodes.find((node) => node.id === id) ?? edges.find((edge) => edge.id === id);
  return part && placeAt(model, part.at);
}

/** The id of the node whose objective is written at the place; of two that meet there, the later. */
export function graphIdAt(model: Model, { file: id, offset }: Point): string | undefined {
  const file = fileIndex(model, id);
  const { objectives } = model.symbols;
  const index = objectives.findLastIndex((symbol) => {
    const span = objectiveNode(model, symbol)?.span;
    return symbol.at.file === file && span && touches(spanInFile(model, symbol.at, span), offset);
  });
  return partsOf(model).nodes[index]?.id;
}
