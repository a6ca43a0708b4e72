// How many there are of something, in words.
import { sentence, type Sentence } from "../../text/sentence.ts";

export type Countable = keyof typeof COUNTED;

/** Nothing where there are none. */
export function counted(what: Countable, count: number): readonly Sentence[] {
  return count === 0 ? [] : [COUNTED[what](count)];
}

const COUNTED = {
  objectives: (count) => (count === 1 ? sentence`1 objective` : sentence`${count} objectives`),
  unreachable: (count) => (count === 1 ? sentence`1 unreachable` : sentence`${count} unreachable`),
  variables: (count) => (count === 1 ? sentence`1 variable` : sentence`${count} variables`),
  params: (count) => (count === 1 ? sentence`1 param` : sentence`${count} params`),
  scenarios: (count) => (count === 1 ? sentence`1 scenario` : sentence`${count} scenarios`),
  files: (count) => (count === 1 ? sentence`1 file` : sentence`${count} files`),
} as const satisfies Record<string, (count: number) => Sentence>;
