// Which objective of one state of a set is which of another.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matchObjectives } from "../../../server/src/language/compile/match.ts";
import type { SetDocument } from "../../../server/src/language/compile/payload.ts";
import { compileText } from "../../support/compile-text.ts";
import { anyDocument, LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyMutations } from "../../support/remote-generators.ts";

/** Holds what became of what: `old > new` for each objective that was there, `*` behind those that moved, `+ new`, `- old`. */
function checkMatch(before: string, after: string, expected: readonly string[]) {
  const [old, now] = [documentOf(before), documentOf(after)];
  const { origins, kept } = matchObjectives(old, now);
  const present = now.objectives.map(({ name }, place) => {
    const origin = old.objectives[origins[place] ?? -1];
    return origin ? `${origin.name} > ${name}${kept.has(place) ? "" : " *"}` : `+ ${name}`;
  });
  const gone = old.objectives.filter((_, index) => !origins.includes(index)).map(({ name }) => `- ${name}`);
  expect([...present, ...gone]).toEqual(expected);
}

function documentOf(objectives: string): SetDocument {
  const document = compileText(`objectives "S"\n${objectives}`);
  if (!document) throw new Error("The text says no document.");
  return document;
}

describe("by name", () => {
  test("one name is one objective, whatever it says", () => {
    checkMatch(
      `objective a { prompt "Ask for the name." } objective b { prompt "Say goodbye." }`,
      `objective a { prompt "Say goodbye." } objective b { prompt "Ask for the name." }`,
      ["a > a", "b > b"],
    );
  });

  test("several with one name keep their order, those that come to say the same, too", () => {
    checkMatch(
      `objective a { prompt "One." } objective a { prompt "Two." } objective b { } objective a { prompt "Three." }`,
      `objective a { prompt "One." } objective a { prompt "Three." } objective b { } objective a { prompt "Three." }`,
      ["a > a", "a > a", "b > b", "a > a"],
    );
    checkMatch(
      `objective a { prompt "One." } objective a { prompt "Two." }`,
      `objective a { prompt "Two." }`,
      ["a > a", "- a"],
    );
  });

  test("of several with one name as many as can say what they said", () => {
    checkMatch(
      `objective a { prompt "One." } objective a { prompt "Two." } objective a { prompt "Three." }`,
      `objective a { prompt "New." } objective a { prompt "Two." } objective a { prompt "Other." }`,
      ["a > a", "a > a", "a > a"],
    );
  });

  test("of those that come to say the same none moves past another", () => {
    checkMatch(
      `objective a { prompt "One." } objective b { prompt "B" } objective a { prompt "Two." }`,
      `objective a { prompt "Two." } objective b { prompt "B" } objective a { prompt "Two." }`,
      ["a > a", "b > b", "a > a"],
    );
  });

  test("as few as possible count as moved", () => {
    checkMatch(
      `objective a { prompt "A" } objective b { prompt "B" } objective c { prompt "C" } objective d { prompt "D" }`,
      `objective d { prompt "D" } objective a { prompt "A" } objective b { prompt "B" } objective c { prompt "C" }`,
      ["d > d *", "a > a", "b > b", "c > c"],
    );
  });
});

describe("renamed", () => {
  const rest = `objective start { prompt "Greet the caller." -> middle } objective close { prompt "Say goodbye." }`;

  test("the same under another name", () => {
    checkMatch(
      `${rest} objective middle { prompt "Ask for the patient's name." collect name -> close }`,
      `${rest.replace("middle", "ask_name")} objective ask_name { prompt "Ask for the patient's name." collect name -> close }`,
      ["start > start", "close > close", "middle > ask_name"],
    );
  });

  test("nearly the same: a word of the prompt changed as well", () => {
    checkMatch(
      `${rest} objective middle { prompt "Ask for the patient's full name and spell it." -> close }`,
      `${rest.replace("middle", "ask_name")} objective ask_name { prompt "Ask for the patient's last name and spell it." -> close }`,
      ["start > start", "close > close", "middle > ask_name"],
    );
  });

  test("another prompt for the same variables in the same place", () => {
    checkMatch(
      `${rest} objective middle { prompt "Get the name." collect first_name, last_name -> close }`,
      `${rest.replace("middle", "ask_name")} objective ask_name { prompt "Kindly learn what the caller wants to be called." collect first_name, last_name -> close }`,
      ["start > start", "close > close", "middle > ask_name"],
    );
  });

  test("not another goal in the same place", () => {
    checkMatch(
      `${rest} objective middle { prompt "Ask for the patient's name." collect name -> close }`,
      `${rest.replace("middle", "weigh")} objective weigh { prompt "Let them step on the scales." collect weight -> close }`,
      ["start > start", "close > close", "+ weigh", "- middle"],
    );
  });

  test("not a stock phrase that asks for something else", () => {
    checkMatch(
      `${rest} objective middle { prompt "Ask the patient for their name." collect name -> close }`,
      `${rest.replace("middle", "ask_birth")} objective ask_birth { prompt "Ask the patient for their birthday." collect birthday -> close }`,
      ["start > start", "close > close", "+ ask_birth", "- middle"],
    );
  });

  test("nothing in common is no likeness", () => {
    checkMatch(`objective a { prompt "" }`, `objective b { prompt "" }`, ["+ b", "- a"]);
  });

  test("a chain of renamed objectives, one leading to the next", () => {
    checkMatch(
      `objective a { prompt "Learn the name." -> b } objective b { prompt "Learn the age, kindly." -> c } objective c { prompt "Stop." }`,
      `objective x { prompt "Learn the name." -> y } objective y { prompt "Learn the age, and be kind." -> z } objective z { prompt "Stop." }`,
      ["a > x", "b > y", "c > z"],
    );
  });

  test("of two that say the same the links tell which is which", () => {
    checkMatch(
      `objective s { prompt "S." -> a -> e } objective a { prompt "Confirm it." -> e } objective b { prompt "Confirm it." -> s } objective e { prompt "E." }`,
      `objective s { prompt "S." -> y -> e } objective x { prompt "Confirm it." -> s } objective y { prompt "Confirm it." -> e } objective e { prompt "E." }`,
      ["s > s", "b > x *", "a > y", "e > e"],
    );
  });

  test("more than can be compared one by one: what says the same is found still", () => {
    const many = (prefix: string) =>
      Array.from(
        { length: 300 },
        (_, index) => `objective ${prefix}${index} { prompt "Goal ${index}." }`,
      ).join("\n");
    const expected = Array.from({ length: 300 }, (_, index) => `a${index} > b${index}`);
    checkMatch(many("a"), many("b"), expected);
  });
});

test(
  "every objective has one origin at most, and the same document is matched with itself",
  () => {
    fc.assert(
      fc.property(anyDocument, anyMutations, (before, mutations) => {
        const after = mutations.reduce((done, mutate) => mutate(done), before);
        const origins = matchObjectives(before, after).origins.filter((it) => it !== undefined);
        expect(new Set(origins).size).toBe(origins.length);
        const { kept } = matchObjectives(before, before);
        expect(kept.size).toBe(before.objectives.length);
      }),
      LAW,
    );
  },
  LAW_TIMEOUT,
);
