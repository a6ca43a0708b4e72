// The view of the picture: laws of moving, zooming and fitting.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as viewport from "../../client/webview/viewport.ts";
import { LAW } from "../support/generators.ts";

const SCREEN = { width: 800, height: 600 };
const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
const anyView = fc.record({ x: number(-5_000, 5_000), y: number(-5_000, 5_000), scale: number(0.05, 4) });
const whole = fc.integer({ min: -2_000, max: 2_000 });
const anyPoint = fc.record({ x: number(0, 800), y: number(0, 600) });
const anySize = fc.record({ width: number(1, 20_000), height: number(1, 20_000) });

describe("the view", () => {
  test("keeps what is under the hand while it zooms", () => {
    fc.assert(
      fc.property(anyView, anyPoint, number(0.2, 5), (view, hand, factor) => {
        const next = viewport.scaledTo(view, view.scale * factor, hand);
        const [before, after] = [inPicture(view, hand), inPicture(next, hand)];
        expect(after.x).toBeCloseTo(before.x, 3);
        expect(after.y).toBeCloseTo(before.y, 3);
      }),
      LAW,
    );
  });

  test("comes back when it zooms in and out", () => {
    const view = { x: 10, y: 20, scale: 1 };
    const { x, y, scale } = viewport.zoomedOut(viewport.zoomedIn(view, SCREEN_MIDDLE), SCREEN_MIDDLE);
    expect([x, y, scale].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([10, 20, 1]);
  });

  test("fits the whole picture, in the middle, never enlarged", () => {
    fc.assert(
      fc.property(anySize, (picture) => {
        const { x, y, scale } = viewport.fitting(picture, SCREEN);
        expect(scale).toBeLessThanOrEqual(1);
        if (scale > 0.05) {
          expect(x).toBeGreaterThanOrEqual(-1e-6);
          expect(y).toBeGreaterThanOrEqual(-1e-6);
          expect(x + picture.width * scale).toBeLessThanOrEqual(SCREEN.width + 1e-6);
        }
      }),
      LAW,
    );
  });

  test("of a picture too large to be read opens at its start", () => {
    const start = { x: 400, y: 32, width: 248, height: 80 };
    const view = viewport.opening({ width: 1_000, height: 6_000 }, SCREEN, start);
    expect(view).toEqual({ x: 0, y: 22.4, scale: 0.8 });
  });

  test("moves just as far as a card needs to be seen", () => {
    fc.assert(
      fc.property(whole, whole, whole, whole, (x, y, left, top) => {
        const card = { x: left, y: top, width: 100, height: 50 };
        const next = viewport.showing({ x, y, scale: 1 }, card, SCREEN);
        const room = next.x === x ? 0 : 48;
        expect(next.x + card.x).toBeGreaterThanOrEqual(room);
        expect(next.x + card.x + card.width).toBeLessThanOrEqual(SCREEN.width - room);
        expect(viewport.showing(next, card, SCREEN)).toEqual(next);
      }),
      LAW,
    );
  });

  test("does not move for a card that is seen already", () => {
    const view = { x: 10, y: 10, scale: 1 };
    expect(viewport.showing(view, { x: 0, y: 0, width: 248, height: 80 }, SCREEN)).toEqual(view);
  });

  test("keeps an anchor where it is on the screen", () => {
    const view = { x: 5, y: 6, scale: 2 };
    const next = viewport.anchored(view, { x: 10, y: 10 }, { x: 40, y: 0 });
    expect(next).toEqual({ x: -55, y: 26, scale: 2 });
  });

  test.each([
    [1, "all"],
    [0.5, "names"],
    [0.1, "outlines"],
  ])("at scale %d shows %s", (scale, detail) => {
    expect(viewport.detailOf({ x: 0, y: 0, scale })).toBe(detail);
  });
});

const SCREEN_MIDDLE = { x: 400, y: 300 };

function inPicture({ x, y, scale }: viewport.Viewport, point: { readonly x: number; readonly y: number }) {
  return { x: (point.x - x) / scale, y: (point.y - y) / scale };
}
