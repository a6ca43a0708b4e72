// The graph as Mermaid text.
import { describe, expect, test } from "vitest";
import { graphMermaid } from "../../../server/src/language/graph/mermaid.ts";
import { viewOf } from "./drawn.ts";

describe("a graph as Mermaid", () => {
  test("has its nodes and edges in order, and the start marked", () => {
    checkMermaid(`objective greet { prompt "Greet." -> buy when "they buy" -> close otherwise }
objective buy { prompt "Ask." -> close -> gone }
objective close { prompt "Say goodbye." }`).toMatchInlineSnapshot(`
  "flowchart TD
    n0(["greet"])
    n1["buy"]
    n2(["close"])
    n3{{"gone"}}
    n0 -.->|"they buy"| n1
    n0 -.->|"otherwise"| n2
    n1 --> n2
    n1 --> n3
    classDef start stroke:#2c8a3f,stroke-width:2px
    class n0 start
    classDef missing stroke:#d3302f,stroke-dasharray:4 3
    class n3 missing
  "
`);
  });

  test("spells out everything that Mermaid would read as more than words", () => {
    checkMermaid(`objective "a\\"]; click n0 href" { prompt "x" -> b when "<b>\\"|#35; \`x\` {y}" }
objective b { prompt "x" }`).toMatchInlineSnapshot(`
  "flowchart TD
    n0(["a#34;#93;; click n0 href"])
    n1(["b"])
    n0 -.->|"#60;b#62;#34;#124;#35;35; #96;x#96; #123;y#125;"| n1
    classDef start stroke:#2c8a3f,stroke-width:2px
    class n0 start
  "
`);
  });

  test("of nothing is an empty flowchart", () => {
    checkMermaid("").toMatchInlineSnapshot(`
      "flowchart TD
      "
    `);
  });
});

function checkMermaid(text: string) {
  return expect(graphMermaid(viewOf(text)));
}
