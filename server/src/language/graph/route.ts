// The line of an edge: right angles with rounded corners, ending where its arrow head begins.
import type { Point } from "./geometry.ts";

const CORNER = 8;
const HEAD = { length: 8, halfWidth: 4 } as const;

/** The line as SVG path data. It stops inside the head, so that the tip stays sharp. */
export function linePath(points: readonly Point[]): string {
  const corners = withoutRepeats(points);
  const [first] = corners;
  const tip = corners.at(-1);
  const last = corners.at(-2);
  if (!first || !tip || !last) return "";
  const stop = towards(tip, last, HEAD.length - 1);
  const line = [...corners.slice(0, -1), stop];
  const middle = line
    .slice(1, -1)
    .map((corner, index) => cornerPath(line[index] ?? corner, corner, line[index + 2] ?? corner));
  return [`M${at(first)}`, ...middle, `L${at(stop)}`].join("");
}

/** The arrow head as SVG path data; its tip is the last point. */
export function headPath(points: readonly Point[]): string {
  const corners = withoutRepeats(points);
  const tip = corners.at(-1);
  const last = corners.at(-2);
  if (!tip || !last) return "";
  const base = towards(tip, last, HEAD.length);
  const across = {
    x: ((base.y - tip.y) / HEAD.length) * HEAD.halfWidth,
    y: ((tip.x - base.x) / HEAD.length) * HEAD.halfWidth,
  };
  const one = { x: base.x + across.x, y: base.y + across.y };
  const other = { x: base.x - across.x, y: base.y - across.y };
  return `M${at(tip)}L${at(one)}L${at(other)}Z`;
}

function cornerPath(before: Point, corner: Point, after: Point): string {
  const radius = Math.min(CORNER, distance(before, corner) / 2, distance(corner, after) / 2);
  return `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`;
}

/** The point at this distance from one towards the other; never beyond it. */
function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  const share = whole === 0 ? 0 : Math.min(1, length / whole);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function withoutRepeats(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    return before?.x !== point.x || before.y !== point.y;
  });
}

function at({ x, y }: Point): string {
  return `${tenth(x)},${tenth(y)}`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
