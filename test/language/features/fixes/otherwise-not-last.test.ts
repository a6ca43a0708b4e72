// What can be done about conditions behind the catch-all.
import { test } from "vitest";
import { checkFix } from "../../../support/fixes.ts";

const rest = `\nobjective b { prompt "p" }\nobjective c { prompt "p" }\n`;

test("it moves behind them, with its comments", () => {
  checkFix(
    "otherwise-not-last",
    "Move 'otherwise' behind the conditions",
    `objectives "S"\nobjective a {\n  prompt "p"\n\n  // Else.\n  -> b otherwise """\n    Or so.\n    """ // b\n  -> c when "C"\n}${rest}`,
    `objectives "S"\nobjective a {\n  prompt "p"\n\n  -> c when "C"\n  // Else.\n  -> b otherwise """\n    Or so.\n    """ // b\n}${rest}`,
  );
});

test("behind the last one, where properties stand behind that", () => {
  checkFix(
    "otherwise-not-last",
    "Move 'otherwise' behind the conditions",
    `objectives "S"\r\nobjective a {\r\n\t-> b otherwise\r\n\t-> c when "C"\r\n\tprompt "p"\r\n}${rest}`,
    `objectives "S"\r\nobjective a {\r\n\t-> c when "C"\r\n\t-> b otherwise\r\n\tprompt "p"\r\n}${rest}`,
  );
});

test("within a line", () => {
  checkFix(
    "otherwise-not-last",
    "Move 'otherwise' behind the conditions",
    `objectives "S"\nobjective a {\n  prompt "p" -> b otherwise -> c when "C" }${rest}`,
    `objectives "S"\nobjective a {\n  prompt "p" -> c when "C"\n  -> b otherwise }${rest}`,
  );
});
