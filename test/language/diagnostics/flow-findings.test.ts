// Findings about the flow of a set, on texts: circles, starts, and what is collected again.
import { expect, test } from "vitest";
import type { Code } from "../../../server/src/language/diagnostics/codes.ts";
import { messageOf } from "../../support/sentences.ts";
import { lineIndex } from "../../../server/src/language/text/line-index.ts";
import { checkFindings, findingsOf } from "../../support/findings.ts";

test("every arrow that leads back is one finding, with the circle that it closes", () => {
  checkFindings(`
objectives "S"
objective menu {
  prompt "p"
  -> ask when "c"
  -> tell otherwise
}
objective ask {
  prompt "p"
  -> menu when "again"
#    ^^^^ cycle: The objectives go round in a circle: menu → ask → menu. The platform takes this, and then every conversation dies at its start: remove one of these arrows. Nothing is the start: 'menu' would be it if nothing led back there.
  -> close otherwise
}
objective tell {
  prompt "p"
  -> menu when "again"
#    ^^^^ cycle: The objectives go round in a circle: menu → tell → menu. The platform takes this, and then every conversation dies at its start: remove one of these arrows. Nothing is the start: 'menu' would be it if nothing led back there.
  -> close otherwise
}
objective close { prompt "p" }
`);
});

test("an arrow from the start to itself leaves it the start", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  -> a when "c"
#    ^ cycle: 'a' leads to itself. The platform takes this, and then every conversation dies at its start: remove this arrow.
  -> b otherwise
}
objective b { prompt "p" }
`);
});

test("a circle that nothing leads into is that one finding", () => {
  checkFindings(`
objectives "S"
objective x {
  prompt "p"
  -> y
}
objective a { prompt "p" }
objective y {
  prompt "p"
  -> x
#    ^ cycle: The objectives go round in a circle: x → y → x. The platform takes this, and then every conversation dies at its start: remove one of these arrows.
}
`);
});

test("to another objective of the same name, or of none, nothing leads back", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  -> b
}
objective b { prompt "p" }
objective b {
#         ^ duplicate-objective
  prompt "p"
  -> a
}
objective "" {
#         ^^ empty-text
  prompt "p"
  -> ""
#    ^^ unknown-objective
}
`);
});

/** The lines of the places that belong to each finding of a code. */
function checkRelated(text: string, code: Code, expected: readonly (readonly string[])[]): void {
  const lines = lineIndex(text);
  const lineAt = (offset: number): string => lines.lineText(lines.positionAt(offset).line).trim();
  const found = findingsOf(text).filter((it) => it.code === code);
  expect(found.map(({ related }) => related.map(({ span }) => lineAt(span.start)))).toEqual(expected);
}

test("all other arrows of a circle belong to its finding, also those beside each other", () => {
  checkRelated(
    `objectives "S"
objective a {
  prompt "p"
  -> b
}
objective b {
  prompt "p"
  -> a when "c"
  -> a otherwise
}
`,
    "cycle",
    [["-> b", "-> a otherwise"]],
  );
});

test("of a long circle its two ends are told", () => {
  const names = Array.from({ length: 20 }, (_, index) => `o${index}`);
  const objectives = names.map(
    (name, index) => `objective ${name} {\n  prompt "p"\n  -> ${names[(index + 1) % names.length]}\n}\n`,
  );
  const [circle] = findingsOf(`objectives "S"\n${objectives.join("")}`);
  expect(circle && messageOf(circle.code, circle.arguments)).toContain(
    "o0 → o1 → o2 → o3 → o4 → o5 → … 8 more … → o14 → o15 → o16 → o17 → o18 → o19 → o0.",
  );
  expect(circle?.related.length).toBe(11);
});

test("what only another start leads to is not reached; what the conversation leads to as well is", () => {
  checkFindings(`
objectives "S"
objective greet {
  prompt "p"
  -> ask
}
objective ask {
  prompt "p"
  -> close
}
objective other {
#         ^^^^^ several-starts: Nothing leads to 'other', and the conversation starts with 'greet': link to it (-> other). The platform takes exactly one start.
  prompt "p"
  -> lost when "c"
  -> close otherwise
}
objective lost { prompt "p" }
#         ^^^^ unreachable: 'lost' is never reached from 'greet': lead an arrow to it, or to what comes before it.
objective close { prompt "p" }
`);
});

