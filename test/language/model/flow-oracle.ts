// Small sets of any form, and what trying every way finds about them: nothing clever, so that it can be believed.
import fc from "fast-check";

export interface Sketch {
  readonly name: string;
  readonly arrows: readonly SketchedArrow[];
  readonly collects: readonly string[];
}

export interface SketchedArrow {
  readonly to: string;
  readonly says: string;
}

/** For every objective the objectives it leads to. */
export type Table = readonly (readonly number[])[];

const NAMES = ["a", "b", "c", "d", "e", "f", "g"];

/**
 * Up to seven objectives. In half of the sets most arrows lead to later ones, and those of the last back to the second. A
 * few have no name of their own, a few arrows stand twice or lead to a name that does not exist.
 */
export const anySet: fc.Arbitrary<readonly Sketch[]> = fc
  .record({ size: fc.constantFrom(1, 2, 3, 4, 5, 6, 6, 7, 7, 7), isForward: fc.boolean() })
  .chain(({ size, isForward }) => {
    const all = NAMES.slice(0, size);
    const later = (index: number): readonly string[] =>
      index < size - 1 ? all.slice(index + 1) : all.slice(1, 2);
    return fc.tuple(...all.map((own, index) => anyObjective(own, all, isForward ? later(index) : all)));
  });

function anyObjective(own: string, all: readonly string[], near: readonly string[]): fc.Arbitrary<Sketch> {
  const known = fc.constantFrom(...all);
  const arrow = fc.record({
    to: fc.oneof(
      { weight: 20, arbitrary: near.length === 0 ? known : fc.constantFrom(...near) },
      known,
      fc.constantFrom("nowhere", ""),
    ),
    says: fc.constantFrom("", ' when "c"', " otherwise"),
  });
  return fc.record({
    name: fc.oneof({ weight: 20, arbitrary: fc.constant(own) }, known, fc.constant("")),
    arrows: fc.array(arrow, { maxLength: 3 }),
    collects: fc.array(fc.constantFrom("x", "y", "z"), { maxLength: 3 }),
  });
}

/** The set as somebody would write it. */
export function written(set: readonly Sketch[]): string {
  return `objectives "S"\n${set.map(writtenObjective).join("")}`;
}

function writtenObjective({ name, arrows, collects }: Sketch): string {
  const lines = [
    'prompt "p"',
    ...(collects.length === 0 ? [] : [`collect ${collects.join(", ")}`]),
    ...arrows.map(({ to, says }) => `-> "${to}"${says}`),
  ];
  return `objective "${name}" {\n  ${lines.join("\n  ")}\n}\n`;
}

/** Whether an arrow could lead there: it has a name that none before it has. */
export function isKnown(index: number, set: readonly Sketch[]): boolean {
  const name = set[index]?.name ?? "";
  return name !== "" && set.findIndex((it) => it.name === name) === index;
}

/** Who leads to whom, in the order of the arrows. */
export function tableOf(set: readonly Sketch[]): Table {
  return set.map(({ arrows }) => {
    const targets = arrows.map(({ to }) =>
      set.findIndex(({ name }, index) => name === to && isKnown(index, set)),
    );
    return targets.filter((target, place) => target >= 0 && targets.indexOf(target) === place);
  });
}

/** The set without every arrow from the one to the other. */
export function withoutArrow(set: readonly Sketch[], from: number, to: number): readonly Sketch[] {
  return set.map((it, index) =>
    index === from ? { ...it, arrows: it.arrows.filter((arrow) => arrow.to !== set[to]?.name) } : it,
  );
}

/** The table without some of its arrows. */
export function tableWithout(table: Table, arrows: readonly (readonly [from: number, to: number])[]): Table {
  return table.map((targets, from) =>
    targets.filter((to) => !arrows.some((arrow) => arrow[0] === from && arrow[1] === to)),
  );
}

/** Every path from an objective that goes nowhere twice, the one of itself alone included. */
export function* pathsFrom(from: number, table: Table): Iterable<readonly number[]> {
  yield* pathsAfter([from], table);
}

function* pathsAfter(path: readonly number[], table: Table): Iterable<readonly number[]> {
  yield path;
  for (const to of table[path.at(-1) ?? -1] ?? []) {
    if (!path.includes(to)) yield* pathsAfter([...path, to], table);
  }
}

/** Every path from the one to the other. */
export function pathsBetween(from: number, to: number, table: Table): readonly (readonly number[])[] {
  return [...pathsFrom(from, table)].filter((path) => path.at(-1) === to);
}

/** What is reached from an objective, itself included, in order. */
export function reachOf(from: number, table: Table): readonly number[] {
  return [...new Set([...pathsFrom(from, table)].flat())].toSorted((one, other) => one - other);
}

/** Every circle once, from its first in order. */
export function circlesOf(table: Table): readonly (readonly number[])[] {
  return [...table.keys()].flatMap((first) =>
    [...pathsFrom(first, table)].filter(
      (path) => path.every((it) => it >= first) && table[path.at(-1) ?? -1]?.includes(first),
    ),
  );
}

/** The circle from its first in order. */
export function turned(circle: readonly number[]): readonly number[] {
  const first = circle.indexOf(Math.min(...circle));
  return [...circle.slice(first), ...circle.slice(0, first)];
}

/** The arrows along a circle, the one that closes it last. */
export function arrowsAlong(circle: readonly number[]): readonly (readonly [from: number, to: number])[] {
  return circle.map((from, step) => [from, circle[(step + 1) % circle.length] ?? -1]);
}
