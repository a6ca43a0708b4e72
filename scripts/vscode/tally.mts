// Counts of tests, and their sum.

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0 };

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), NOTHING);
}

export function sayTally({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
