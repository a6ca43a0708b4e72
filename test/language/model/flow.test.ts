// The flow of a set: its start and ends, what is reached, and the shortest way around each circle.
import { expect, test } from "vitest";
import { collectedAgain } from "../../../server/src/language/model/collected-again.ts";
import { collectedBefore } from "../../../server/src/language/model/collected-before.ts";
import type { Flow } from "../../../server/src/language/model/flow.ts";
import { indicesIn } from "../../../server/src/language/model/ways.ts";
import { modelOf } from "../../support/fixture.ts";

/** The flow of `a>b,c b>c c`: each objective with those that its arrows lead to. */
function flowOfWays(ways: string): { readonly flow: Flow; readonly names: readonly string[] } {
  const objectives = ways.split(" ").map((way) => {
    const [name = "", targets] = way.split(">");
    const arrows = (targets?.split(",") ?? []).map((target) => `\n  -> ${target}`);
    return { name, text: `objective ${name} {\n  prompt "p"${arrows.join("")}\n}\n` };
  });
  const text = `objectives "S"\n${objectives.map((it) => it.text).join("")}`;
  return { flow: modelOf(text).flow, names: objectives.map(({ name }) => name) };
}

interface Expected {
  readonly starts: string;
  readonly start: string;
  readonly ends: string;
  readonly reached: string;
  readonly cycles?: readonly string[];
}

function checkFlow(ways: string, expected: Expected): void {
  const { flow, names } = flowOfWays(ways);
  const said = (indices: Iterable<number>): string => [...indices].map((index) => names[index]).join(" ");
  const { starts, start, ends, reached, cycles } = flow;
  expect({
    starts: said(starts),
    start: start === undefined ? "" : said([start]),
    ends: said(ends),
    reached: said(indicesIn(reached)),
    cycles: cycles.map(said),
  }).toEqual({ cycles: [], ...expected });
}

test.each<readonly [what: string, ways: string, expected: Expected]>([
  ["one objective", "a", { starts: "a", start: "a", ends: "a", reached: "a" }],
  ["a chain", "a>b b>c c", { starts: "a", start: "a", ends: "c", reached: "a b c" }],
  ["a chain from below", "c b>c a>b", { starts: "a", start: "a", ends: "c", reached: "c b a" }],
  ["a diamond", "a>b,c b>d c>d d", { starts: "a", start: "a", ends: "d", reached: "a b c d" }],
  ["two arrows to one", "a>b,b b", { starts: "a", start: "a", ends: "b", reached: "a b" }],
  [
    "the largest of two starts",
    "a>b b c>d,e d e",
    { starts: "a c", start: "c", ends: "b d e", reached: "c d e" },
  ],
  ["the first of equal starts", "a>b b c>d d", { starts: "a c", start: "a", ends: "b d", reached: "a b" }],
  ["a lost arrow is no end", "a>nowhere", { starts: "a", start: "a", ends: "", reached: "a" }],
  [
    "a start that leads to itself",
    "a>a,b b",
    { starts: "a", start: "a", ends: "b", reached: "a b", cycles: ["a"] },
  ],
  ["a circle without a start", "a>b b>a", { starts: "", start: "", ends: "", reached: "", cycles: ["a b"] }],
  [
    "a circle behind the start",
    "a>b b>c c>b,d d",
    { starts: "a", start: "a", ends: "d", reached: "a b c d", cycles: ["b c"] },
  ],
  [
    "two circles in one group, the shorter first",
    "s>a a>b b>c c>a,d d>c",
    { starts: "s", start: "s", ends: "", reached: "s a b c d", cycles: ["c d", "a b c"] },
  ],
  [
    "two circles apart, in the order of the text",
    "s>x,a a>b b>a x>y y>x",
    { starts: "s", start: "s", ends: "", reached: "s a b x y", cycles: ["a b", "x y"] },
  ],
  [
    "a name's second objective is no start, and no arrow leads to it",
    "a>b b>c b>d c d",
    { starts: "a", start: "a", ends: "c d", reached: "a b c" },
  ],
])("%s", (_, ways, expected) => {
  checkFlow(ways, expected);
});

