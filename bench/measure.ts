// Measuring in turns: every subject in every round, so that whatever else the machine does meets all of them.

export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly goal: string;
  readonly held: boolean;
}

/** Something to be timed; done several times in a row where once is too short for a clock. */
export interface Subject {
  readonly act: () => unknown;
  readonly times: number;
}

export function once(act: () => unknown): Subject {
  return { act, times: 1 };
}

export function inARow(times: number, act: () => unknown): Subject {
  return { act, times };
}

/** The median milliseconds of each subject, done once; the first rounds only warm up. */
export function mediansOf<Name extends string>(
  rounds: number,
  subjects: Readonly<Record<Name, Subject>>,
): Promise<Readonly<Record<Name, number>>> {
  return quantilesOf(0.5, rounds, subjects);
}

/** What nineteen of twenty take no longer than. */
export function p95sOf<Name extends string>(
  rounds: number,
  subjects: Readonly<Record<Name, Subject>>,
): Promise<Readonly<Record<Name, number>>> {
  return quantilesOf(0.95, rounds, subjects);
}

async function quantilesOf<Name extends string>(
  share: number,
  rounds: number,
  subjects: Readonly<Record<Name, Subject>>,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(subjects) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const name of names) {
      const milliseconds = await timeOf(subjects[name]);
      if (round >= 0) times.get(name)?.push(milliseconds);
    }
  }
  const quantiles = names.map((name) => [name, quantile(share, times.get(name) ?? [])] as const);
  return Object.fromEntries(quantiles) as Record<Name, number>;
}

/** Rounds until the compiler has seen enough of every subject. */
const WARM_UP = 15;

async function timeOf({ act, times }: Subject): Promise<number> {
  const start = process.hrtime.bigint();
  for (let count = 0; count < times; count++) {
    const answer = act();
    if (answer instanceof Promise) await answer;
  }
  return Number(process.hrtime.bigint() - start) / 1e6 / times;
}

function quantile(share: number, times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export function atLeast(what: string, ratio: number, goal: number): Row {
  return { what, figure: `${ratio.toPrecision(3)}×`, goal: `≥ ${goal}×`, held: ratio >= goal };
}

export function atMost(what: string, ratio: number, goal: number): Row {
  return { what, figure: `${ratio.toPrecision(3)}×`, goal: `≤ ${goal}×`, held: ratio <= goal };
}

/** What nothing can go beyond: shown beside a goal, to judge that by. */
export function limit(what: string, ratio: number): Row {
  return { what, figure: `${ratio.toPrecision(3)}×`, goal: "the limit", held: true };
}

export function megabytes(what: string, bytes: number, goal: number): Row {
  const size = bytes / 1_000_000;
  return { what, figure: `${size.toPrecision(3)} MB`, goal: `≤ ${goal} MB`, held: size <= goal };
}

export function kilobytes(what: string, bytes: number, goal: number): Row {
  const size = bytes / 1_000;
  return { what, figure: `${size.toPrecision(3)} kB`, goal: `≤ ${goal} kB`, held: size <= goal };
}
