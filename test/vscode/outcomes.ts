// How the tests of a suite went, as the harness reads it.
import type { Runner } from "mocha";

/** How one test went; what is written is an array of these. */
export interface Outcome {
  readonly title: string;
  /** Missing where the test passed. */
  readonly error?: string;
}

export const TEST_LIMIT_MS = 30_000;

/** Runs what mocha was given. */
export function outcomesOf(run: (done: () => void) => Runner): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  return new Promise((resolve) => {
    const runner = run(() => resolve(outcomes));
    runner.on("pass", (test) => outcomes.push({ title: test.fullTitle() }));
    runner.on("fail", (test, error: Error) =>
      outcomes.push({ title: test.fullTitle(), error: error.stack ?? error.message }),
    );
  });
}

/** Rejects when a test failed, so that VS Code's exit code says so too. */
export function assertPassed(outcomes: readonly Outcome[]): void {
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  if (failed > 0) throw new Error(`${failed} tests failed.`);
}
