// Draws a shape as a railroad diagram: an SVG that is read from left to right, in light and in dark.
import type { Shape } from "./shape.ts";

/** A piece of track: it is entered at the left and left at the right, on one line. */
interface Track {
  readonly width: number;
  /** How far it reaches above and below that line. */
  readonly up: number;
  readonly down: number;
  /** Its drawing, entered at this point. */
  readonly draw: (x: number, y: number) => string;
}

/** In pixels, as all of these: how wide a character of the font is, about. */
const CHARACTER = 7.8;
const PADDING = 11;
/** Half of a box's height. */
const HALF = 14;
/** Between what lies above and below. */
const GAP = 14;
/** The radius of a bend. */
const BEND = 10;
/** Between what follows one another. */
const BETWEEN = 12;
const MARGIN = 12;

export function railroad(shape: Shape): string {
  const track = trackOf(shape);
  const start = { x: MARGIN + BEND, y: MARGIN + Math.max(track.up, HALF) };
  const end = start.x + BEND + track.width;
  const width = round(end + 2 * BEND + MARGIN);
  const height = round(start.y + Math.max(track.down, HALF) + MARGIN);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${STYLE}</style>`,
    line(start.x, start.y, BEND) + track.draw(start.x + BEND, start.y) + line(end, start.y, BEND),
    station(start.x, start.y) + station(end + BEND, start.y),
    "</svg>\n",
  ].join("\n");
}

const STYLE = [
  "path{fill:none;stroke:#8a8a8a;stroke-width:1.5}",
  "circle{fill:#8a8a8a}",
  'text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"JetBrains Mono","DejaVu Sans Mono",monospace;text-anchor:middle;font-variant-ligatures:none}',
  ".word rect{fill:#e6f0fb;stroke:#1a6fc4}.word text{fill:#0b4a8c;font-weight:600}",
  ".rule rect{fill:#f6f6f6;stroke:#b5b5b5}.rule text{fill:#2b2b2b}",
  "@media(prefers-color-scheme:dark){",
  ".word rect{fill:#1d3048;stroke:#4c9fe8}.word text{fill:#a9d3fa}",
  ".rule rect{fill:#2b2b2b;stroke:#6a6a6a}.rule text{fill:#e2e2e2}",
  "}",
].join("");

function trackOf(shape: Shape): Track {
  switch (shape.kind) {
    case "word":
      return box(shape.text, "word", HALF);
    case "rule":
      return box(shape.name, "rule", 3);
    case "sequence":
      return inARow(shape.items.map(trackOf));
    case "choice":
      return oneOf(shape.items.map(trackOf));
    case "optional":
      return passable(trackOf(shape.item));
    case "repeated":
      return passable(looped(trackOf(shape.item), BACKWARDS));
    case "list":
      return looped(trackOf(shape.item), trackOf(shape.separator));
  }
}

function box(text: string, kind: "word" | "rule", corner: number): Track {
  const width = Math.max(2 * HALF, round(text.length * CHARACTER) + 2 * PADDING);
  return {
    width,
    up: HALF,
    down: HALF,
    draw: (x, y) =>
      `<g class="${kind}"><rect x="${round(x)}" y="${round(y - HALF)}" width="${width}" height="${2 * HALF}" rx="${corner}"/>` +
      `<text x="${round(x + width / 2)}" y="${round(y + 4.5)}">${escaped(text)}</text></g>`,
  };
}

function inARow(tracks: readonly Track[]): Track {
  const starts = runningSums(tracks.map(({ width }) => width + BETWEEN));
  return {
    width: sum(tracks.map(({ width }) => width)) + BETWEEN * (tracks.length - 1),
    up: Math.max(...tracks.map(({ up }) => up)),
    down: Math.max(...tracks.map(({ down }) => down)),
    draw: (x, y) =>
      tracks
        .map((track, index) => {
          const from = x + (starts[index] ?? 0);
          return (
            track.draw(from, y) + (index === tracks.length - 1 ? "" : line(from + track.width, y, BETWEEN))
          );
        })
        .join(""),
  };
}

/** A mark on the way back. */
const BACKWARDS: Track = {
  width: 4,
  up: 0,
  down: 4,
  draw: (x, y) => line(x, y, 4) + path(`M${point(x + 4, y - 4)}l-4 4l4 4`),
};

/** The first on the line, the others below it. */
function oneOf(tracks: readonly Track[]): Track {
  const inner = Math.max(...tracks.map(({ width }) => width));
  const depths = depthsOf(tracks);
  const depthOf = (index: number): number => depths[index] ?? 0;
  return {
    width: inner + 4 * BEND,
    up: tracks[0]?.up ?? 0,
    down: Math.max(...tracks.map(({ down }, index) => depthOf(index) + down)),
    draw: (x, y) => tracks.map((track, index) => branch(track, inner, x, y, depthOf(index))).join(""),
  };
}

function depthsOf(tracks: readonly Track[]): readonly number[] {
  const steps = tracks.map((track, index) => {
    const above = tracks[index - 1];
    return above ? Math.max(above.down + GAP + track.up, 2 * BEND) : 0;
  });
  return runningSums([...steps, 0]).slice(1);
}

function branch(track: Track, inner: number, x: number, y: number, depth: number): string {
  return (
    path(`M${point(x, y)}${sidestep(depth)}`) +
    padded(track, inner, x + 2 * BEND, y + depth) +
    path(`M${point(x + 2 * BEND + inner, y + depth)}${sidestep(-depth)}`)
  );
}

function padded(track: Track, inner: number, x: number, y: number): string {
  return track.draw(x, y) + line(x + track.width, y, inner - track.width);
}

/** With a way past it, above. */
function passable(track: Track): Track {
  const rise = Math.max(track.up + GAP, 2 * BEND);
  return {
    width: track.width + 4 * BEND,
    up: rise,
    down: track.down,
    draw: (x, y) =>
      branch(track, track.width, x, y, 0) +
      path(`M${point(x, y)}${sidestep(-rise)}h${round(track.width)}${sidestep(rise)}`),
  };
}

/** With a way back to its beginning, below, on which the separator lies. */
function looped(track: Track, separator: Track): Track {
  const inner = Math.max(track.width, separator.width);
  const drop = Math.max(track.down + GAP + separator.up, 2 * BEND);
  const side = (inner - separator.width) / 2;
  return {
    width: inner + 2 * BEND,
    up: track.up,
    down: drop + separator.down,
    draw: (x, y) => {
      const [left, right] = [x + BEND, x + BEND + inner];
      return (
        line(x, y, BEND) +
        padded(track, inner, left, y) +
        line(right, y, BEND) +
        path(
          `M${point(right, y)}${bend("right", "down")}v${round(drop - 2 * BEND)}${bend("down", "left")}h${round(-side)}`,
        ) +
        separator.draw(left + side, y + drop) +
        path(
          `M${point(left + side, y + drop)}h${round(-side)}${bend("left", "up")}v${round(2 * BEND - drop)}${bend("up", "right")}`,
        )
      );
    },
  };
}

type Direction = "left" | "right" | "up" | "down";

const STEP: Readonly<Record<Direction, readonly [x: number, y: number]>> = {
  left: [-BEND, 0],
  right: [BEND, 0],
  up: [0, -BEND],
  down: [0, BEND],
};

/** A quarter of a circle from one direction into another. */
function bend(from: Direction, to: Direction): string {
  const [fromX, fromY] = STEP[from];
  const [toX, toY] = STEP[to];
  return `q${fromX} ${fromY} ${fromX + toX} ${fromY + toY}`;
}

/** To the right by two bends, and as far down as that; up where it is negative. */
function sidestep(down: number): string {
  if (down === 0) return `h${2 * BEND}`;
  const direction = down > 0 ? "down" : "up";
  const rest = down - Math.sign(down) * 2 * BEND;
  return `${bend("right", direction)}v${round(rest)}${bend(direction, "right")}`;
}

function line(x: number, y: number, length: number): string {
  return length === 0 ? "" : path(`M${point(x, y)}h${round(length)}`);
}

function path(steps: string): string {
  return `<path d="${steps}"/>`;
}

function station(x: number, y: number): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="4"/>`;
}

function point(x: number, y: number): string {
  return `${round(x)} ${round(y)}`;
}

/** What comes before each of the numbers, added up. */
function runningSums(numbers: readonly number[]): readonly number[] {
  return numbers.map((_, index) => sum(numbers.slice(0, index)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
