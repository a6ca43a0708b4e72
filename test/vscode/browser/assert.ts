// What the suites use of Node's strict assertions, where there is no Node.
import fc from "fast-check";

export function ok(value: unknown, message = "not true"): asserts value {
  if (!value) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown): void {
  ok(Object.is(actual, expected), `${show(actual)} is not ${show(expected)}`);
}

export function notEqual(actual: unknown, other: unknown): void {
  ok(!Object.is(actual, other), `${show(actual)} was not expected`);
}

/** By what would be shown of them. */
export function deepEqual(actual: unknown, expected: unknown): void {
  equal(show(actual), show(expected));
}

export function match(text: string, pattern: RegExp): void {
  ok(pattern.test(text), `${show(text)} does not match ${String(pattern)}`);
}

export async function rejects(act: () => Promise<unknown>): Promise<void> {
  const outcome = await act().then(
    () => "it did not fail",
    () => "failed",
  );
  equal(outcome, "failed");
}

function show(value: unknown): string {
  return fc.stringify(value);
}
