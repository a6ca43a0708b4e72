// Each question about the flow of a set, held against what trying every way finds in small sets of any form.
import fc from "fast-check";
import { expect, test } from "vitest";
import { collectedAgain } from "../../../server/src/language/model/collected-again.ts";
import { collectedBefore } from "../../../server/src/language/model/collected-before.ts";
import { waysAfter, waysAtStart, type OpenWays } from "../../../server/src/language/model/walk.ts";
import {
  indicesIn,
  othersOf,
  reachedFrom,
  sizeOf,
  type Ways,
} from "../../../server/src/language/model/ways.ts";
import { modelOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import {
  anySet,
  arrowsAlong,
  circlesOf,
  isKnown,
  pathsBetween,
  pathsFrom,
  reachOf,
  tableOf,
  tableWithout,
  turned,
  withoutArrow,
  written,
  type Sketch,
  type Table,
} from "./flow-oracle.ts";

/** The sets are small and soon done. */
const OFTEN = { ...LAW, numRuns: 3 * LAW.numRuns };

function law(says: string, holds: (set: readonly Sketch[]) => void): void {
  test(`law: ${says}`, { timeout: LAW_TIMEOUT }, () => {
    fc.assert(fc.property(anySet, holds), OFTEN);
  });
}

law("ways, starts and ends are what the arrows say", (set) => {
  const { flow } = modelOf(written(set));
  const table = tableOf(set);
  const all = [...set.keys()];
  expect(listsOf(flow.next)).toEqual(table);
  expect(listsOf(flow.previous)).toEqual(all.map((to) => all.filter((from) => table[from]?.includes(to))));
  expect(flow.starts).toEqual(
    all.filter((it) => isKnown(it, set) && all.every((from) => from === it || !table[from]?.includes(it))),
  );
  expect(flow.ends).toEqual(all.filter((index) => set[index]?.arrows.length === 0));
});

law("the start is the first of those from which most is reached", (set) => {
  const { flow } = modelOf(written(set));
  const table = tableOf(set);
  const sizes = flow.starts.map((start) => reachOf(start, table).length);
  expect(flow.start).toBe(flow.starts[sizes.indexOf(Math.max(...sizes))]);
  expect(indicesIn(flow.reached)).toEqual(flow.start === undefined ? [] : reachOf(flow.start, table));
  for (const index of set.keys()) {
    expect(indicesIn(reachedFrom([index], flow.next))).toEqual(reachOf(index, table));
  }
});

law("two objectives are in one group where each leads to the other", (set) => {
  const { groups } = modelOf(written(set)).flow;
  const table = tableOf(set);
  for (const one of set.keys()) {
    for (const other of set.keys()) {
      const isTogether = reachOf(one, table).includes(other) && reachOf(other, table).includes(one);
      expect(groups[one] === groups[other]).toBe(isTogether);
    }
  }
});

law("everything is reached from the roots, each of which is the first of those that lead to it", (set) => {
  const { roots, order, next } = modelOf(written(set)).flow.forward;
  const table = tableOf(set);
  const leadTo = (index: number): readonly number[] =>
    [...set.keys()].filter((from) => reachOf(from, table).includes(index));
  const isRoot = (index: number): boolean =>
    leadTo(index).every((from) => from >= index && reachOf(index, table).includes(from));
  expect(roots).toEqual([...set.keys()].filter(isRoot));
  expect(indicesIn(reachedFrom(roots, next))).toEqual([...set.keys()]);
  expect(order.toSorted()).toEqual([...set.keys()]);
  for (const [from, targets] of listsOf(next).entries()) {
    for (const to of targets) expect(order.indexOf(to)).toBeGreaterThan(order.indexOf(from));
  }
});

law(
  "each walk told is a circle, none is told twice, the shortest is first, and without their last arrows none is left",
  (set) => {
    const { cycles, forward } = modelOf(written(set)).flow;
    const table = tableOf(set);
    const told = cycles.map((walk) => turned(walk).join());
    expect(circlesOf(table).map((circle) => circle.join())).toEqual(expect.arrayContaining(told));
    expect(new Set(told).size).toBe(told.length);
    expect(cycles.map(({ length }) => length)).toEqual(cycles.map(({ length }) => length).toSorted());
    const left = tableWithout(table, closingOf(cycles));
    expect(circlesOf(left)).toEqual([]);
    expect(listsOf(forward.next)).toEqual(left);
  },
);

law("each walk is the shortest circle with its last arrow and no other's", (set) => {
  const { cycles } = modelOf(written(set)).flow;
  const table = tableOf(set);
  for (const walk of cycles) {
    const others = closingOf(cycles.filter((it) => it !== walk));
    const [closing] = closingOf([walk]);
    const rivals = circlesOf(tableWithout(table, others)).filter((circle) =>
      arrowsAlong(circle).some(([from, to]) => from === closing?.[0] && to === closing[1]),
    );
    expect(walk.length).toBe(Math.min(...rivals.map(({ length }) => length)));
  }
});

law("to remove the last arrow of a walk takes this walk away and changes no other", (set) => {
  const { cycles } = modelOf(written(set)).flow;
  for (const walk of cycles) {
    const [[from, to] = [-1, -1]] = closingOf([walk]);
    const { cycles: left } = modelOf(written(withoutArrow(set, from, to))).flow;
    expect(left).toEqual(cycles.filter((it) => it !== walk));
  }
});

law(
  "what is collected again is told with the shortest walk from where it was before, once a place",
  (set) => {
    const { flow } = modelOf(written(set));
    const table = tableWithout(tableOf(set), closingOf(flow.cycles));
    const expected = ["x", "y", "z"].flatMap((variable) =>
      [...set.keys()].flatMap((later) => {
        const walks = walksAgain(variable, later, set, table);
        const length = Math.min(...walks.map((walk) => walk.length));
        const shortest = walks.filter((walk) => walk.length === length);
        const first = Math.min(...shortest.map(([earlier = -1]) => earlier));
        return shortest.length === 0 ? [] : [{ variable, later, first, length }];
      }),
    );
    const told = [...collectedAgain(flow)];
    for (const { walk } of told) {
      for (const [step, index] of walk.entries())
        if (step > 0) expect(table[walk[step - 1] ?? -1]).toContain(index);
    }
    expect(
      new Set(told.map(({ variable, walk }) => [variable, walk.at(-1), walk[0], walk.length].join())),
    ).toEqual(
      new Set(expected.map(({ variable, later, first, length }) => [variable, later, first, length].join())),
    );
    expect(told.length).toBe(expected.length);
  },
);

law("what is collected before an objective is what every path from the start collects", (set) => {
  const { symbols, flow } = modelOf(written(set));
  const table = tableOf(set);
  for (const index of set.keys()) {
    const paths = flow.start === undefined ? [] : pathsBetween(flow.start, index, table);
    const collected = paths.map(
      (path) => new Set(path.slice(0, -1).flatMap((it) => set[it]?.collects ?? [])),
    );
    const [first, ...others] = collected;
    const always = [...(first ?? [])].filter((variable) => others.every((it) => it.has(variable)));
    expect(collectedBefore(symbols.objectives, flow, index).toSorted()).toEqual(always.toSorted());
  }
});

law("a scenario may take every path from the start, step by step", (set) => {
  const { symbols, flow } = modelOf(written(set));
  if (flow.start === undefined) return;
  for (const path of pathsFrom(flow.start, tableOf(set))) {
    const open = path.reduce<OpenWays | undefined>(
      (ways, step) => ways && waysAfter(ways, step, symbols),
      waysAtStart(flow.start),
    );
    expect(open).toBeDefined();
  }
});

function listsOf(ways: Ways): Table {
  return Array.from({ length: sizeOf(ways) }, (_, index) => [...othersOf(ways, index)]);
}

function closingOf(walks: readonly (readonly number[])[]): readonly (readonly [from: number, to: number])[] {
  return walks.flatMap((walk) => arrowsAlong(walk).slice(-1));
}

function walksAgain(
  variable: string,
  later: number,
  set: readonly Sketch[],
  table: Table,
): readonly (readonly number[])[] {
  const doesCollect = (index: number): boolean =>
    isKnown(index, set) && (set[index]?.collects.includes(variable) ?? false);
  if (!doesCollect(later)) return [];
  return [...set.keys()]
    .filter((earlier) => earlier !== later && doesCollect(earlier))
    .flatMap((earlier) => pathsBetween(earlier, later, table));
}
