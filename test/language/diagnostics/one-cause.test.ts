// One finding per cause: what each finding keeps silent, row by row of the language's page.
import { expect, test } from "vitest";
import type { Code } from "../../../server/src/language/diagnostics/codes.ts";
import { wokenFindings } from "../../support/woken.ts";

/** Everything that is found, `no-collect` included, is these codes and no others. */
function checkOnly(text: string, codes: readonly Code[]): void {
  expect(wokenFindings(`objectives "S"\n${text}`).map(({ code }) => code)).toEqual(codes);
}

const B = 'objective b { prompt "Say goodbye." }\n';
const C = 'objective c { prompt "Say why." }\n';
const LONG = `${"Ask for the name. Then move on. If not, end the call. ".repeat(20)}1. Ask. 2. Tell. 3. Offer.`;

test.each<readonly [what: string, text: string, codes: readonly Code[]]>([
  ["a prompt without a text is there", "objective a { prompt }\n", ["syntax"]],
  [
    "a list without a name collects",
    `objective a {\n  prompt "Ask."\n  collect\n  -> b\n}\n${B}`,
    ["syntax"],
  ],
  [
    "an arrow without a target leads nowhere",
    'objective a {\n  prompt "Ask."\n  collect day\n  ->\n}\n',
    ["syntax"],
  ],
  [
    "a condition without 'when' is no lack of alternatives",
    `objective a {\n  prompt "Ask."\n  collect day\n  -> b "It is late"\n}\n${B}`,
    ["syntax"],
  ],
  [
    "a bad escape is no secret, no way, no goal",
    'objective a { prompt "Ask for 50\\% of it." }\n',
    ["bad-escape"],
  ],
  [
    "a misspelt arrow leads to what was meant",
    `objective a {\n  prompt "Ask."\n  collect day\n  -> bbye\n}\nobjective bye { prompt "Say goodbye." }\n`,
    ["unknown-objective"],
  ],
  [
    "behind a step that is none nothing is known",
    `objective a { prompt "Ask." }\nscenario "s" {\n  a\n  nowhere\n  a\n  end\n}\n`,
    ["unknown-objective"],
  ],
  [
    "a second objective of a name is no second start",
    `objective a { prompt "Ask." }\nobjective a { prompt "Ask again." }\n`,
    ["duplicate-objective"],
  ],
  ["a name with spaces is not bad as well", 'objective "a b!" { prompt "Ask." }\n', ["name-with-spaces"]],
  ["an empty name is not bad as well", 'objective "" { prompt "Ask." }\n', ["empty-text"]],
  ["an empty prompt is not missing or vague", 'objective a { prompt " " }\n', ["empty-text"]],
  ["an empty variable is not badly written", 'objective a { prompt "Ask." collect " " }\n', ["empty-text"]],
  [
    "an empty condition is like no other",
    `objective a {\n  prompt "Ask."\n  collect day\n  -> b when ""\n  -> c when " "\n  -> d otherwise\n}\n${B}${C}objective d { prompt "Say when." }\n`,
    ["empty-text", "empty-text"],
  ],
  [
    "an unknown property is not said twice",
    'objective a {\n  prompt "Ask."\n  goto "b"\n  goto "b"\n}\n',
    ["unknown-property", "unknown-property"],
  ],
  [
    "a value that is none asks nothing of the client",
    'objective a {\n  prompt "Ask."\n  confirm visual\n}\n',
    ["unknown-value"],
  ],
  [
    "a second prompt is not judged",
    `objective a {\n  prompt "Ask."\n  prompt "Be nice."\n}\n`,
    ["duplicate-property"],
  ],
  [
    "a second list repeats nothing",
    'objective a {\n  prompt "Ask."\n  collect day\n  collect day\n}\n',
    ["duplicate-property"],
  ],
  ["what should be an objective is none that is missing", 'objectve a { prompt "Ask." }\n', ["syntax"]],
  [
    "beside a required arrow a catch-all is not alone, and a condition has its alternative",
    `objective a {\n  prompt "Ask."\n  collect day\n  -> b\n  -> c otherwise\n}\n${B}${C}`,
    ["mixed-edges"],
  ],
  [
    "beside a required arrow a condition is not single",
    `objective a {\n  prompt "Ask."\n  collect day\n  -> b\n  -> c when "It is late"\n}\n${B}${C}`,
    ["mixed-edges"],
  ],
  [
    "of several catch-alls none is in the wrong place",
    `objective a {\n  prompt "Ask."\n  collect day\n  -> b otherwise\n  -> c otherwise\n  -> d when "It is late"\n}\n${B}${C}objective d { prompt "Say when." }\n`,
    ["several-otherwise"],
  ],
  [
    "an arrow that is said twice has no condition to compare",
    `objective a {\n  prompt "Ask."\n  collect day\n  -> b when "It is late"\n  -> b when "It is late"\n  -> c otherwise\n}\n${B}${C}`,
    ["duplicate-edge"],
  ],
  [
    "a required arrow that is said twice is not several",
    `objective a {\n  prompt "Ask."\n  collect day\n  -> b\n  -> b\n}\n${B}`,
    ["duplicate-edge"],
  ],
  [
    "the same condition is not similar as well",
    `objective a {\n  prompt "Ask."\n  collect day\n  -> b when "The caller agrees"\n  -> c when "the caller agrees."\n  -> d otherwise\n}\n${B}${C}objective d { prompt "Say when." }\n`,
    ["same-condition"],
  ],
  [
    "an address with an unknown param is not wrong yet",
    'objective a { prompt "Ask." callback "${nowhere}/x" }\n',
    ["unknown-param"],
  ],
  [
    "a param without a value is an address that is not known yet",
    'param host\nobjective a { prompt "Ask." callback "${host}/x" }\n',
    ["param-without-value"],
  ],
  ["an unknown param has no value either", 'objective a { prompt "Ask ${who}." }\n', ["unknown-param"]],
  [
    "a param that is declared twice and used nowhere is unused once",
    'param who = "x"\nparam who = "y"\nobjective a { prompt "Ask." }\n',
    ["unused-param", "duplicate-param"],
  ],
  [
    "a long prompt is not vague, several, branching and early as well",
    `objective a { prompt "${LONG}" }\n`,
    ["long-prompt"],
  ],
  [
    "a variable that could hold anything needs another name anyway",
    'objective a { prompt "Ask." collect userInput }\n',
    ["vague-variable"],
  ],
  [
    "a variable is badly written once, however often it is collected",
    `objective a {\n  prompt "Ask."\n  collect firstName\n  -> confirm_name\n}\nobjective confirm_name { prompt "Ask again." collect firstName }\n`,
    ["variable-case"],
  ],
  [
    "'manual' needs a client once",
    `defaults { confirm manual }\nobjective a {\n  prompt "Ask."\n  confirm manual\n  -> b\n}\nobjective b {\n  prompt "Ask again."\n  confirm manual\n}\n`,
    ["manual-needs-client"],
  ],
  [
    "'visual' needs perception once",
    `objective a {\n  modality visual\n  prompt "The card is in view."\n  collect card_number\n  -> b\n}\nobjective b {\n  modality visual\n  prompt "The face is in view."\n}\n`,
    ["visual-needs-perception"],
  ],
  [
    "a scenario that begins wrongly goes on as it may",
    `objective a {\n  prompt "Ask."\n  collect day\n  -> b\n}\n${B}scenario "s" {\n  b\n  b\n  end\n}\n`,
    ["scenario-start"],
  ],
  [
    "behind a step that does not follow nothing is known",
    `objective a {\n  prompt "Ask."\n  collect day\n  -> b\n}\n${B}scenario "s" {\n  a\n  a\n  b\n  end\n}\n`,
    ["scenario-step"],
  ],
  [
    "a variable of a step that is no objective is not unknown as well",
    'objective a { prompt "Ask." }\nscenario "s" {\n  nowhere { day = "x" }\n}\n',
    ["unknown-objective"],
  ],
  [
    "what ends in a circle is the circle's affair",
    `objective a {\n  prompt "Ask."\n  collect day\n  -> b\n}\nobjective b {\n  prompt "Ask again."\n  collect hour\n  -> b\n}\nscenario "s" {\n  a\n  b\n  end\n}\n`,
    ["cycle"],
  ],
  [
    "'manual' by default is not left to the platform",
    `defaults { confirm manual }\nobjective a {\n  prompt "Ask."\n  -> b\n}\n${B}`,
    ["manual-needs-client"],
  ],
])("%s", (_, text, codes) => checkOnly(text, codes));
