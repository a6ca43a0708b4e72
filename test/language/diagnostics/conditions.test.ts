// Conditions that say the same, and those that only look like it; catch-alls in words.
import { describe, expect, test } from "vitest";
import type { Code } from "../../../server/src/language/diagnostics/codes.ts";
import { findingsOf } from "../../support/findings.ts";

function checkConditions(one: string, other: string, ...codes: readonly Code[]): void {
  const arrows = `-> b when ${JSON.stringify(one)}\n  -> c when ${JSON.stringify(other)}\n  -> d otherwise`;
  const ends = ["b", "c", "d"].map((name) => `objective ${name} { prompt "Say goodbye." }\n`).join("");
  const found = findingsOf(`objectives "S"\nobjective a {\n  prompt "Ask."\n  ${arrows}\n}\n${ends}`);
  expect(found.map(({ code }) => code)).toEqual(codes);
}

describe("similar", () => {
  test.each([
    ["The caller wants a demo", "If the user asks for a demo"],
    ["The caller wants to cancel", "if the customer would like to cancel."],
    ["The caller isn't sure", "The user is not sure"],
    ["The visitor reports a bug", "If the customer reports bugs"],
    ["The patient says yes", "The patient agrees"],
    ["A payment problem", "Payment issues"],
  ])("%s | %s", (one, other) => checkConditions(one, other, "similar-conditions"));

  test.each([
    ["The patient has never been here", "The patient has been here"],
    ["The applicant is authorized to work", "The applicant is not authorized to work"],
    ["The difficulty is 2", "The difficulty is 4"],
    ["Twenty people or more would use it", "Fewer than twenty people would use it"],
    ["The traveller goes from Lisbon to Porto", "The traveller goes from Porto to Lisbon"],
    ["The patient calls before the visit", "The visit is before the patient calls"],
    ["A new patient", "A returning patient"],
    ["The patient has paid", "The patient pays"],
    ["The caller says yes", "The caller says no"],
    ["The customer is a student", "The customer is a patient"],
    ["The light is amber, steady or blinking", "The light is red or stays dark"],
    ["The answer is right and the reason holds", "The answer is wrong or the reason does not hold"],
    ["客人想取消", "客人想更改"],
  ])("not: %s | %s", (one, other) => checkConditions(one, other));
});

describe("the same", () => {
  test.each([
    ["The caller is busy", "the caller is  busy."],
    ["Der Kunde möchte kündigen", "der Kunde möchte kündigen!"],
  ])("%s | %s", (one, other) => checkConditions(one, other, "same-condition"));
});

describe("a catch-all in words", () => {
  function checkAlternative(last: string, ...codes: readonly Code[]): void {
    const ends = ["b", "c"].map((name) => `objective ${name} { prompt "Say goodbye." }\n`).join("");
    const text = `objectives "S"\nobjective a {\n  prompt "Ask."\n  -> b when "It is late"\n  -> c when ${JSON.stringify(last)}\n}\n${ends}`;
    expect(findingsOf(text).map(({ code }) => code)).toEqual(codes);
  }

  test.each([
    "In any other case",
    "for all other requests",
    "Otherwise",
    "None of the above applies",
    "The answer does not fit",
    "In allen anderen Fällen sonst",
    "dans tous les autres cas",
    "en cualquier otro caso",
    "em outros casos",
    "in tutti gli altri casi",
    "その他の場合",
    "其他情况",
    "в остальных случаях",
  ])("%s", (last) => checkAlternative(last));

  test.each(["It is early", "The mother calls", "Il est tôt"])("not: %s", (last) =>
    checkAlternative(last, "no-otherwise"),
  );
});
