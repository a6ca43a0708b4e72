// Which form of required links is written, and how a wrong guess shows.
import { expect, test } from "vitest";
import type { Failure } from "../../server/src/platform/result.ts";
import { chooseForm, hasLostLinks, isLostRoot } from "../../server/src/sync/link-form.ts";
import { GREETING, objective, set } from "./stage.ts";

const SEVERAL = set("x", objective("a", { required: ["b", "c"] }), objective("b"), objective("c"));
const UNLINKED = set("x", objective("a"));

test.for([
  ["nothing known", GREETING, { wish: "auto" }, "single, else list"],
  ["shown", GREETING, { wish: "auto", shown: "list" }, "list, else single"],
  ["remembered", GREETING, { wish: "auto", remembered: "list" }, "list, else single"],
  [
    "shown now counts more than remembered",
    GREETING,
    { wish: "auto", shown: "single", remembered: "list" },
    "single, else list",
  ],
  [
    "wished counts most, and is final",
    GREETING,
    { wish: "list", shown: "single", remembered: "single" },
    "list",
  ],
  ["several links do not fit one string", SEVERAL, { wish: "auto" }, "list"],
  [
    "several links where one string is shown",
    SEVERAL,
    { wish: "auto", shown: "single" },
    "single, else list",
  ],
  ["no links, nothing to lose", UNLINKED, { wish: "auto" }, "single"],
] as const)("%s", ([, document, knowledge, choice]) => {
  const { first, other } = chooseForm(document, { shown: undefined, remembered: undefined, ...knowledge });
  expect(other === undefined ? first : `${first}, else ${other}`).toBe(choice);
});

test("links are lost where fewer are held than were sent", () => {
  const unlinked = set("Greeting", objective("greet"), objective("wrap_up"));
  expect(hasLostLinks(GREETING, unlinked)).toBe(true);
  expect(hasLostLinks(GREETING, GREETING)).toBe(false);
  expect(hasLostLinks(SEVERAL, set("x", objective("a", { required: ["b"] })))).toBe(true);
  expect(hasLostLinks(unlinked, GREETING)).toBe(false);
});

test("several starts are the form's fault only where the set has one", () => {
  const failure: Failure = {
    kind: "refused",
    call: { origin: "http://127.0.0.1:1", method: "POST", path: "/v2/objectives" },
    status: 400,
    words: "Objective chain must have exactly one root (an objective not referenced by any other)",
  };
  expect(isLostRoot(failure, GREETING)).toBe(true);
  expect(isLostRoot(failure, set("x", objective("a"), objective("b")))).toBe(false);
  expect(isLostRoot({ ...failure, words: "objective_name is required" }, GREETING)).toBe(false);
  expect(isLostRoot({ ...failure, status: 422 }, GREETING)).toBe(false);
});
