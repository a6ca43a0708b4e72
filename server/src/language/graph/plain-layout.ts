// The layout without an engine: cards below one another, every edge in a lane of its own at their right.
import type { Point, Rect, Size } from "./geometry.ts";
import { groupedBy } from "../text/grouped.ts";
import type { EdgeShape, GraphLayout, GraphShape, Route } from "./shape.ts";

const ROW_GAP = 28;
const TRACK = 14;
const LABEL_GAP = 10;
const LANE_GAP = 24;
const LABELS_LEFT = 24;

/** Cards in source order. It is plain, but nothing overlaps, and every edge and condition is there. */
export function plainLayout(shape: GraphShape): GraphLayout {
  const rows = rowsOf(shape);
  const cardsWidth = Math.max(0, ...shape.nodes.map(({ width }) => width));
  const labelsWidth = Math.max(0, ...shape.edges.map(({ label }) => label?.width ?? 0));
  const lanesLeft = cardsWidth + LABELS_LEFT + labelsWidth + LANE_GAP;
  const ends = shape.edges.map((edge, index) => endsOf(edge, index, rows));
  const lanes = lanesOf(ends);
  const laneCount = Math.max(0, ...lanes.map((lane) => lane + 1));
  const size: Size = {
    width: laneCount === 0 ? cardsWidth : lanesLeft + laneCount * TRACK,
    height: rows.at(-1)?.bottom ?? 0,
  };
  return {
    kind: "plain",
    size,
    nodes: rows.map(({ card }) => card),
    edges: ends.map((end, index) => ({
      points: pointsOf(end, lanesLeft + (lanes[index] ?? 0) * TRACK),
      label: labelOf(shape.edges[index], end, cardsWidth),
    })),
  };
}

/** From top to bottom: a track for each edge that comes in, the card, and room for each edge that goes out. */
interface Row {
  readonly card: Rect;
  readonly bottom: number;
  readonly entries: readonly Track[];
  readonly exits: readonly Track[];
}

interface Track {
  readonly edge: number;
  readonly y: number;
}

function rowsOf({ nodes, edges }: GraphShape): readonly Row[] {
  const touching = edges.map((edge, index) => ({ ...edge, index }));
  const incoming = groupedBy(touching, ({ target }) => target);
  const outgoing = groupedBy(touching, ({ source }) => source);
  let top = -ROW_GAP;
  return nodes.map((node, index) => {
    top += ROW_GAP;
    const entries = (incoming.get(index) ?? []).map((edge) => ({ edge: edge.index, y: (top += TRACK) }));
    const card = { x: 0, y: (top += TRACK), ...node };
    top += node.height + LABEL_GAP;
    const exits = (outgoing.get(index) ?? []).map((edge) => {
      const height = Math.max(TRACK, edge.label?.height ?? 0);
      top += height + LABEL_GAP;
      return { edge: edge.index, y: top - LABEL_GAP - height / 2 };
    });
    return { card, bottom: top, entries, exits };
  });
}

/** Where an edge leaves its card, runs to its lane, comes back from it, and meets the other card. */
interface Ends {
  readonly start: Point;
  readonly exitY: number;
  readonly entryY: number;
  readonly end: Point;
}

function endsOf({ source, target }: EdgeShape, edge: number, rows: readonly Row[]): Ends {
  const [from, to] = [rows[source], rows[target]];
  if (!from || !to) return { start: NOWHERE, exitY: 0, entryY: 0, end: NOWHERE };
  const exit = from.exits.findIndex((track) => track.edge === edge);
  const entry = to.entries.findIndex((track) => track.edge === edge);
  return {
    // The higher an exit runs, the further right it leaves, so that none crosses another's condition.
    start: {
      x: portAt(from.card, from.exits.length - exit, from.exits.length),
      y: from.card.y + from.card.height,
    },
    exitY: from.exits[exit]?.y ?? 0,
    entryY: to.entries[entry]?.y ?? 0,
    end: { x: portAt(to.card, entry + 1, to.entries.length), y: to.card.y },
  };
}

const NOWHERE: Point = { x: 0, y: 0 };

function portAt({ width }: Size, place: number, count: number): number {
  return Math.round((width * place) / (count + 1));
}

/** For each edge a lane in which no other runs at the same height: the first that is free. */
function lanesOf(ends: readonly Ends[]): readonly number[] {
  const order = ends.map((_, index) => index).sort((one, other) => topOf(ends[one]) - topOf(ends[other]));
  const laneBottoms: number[] = [];
  const lanes: number[] = [];
  for (const index of order) {
    const free = laneBottoms.findIndex((bottom) => bottom < topOf(ends[index]));
    const lane = free < 0 ? laneBottoms.length : free;
    laneBottoms[lane] = bottomOf(ends[index]);
    lanes[index] = lane;
  }
  return lanes;
}

function topOf(ends: Ends | undefined): number {
  return Math.min(ends?.exitY ?? 0, ends?.entryY ?? 0);
}

function bottomOf(ends: Ends | undefined): number {
  return Math.max(ends?.exitY ?? 0, ends?.entryY ?? 0);
}

function pointsOf({ start, exitY, entryY, end }: Ends, lane: number): readonly Point[] {
  return [
    start,
    { x: start.x, y: exitY },
    { x: lane, y: exitY },
    { x: lane, y: entryY },
    { x: end.x, y: entryY },
    end,
  ];
}

function labelOf(edge: EdgeShape | undefined, { exitY }: Ends, cardsWidth: number): Route["label"] {
  const label = edge?.label;
  return label && { x: cardsWidth + LABELS_LEFT, y: exitY - label.height / 2, ...label };
}
