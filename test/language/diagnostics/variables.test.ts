// Names of variables: which are written otherwise than the rest, and which could hold anything.
import { describe, expect, test } from "vitest";
import { findingsOf } from "../../support/findings.ts";

function found(name: string): readonly (readonly string[])[] {
  const text = `objectives "S"\nobjective a { prompt "Ask." collect ${JSON.stringify(name)} }\n`;
  return findingsOf(text).map(({ code, arguments: args }) => [code, ...args]);
}

describe("written otherwise", () => {
  test.each([
    ["callerName", "caller_name"],
    ["CallerName", "caller_name"],
    ["caller-name", "caller_name"],
    ["Caller Name", "caller_name"],
    ["caller__name", "caller_name"],
    ["_caller_name", "caller_name"],
    ["CALLER_NAME", "caller_name"],
    ["callerID", "caller_id"],
    ["URLOfPage", "url_of_page"],
    ["Größe", "größe"],
  ])("%s → %s", (name, wanted) => expect(found(name)).toEqual([["variable-case", name, wanted]]));

  test.each(["caller_name", "name", "2nd_visit", "top_priority_1", "phone_last4", "größe", "名前", "x"])(
    "not: %s",
    (name) => expect(found(name)).toEqual([]),
  );
});

describe("vague", () => {
  test.each([
    "info",
    "data",
    "value",
    "thing1",
    "user_response",
    "value_2",
    "answer",
    "Information",
    "userInput",
  ])("%s", (name) => expect(found(name)).toEqual([["vague-variable", name]]));

  test.each([
    "contact_info",
    "answer_language",
    "data_plan",
    "value_of_home",
    "test_result",
    "infosec_role",
    "reason",
  ])("not: %s", (name) => expect(found(name)).toEqual([]));
});

test("each name is said once for the set, with its other places", () => {
  const again = 'objective confirm_name { prompt "Ask again." collect firstName }\n';
  const text = `objectives "S"\nobjective a { prompt "Ask." collect firstName -> confirm_name }\n${again}`;
  const [finding, ...others] = findingsOf(text);
  expect(others).toEqual([]);
  expect(finding?.related).toHaveLength(1);
});
