import { test } from "vitest";
import { codes } from "../../../server/src/language/diagnostics/codes.ts";
import { annotate } from "../../support/findings.ts";
import { writeFileSync } from "node:fs";
test("x", () => { writeFileSync("/tmp/m2/spans.txt", Object.entries(codes).map(([c, {bad}]) => `## ${c}\n${annotate(bad)}`).join("\n")); 
writeFileSync("/tmp/m2/cases.txt", [
 `objectives "S"\nobjective a {\n  prompt "p"\n  meta x 3\n}`,
 `objectives "S"\nobjective a {\n  prompt "p"\n  meta x three or so\n  meta y\n  meta\n  meta z true }`,
 `objectives "S"\nobjective a {\n  prompt "p"\n  -> b otherwise when "x"\n}\nobjective b { prompt "p" }`,
 `objectives "S"\nobjective a {\n  prompt "p"\n  -> b when "x" otherwise\n}\nobjective b { prompt "p" }`,
 `objectives "S"\nobjective a { prompt "p" callback https://x }\n`,
 `objectives "S"\nobjective a {\n prompt "p" callback https://x\n`,
 `objectives "S"\ndefaults { callback https://x }\nobjective b { prompt "p" }\n`,
 `objectives "S"\nobjectve a {\n  prompt "p"\n}`,
 `objectives "S"\nobjectve a {\n  prompt "p"\n}\nobjective b { prompt "p" }\nfoo bar`,
 `objectives "S"\nscenaro "x" { a }\nobjective a { prompt "p" }\n`,
 `objectives "S"\nobjective d : e {\n  prompt "p"\n  -> b\n}\nobjective b { prompt "p" }`,
 `objectives "S"\nobjective d e {\n  prompt "p"\n}`,
 `objectives "S"\nobjective d extends b, c {\n  prompt "p"\n}\nobjective b { prompt "p" }`,
 `objectives "S"\nobjective a {\n  prompt "p"\n  -> b\n  -> c when "x"\n  -> d otherwise\n}\nobjective b { prompt "p" }\nobjective c { prompt "p" }\nobjective d { prompt "p" }`,
].map((t) => annotate(t)).join("\n=====\n"));
});
