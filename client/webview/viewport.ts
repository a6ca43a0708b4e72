// Where the picture is on the screen: a shift and a scale, and what moving, zooming and fitting make of them.
import type { Point, Rect, Size } from "../../server/src/language/graph/geometry.ts";

export interface Viewport {
  /** The screen position of the picture's origin. */
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What can be read at a scale: everything, names in large letters, or only outlines. */
export type Detail = "all" | "names" | "outlines";

const SMALLEST = 0.05;
const LARGEST = 4;
const STEP = 1.25;
const LEGIBLE = 0.4;
const ALL_FROM = 0.55;
const NAMES_FROM = 0.24;
const EDGE = 48;

export function detailOf({ scale }: Viewport): Detail {
  if (scale >= ALL_FROM) return "all";
  return scale >= NAMES_FROM ? "names" : "outlines";
}

export function pannedBy(view: Viewport, { x, y }: Point): Viewport {
  return { ...view, x: view.x + x, y: view.y + y };
}

/** The view at another scale; what is under the point of the screen stays there. */
export function scaledTo(view: Viewport, scale: number, around: Point): Viewport {
  const next = Math.min(LARGEST, Math.max(SMALLEST, scale));
  const factor = next / view.scale;
  return {
    scale: next,
    x: around.x - (around.x - view.x) * factor,
    y: around.y - (around.y - view.y) * factor,
  };
}

export function zoomedIn(view: Viewport, around: Point): Viewport {
  return scaledTo(view, view.scale * STEP, around);
}

export function zoomedOut(view: Viewport, around: Point): Viewport {
  return scaledTo(view, view.scale / STEP, around);
}

/** The whole picture in the middle of the screen, never larger than it is. */
export function fitting(picture: Size, screen: Size): Viewport {
  const whole = Math.min(1, screen.width / picture.width, screen.height / picture.height);
  const scale = Math.max(SMALLEST, whole);
  return {
    scale,
    x: (screen.width - picture.width * scale) / 2,
    y: Math.max(0, (screen.height - picture.height * scale) / 2),
  };
}

/** What is seen first: everything, or of a picture too large to be read so, its start at the top. */
export function opening(picture: Size, screen: Size, start: Rect | undefined): Viewport {
  const whole = fitting(picture, screen);
  if (whole.scale >= LEGIBLE || !start) return whole;
  const scale = Math.max(LEGIBLE, Math.min(1, screen.width / picture.width));
  const fits = picture.width * scale <= screen.width;
  const middle = fits ? picture.width / 2 : start.x + start.width / 2;
  return { scale, x: screen.width / 2 - middle * scale, y: EDGE - start.y * scale };
}

/** The view moved just so far that the box is seen. */
export function showing(view: Viewport, box: Rect, screen: Size): Viewport {
  const left = view.x + box.x * view.scale;
  const top = view.y + box.y * view.scale;
  return pannedBy(view, {
    x: intoRange(left, left + box.width * view.scale, screen.width),
    y: intoRange(top, top + box.height * view.scale, screen.height),
  });
}

/** The view of a new picture in which what was at one place of the picture and is now at another seems not to move. */
export function anchored(view: Viewport, before: Point, after: Point): Viewport {
  return pannedBy(view, { x: (before.x - after.x) * view.scale, y: (before.y - after.y) * view.scale });
}

/** The middle of the screen, in the picture's own pixels. */
export function middleOf({ x, y, scale }: Viewport, { width, height }: Size): Point {
  return { x: (width / 2 - x) / scale, y: (height / 2 - y) / scale };
}

/** What is seen already stays where it is; what is brought in comes with room beside it. */
function intoRange(from: number, to: number, end: number): number {
  if (from >= 0 && to <= end) return 0;
  if (from < EDGE) return EDGE - from;
  return to > end - EDGE ? Math.max(end - EDGE - to, EDGE - from) : 0;
}
