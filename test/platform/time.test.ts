// The machine's own time.
import { expect, test } from "vitest";
import { systemTime } from "../../server/src/platform/time.ts";

const LONG = 2 ** 30;

test("a wait ends when its signal aborts, or had aborted before", async () => {
  const controller = new AbortController();
  const wait = systemTime().sleep(LONG, controller.signal);
  controller.abort();
  await wait;
  await systemTime().sleep(LONG, controller.signal);
  await systemTime().sleep(0, new AbortController().signal);
});

test("the clock goes on and chance stays in its bounds", () => {
  const { now, random } = systemTime();
  const before = now();
  expect(now()).toBeGreaterThanOrEqual(before);
  const chance = random();
  expect(chance >= 0 && chance < 1).toBe(true);
});
