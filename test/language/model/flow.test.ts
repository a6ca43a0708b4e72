// The flow of a set: its start and ends, what is reached, and the shortest way around each circle.
import fc from "fast-check";
import { expect, test } from "vitest";
import { reachedFrom, type Flow } from "../../../server/src/language/model/flow.ts";
import { LAW } from "../../support/generators.ts";
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
    reached: said([...reached].toSorted((one, other) => one - other)),
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
    "the shorter of two circles in one group",
    "s>a a>b b>c c>a,d d>c",
    { starts: "s", start: "s", ends: "", reached: "s a b c d", cycles: ["c d"] },
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
    reached: new Set(),
    cycles: [],
  });
});

/** Up to seven objectives, each with the ones it leads to. */
const anyWays: fc.Arbitrary<readonly (readonly number[])[]> = fc
  .integer({ min: 1, max: 7 })
  .chain((size) =>
    fc.array(fc.uniqueArray(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }),
  );

function written(ways: readonly (readonly number[])[]): string {
  return ways
    .map(
      (targets, from) =>
        `o${from}${targets.length === 0 ? "" : `>${targets.map((to) => `o${to}`).join(",")}`}`,
    )
    .join(" ");
}

/** How many steps it takes at least from one to the other, one or more; by widening the steps, nothing clever. */
function distances(ways: readonly (readonly number[])[]): number[][] {
  const table = ways.map((targets) => ways.map((_, to) => (targets.includes(to) ? 1 : Infinity)));
  const at = (from: number, to: number): number => table[from]?.[to] ?? Infinity;
  for (const via of ways.keys())
    for (const [from, row] of table.entries())
      for (const to of ways.keys()) row[to] = Math.min(at(from, to), at(from, via) + at(via, to));
  return table;
}

test("law: starts, ends and what is reached are those that trying everything finds", () => {
  fc.assert(
    fc.property(anyWays, (ways) => {
      const { flow } = flowOfWays(written(ways));
      const far = distances(ways);
      const reach = (from: number): number[] =>
        [...ways.keys()].filter((to) => to === from || (far[from]?.[to] ?? Infinity) < Infinity);
      const starts = [...ways.keys()].filter((it) =>
        ways.every((to, from) => from === it || !to.includes(it)),
      );
      const sizes = starts.map((start) => reach(start).length);
      const start = starts[sizes.indexOf(Math.max(...sizes))];
      expect(flow.next).toEqual(ways);
      expect(flow.previous).toEqual(
        ways.map((_, to) => [...ways.keys()].filter((from) => ways[from]?.includes(to))),
      );
      expect(flow.starts).toEqual(starts);
      expect(flow.start).toBe(start);
      expect(flow.ends).toEqual([...ways.keys()].filter((index) => ways[index]?.length === 0));
      expect(flow.reached).toEqual(new Set(start === undefined ? [] : reach(start)));
      for (const from of ways.keys()) expect(reachedFrom(from, flow.next)).toEqual(new Set(reach(from)));
    }),
    LAW,
  );
});

test("law: every group that leads back to itself has one walk, closed, without repeats and as short as any", () => {
  fc.assert(
    fc.property(anyWays, (ways) => {
      const { cycles } = flowOfWays(written(ways)).flow;
      const far = distances(ways);
      const back = (index: number): number => far[index]?.[index] ?? Infinity;
      const together = (one: number, other: number): boolean =>
        one === other || (far[one]?.[other] ?? Infinity) + (far[other]?.[one] ?? Infinity) < Infinity;
      const circular = [...ways.keys()].filter((index) => back(index) < Infinity);
      const firsts = circular.filter((index) => !circular.some((it) => it < index && together(it, index)));
      expect(cycles.length).toBe(firsts.length);
      for (const [place, walk] of cycles.entries()) {
        const group = circular.filter((index) => together(index, firsts[place] ?? -1));
        expect(new Set(walk).size).toBe(walk.length);
        expect(walk.length).toBe(Math.min(...group.map(back)));
        expect(walk.every((index) => group.includes(index))).toBe(true);
        walk.forEach((from, step) => expect(ways[from]).toContain(walk[(step + 1) % walk.length]));
      }
    }),
    LAW,
  );
});

test("a circle as long as a large set is walked without a deep stack", () => {
  const size = 3000;
  const ways = Array.from({ length: size }, (_, index) => `o${index}>o${(index + 1) % size}`).join(" ");
  const { cycles, start } = flowOfWays(ways).flow;
  expect(cycles.map((walk) => walk.length)).toEqual([size]);
  expect(start).toBeUndefined();
});
