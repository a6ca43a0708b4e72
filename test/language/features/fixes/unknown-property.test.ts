// What can be done about a word that is no property.
import { test } from "vitest";
import { checkFix, checkOffered } from "../../../support/fixes.ts";

test("the word that was meant, a sign behind it included; or a note", () => {
  const before = `objectives "S"\nobjective a {\n  prompt "p"\n  callback_url: "https://example.com"\n}\n`;
  checkOffered("unknown-property", before, [
    "Replace 'callback_url' by 'callback'",
    "Write a note of your own, meta callback_url",
  ]);
  checkFix(
    "unknown-property",
    "Replace 'callback_url' by 'callback'",
    before,
    before.replace("callback_url:", "callback"),
  );
  checkFix(
    "unknown-property",
    "Write a note of your own, meta callback_url",
    before,
    before.replace("callback_url:", "meta callback_url"),
  );
});

test("a comma behind the value goes with it", () => {
  const set = (lines: string): string =>
    `objectives "S"\nobjective a {\n${lines}\n}\nobjective b { prompt "p" }\n`;
  checkFix(
    "unknown-property",
    "Replace 'promt' by 'prompt'",
    set('  promt: "p",\n  -> b'),
    set('  prompt "p"\n  -> b'),
  );
  checkFix(
    "unknown-property",
    "Write an arrow instead of 'next'",
    set('  prompt "p"\n  next: "b",'),
    set('  prompt "p"\n  -> b'),
  );
});

test("names of what is next become arrows", () => {
  const others = `\nobjective b { prompt "p" }\nobjective c { prompt "p" }\n`;
  checkFix(
    "unknown-property",
    "Write arrows instead of 'next'",
    `objectives "S"\nobjective a {\n  prompt "p"\n  next = b, "c"\n}${others}`,
    `objectives "S"\nobjective a {\n  prompt "p"\n  -> b\n  -> c\n}${others}`,
  );
  checkFix(
    "unknown-property",
    "Write arrows instead of 'next'",
    `objectives "S"\nobjective a { prompt "p" next b, c }${others}`,
    `objectives "S"\nobjective a { prompt "p" -> b -> c }${others}`,
  );
});

test("what the platform's JSON has there becomes arrows", () => {
  const others = `\nobjective b { prompt "p" }\nobjective c { prompt "p" }\n`;
  const set = (lines: string): string => `objectives "S"\nobjective a {\n  prompt "p"\n${lines}\n}${others}`;
  checkFix(
    "unknown-property",
    "Write arrows instead of 'next_required_objectives'",
    set('  next_required_objectives: ["b", "c"]'),
    set("  -> b\n  -> c"),
  );
  checkFix(
    "unknown-property",
    "Write arrows instead of 'next_conditional_objectives'",
    set('  next_conditional_objectives: {\n    "b": "It is late",\n    "c": "It is early"\n  }'),
    set('  -> b when "It is late"\n  -> c when "It is early"'),
  );
});

test("what is no word of ours is a note, whatever it says", () => {
  checkFix(
    "unknown-property",
    "Write a note of your own, meta attempts",
    `objectives "S"\nobjective a { prompt "p" attempts 3 }\n`,
    `objectives "S"\nobjective a { prompt "p" meta attempts "3" }\n`,
  );
});

test("a word that is said already is not said again", () => {
  checkOffered("unknown-property", `objectives "S"\nobjective a { prompt "p" promt "q" }\n`, [
    "Write a note of your own, meta promt",
  ]);
});

test("defaults have no notes", () => {
  checkOffered(
    "unknown-property",
    `objectives "S"\ndefaults { attempts 3 }\nobjective a { prompt "p" }\n`,
    [],
  );
});

test("an objective's name by itself becomes an arrow", () => {
  checkFix(
    "unknown-property",
    "Write an arrow, -> b",
    `objectives "S"\nobjective a {\n  prompt "p"\n  b\n}\nobjective b { prompt "p" }\n`,
    `objectives "S"\nobjective a {\n  prompt "p"\n  -> b\n}\nobjective b { prompt "p" }\n`,
  );
});