test("a start that a misspelt arrow was meant for is that arrow's finding, with all that it leads to", () => {
  checkFindings(`
objectives "S"
objective greet {
  prompt "p"
  -> follow
}
objective follow {
  prompt "p"
  -> close_cal
#    ^^^^^^^^^ unknown-objective: No objective is called 'close_cal'. Did you mean 'close_call'?
}
objective close_call {
  prompt "p"
  -> thank
}
objective thank { prompt "p" }
`);
});

test("what is collected on branches that meet is collected again behind them, not on the other branch", () => {
  checkFindings(`
objectives "S"
objective greet {
  prompt "p"
  -> new_caller when "c"
  -> known_caller otherwise
}
objective new_caller {
  prompt "p"
  collect full_name, email
  -> close
}
objective known_caller {
  prompt "p"
  collect full_name
  -> close
}
objective close {
  prompt "p"
  collect reason, full_name
#                 ^^^^^^^^^ collected-twice: 'full_name' is collected again here: on the way new_caller → close the later value replaces the earlier. Collect it once, or give one of the two another name.
}
`);
});

test("the nearest objective before it is the one that is replaced", () => {
  const text = `objectives "S"
objective a {
  prompt "p"
  collect x // first
  -> b
}
objective b {
  prompt "p"
  collect x // second
  -> c
}
objective c {
  prompt "p"
  collect x // third
}
`;
  checkRelated(text, "collected-twice", [["collect x // first"], ["collect x // second"]]);
});

test("what runs beside each other is on no common way", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  -> b
  -> c
# ^^^^ several-required
}
objective b {
  prompt "p"
  collect x
}
objective c {
  prompt "p"
  collect x
}
`);
});

test("what is collected again only after a circle is the circle's finding", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  -> b
}
objective b {
  prompt "p"
  collect x
  -> c
}
objective c {
  prompt "p"
  collect y
  -> b
#    ^ cycle
}
`);
});

test("an objective whose name says that it asks again replaces what was collected on purpose", () => {
  checkFindings(`
objectives "S"
objective ask_email {
  prompt "p"
  collect email
  -> confirm_email
}
objective confirm_email {
  prompt "p"
  collect email
  -> EmailAgain
}
objective "EmailAgain" {
  prompt "p"
  collect email
  -> check_out
}
objective check_out {
  prompt "p"
  collect email
#         ^^^^^ collected-twice
}
`);
});

test("what one objective names twice is collected in one place", () => {
  checkFindings(`
objectives "S"
objective a {
  prompt "p"
  collect x, x
#            ^ duplicate-variable
  -> b
}
objective b {
  prompt "p"
  collect x, x
#         ^ collected-twice
#            ^ duplicate-variable
}
`);
});

test("a branch that names one objective twice is no other branch of as many", () => {
  checkFindings(`
objectives "S"
objective s {
  prompt "p"
  -> b
  -> x
# ^^^^ several-required
}
objective b {
  prompt "p"
  -> d when "c"
  -> d otherwise
#    ^ duplicate-edge
}
objective x {
  prompt "p"
  -> d when "c"
  -> a otherwise
}
objective d { prompt "p" }
objective a { prompt "p" }
scenario "Through x" {
  s
  b
  x
  a
}
`);
});

test("ways lead through the fragments of a set", () => {
  checkFindings(`
objectives "S"
include "./closing.objectives"
objective ask {
  prompt "p"
  collect email
  -> close
}
// closing.objectives
objective close {
  prompt "p"
  collect email
#         ^^^^^ collected-twice: 'email' is collected again here: on the way ask → close the later value replaces the earlier. Collect it once, or give one of the two another name.
  -> ask when "again"
#    ^^^ cycle: The objectives go round in a circle: ask → close → ask. The platform takes this, and then every conversation dies at its start: remove one of these arrows. Nothing is the start: 'ask' would be it if nothing led back there.
  -> thank otherwise
}
objective thank { prompt "p" }
`);
});