test("a set without objectives has neither start nor circle", () => {
  const { starts, start, ends, reached, cycles } = modelOf('objectives "S"').flow;
  expect({ starts, start, ends, reached, cycles }).toEqual({
    starts: [],
    start: undefined,
    ends: [],
    reached: new Uint8Array(),
    cycles: [],
  });
});

const SIZE = 10_000;

/** A large set in which every objective leads to these. */
function flowOfMany(targets: (index: number) => readonly number[]): Flow {
  const ways = Array.from({ length: SIZE }, (_, index) => {
    const named = targets(index).map((target) => `o${target % SIZE}`);
    return named.length === 0 ? `o${index}` : `o${index}>${named.join(",")}`;
  });
  return flowOfWays(ways.join(" ")).flow;
}

/** Within the time of a test and without a deep stack, which squares of ten thousand are not. */
function checkMany(targets: (index: number) => readonly number[], expected: Partial<Sizes>): void {
  const { starts, start, ends, reached, cycles } = flowOfMany(targets);
  const sizes: Sizes = {
    starts: starts.length,
    start,
    ends: ends.length,
    reached: indicesIn(reached).length,
    cycles: cycles.length,
    longest: cycles.at(-1)?.length ?? 0,
  };
  expect(sizes).toEqual({ ...sizes, ...expected });
}

interface Sizes {
  readonly starts: number;
  readonly start: number | undefined;
  readonly ends: number;
  readonly reached: number;
  readonly cycles: number;
  readonly longest: number;
}

const LAST = SIZE - 1;

test.each<readonly [what: string, targets: (index: number) => readonly number[], expected: Partial<Sizes>]>([
  ["a chain", (it) => (it < LAST ? [it + 1] : []), { start: 0, ends: 1, reached: SIZE, cycles: 0 }],
  ["a chain from below", (it) => (it > 0 ? [it - 1] : []), { start: LAST, ends: 1, reached: SIZE }],
  ["one circle", (it) => [it + 1], { start: undefined, cycles: 1, longest: SIZE }],
  [
    "a fan",
    (it) => (it === 0 ? [...Array(SIZE).keys()].slice(1) : []),
    { start: 0, ends: LAST, reached: SIZE },
  ],
  [
    "half of them starts of the other half, a chain",
    (it) => (it < SIZE / 2 ? [SIZE / 2, SIZE / 2 + 1] : it < LAST ? [it + 1] : []),
    { starts: SIZE / 2, start: 0, reached: SIZE / 2 + 1 },
  ],
  ["every one back to the first", (it) => [it + 1, 0], { start: undefined, cycles: 100, longest: SIZE }],
  ["every one back to the one before", (it) => [it + 1, it + LAST], { start: undefined, cycles: 100 }],
  ["pairs", (it) => [it % 2 === 0 ? it + 1 : it - 1], { start: undefined, cycles: 100, longest: 2 }],
  [
    "a mesh that leads on",
    (it) => Array.from({ length: 20 }, (_, by) => it + 1 + by * by).filter((to) => to <= LAST),
    { start: 0, ends: 1, reached: SIZE, cycles: 0 },
  ],
  [
    "a mesh that leads back",
    (it) => Array.from({ length: 20 }, (_, by) => it + 1 + by * by * 7),
    { start: undefined, cycles: 100 },
  ],
])("ten thousand: %s", (_, targets, expected) => {
  checkMany(targets, expected);
});

test("ten thousand: what is collected again and before, in a chain of pairs", () => {
  const objectives = Array.from({ length: SIZE }, (_, index) => {
    const arrow = index < LAST ? `\n  -> o${index + 1}` : "";
    return `objective o${index} {\n  prompt "p"\n  collect v${index % (SIZE / 2)}, note${arrow}\n}\n`;
  });
  const { symbols, flow } = modelOf(`objectives "S"\n${objectives.join("")}`);
  const again = [...collectedAgain(flow)];
  expect(again.length).toBe(LAST + 99);
  expect(new Set(again.map(({ walk }) => walk.length))).toEqual(new Set([2, SIZE / 2 + 1]));
  expect(collectedBefore(symbols.objectives, flow, LAST).length).toBe(SIZE / 2 + 1);
});
