// The graph as data: what of the text is in it, under which ids, and where the findings go.
import { describe, expect, test } from "vitest";
import type { GraphView } from "../../../server/src/language/graph/view.ts";
import { viewOf } from "./drawn.ts";

describe("the graph of a text", () => {
  test("has a node for each objective and an edge for each arrow", () => {
    checkGraph(
      `objectives "Intake"
objective greet {
  modality visual
  prompt "Greet \${name}."
  collect name, age
  confirm manual
  -> buy when "they buy"
  -> close otherwise
}
objective buy { prompt "Ask." -> close }
objective close { prompt "Say goodbye." }`,
    ).toMatchInlineSnapshot(`
      "
      "Intake"
      greet: Greet \${name}., start, manual, visual, name+age
      buy: Ask.
      close: Say goodbye., end
      greet when buy "they buy"
      greet otherwise close "In any other case"
      buy required close
      "
    `);
  });

  test("says what params say, and leaves one without a value as it is written", () => {
    checkGraph(`objectives "\${company} Intake"
param company = "Acme"
param mood
objective a { prompt "Greet for \${company}." -> b when "The caller is \${mood}" -> c otherwise "\${company} is closed" }
objective b { prompt "B" }
objective c { prompt "C" }`).toMatchInlineSnapshot(`
  "
  "Acme Intake"
  a: Greet for Acme., start
  b: B, end
  c: C, end
  a when b "The caller is \${mood}"
  a otherwise c "Acme is closed"
  "
`);
  });

  test("takes over what defaults say", () => {
    checkGraph(`defaults { confirm manual modality visual }
objective a { prompt "A" -> b }
objective b { prompt "B" confirm auto }`).toMatchInlineSnapshot(`
  "
  a: A, start, manual, visual
  b: B, end, visual
  a required b
  "
`);
  });

  test("has a node for each name that no objective has", () => {
    checkGraph(`objective a { prompt "A" -> b -> gone }
objective b { prompt "B" -> gone }`).toMatchInlineSnapshot(`
  "
  a: A, start
  b: B
  gone: missing
  a required b
  a required gone
  b required gone
  "
`);
  });

  test("tells objectives of one name apart, and edges of one kind", () => {
    checkGraph(`objective a { prompt "A" -> b -> b }
objective b { prompt "first" }
objective b { prompt "second" }`).toMatchInlineSnapshot(`
  "
  a: A, start
  b: first, end
  b#2: second, named "b", end
  a required b
  a required b#2
  "
`);
  });

  test("keeps drawing what parses in a half-written text", () => {
    checkGraph(`objective a { prompt "A" -> -> b when
objective { prompt "no name"
objective b {`).toMatchInlineSnapshot(`
  "
  a: A, start
  unnamed: no name, named "", end
  b: end
  a when b
  "
`);
  });

  test("says which edges are on a cycle, and only those", () => {
    checkGraph(`objective start { prompt "S" -> a }
objective a { prompt "A" -> b -> a when "again" }
objective b { prompt "B" -> c when "on" -> a otherwise }
objective c { prompt "C" }`).toMatchInlineSnapshot(`
  "
  start: S, start
  a: A
  b: B
  c: C, end
  start required a
  a required b (cycle)
  a when a "again" (cycle)
  b when c "on"
  b otherwise a "In any other case" (cycle)
  "
`);
  });

  test("gives each finding to the objective or the arrow that it is about", () => {
    const { nodes, edges } = viewOf(`objectives "S"
objective a { -> b -> gone when "x" }
objective b { prompt "B" collect x, x }`);
    const codes = [...nodes, ...edges].map(({ id, findings }) =>
      [id, ...findings.map(({ code }) => code)].join(": "),
    );
    expect(codes).toMatchInlineSnapshot(`
      [
        "a: missing-prompt",
        "b: duplicate-variable",
        "gone",
        "a required b: mixed-edges",
        "a when gone: unknown-objective",
      ]
    `);
  });

  test("of nothing is empty", () => {
    expect(viewOf("")).toEqual({ version: 1, title: "", nodes: [], edges: [] });
  });

  test("is plain JSON", () => {
    const view = viewOf('objectives "x"\nobjective a { prompt "A" -> b }');
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  });
});

function checkGraph(text: string) {
  return expect(`\n${inLines(viewOf(text))}\n`);
}

function inLines({ title, nodes, edges }: GraphView): string {
  return [
    ...(title === "" ? [] : [`"${title}"`]),
    ...nodes.map((node) => {
      const facts = [
        node.kind === "missing" ? "missing" : node.prompt,
        node.name === node.id ? "" : `named "${node.name}"`,
        node.isStart ? "start" : "",
        node.isEnd ? "end" : "",
        node.confirmation === "auto" ? "" : node.confirmation,
        node.modality === "verbal" ? "" : node.modality,
        node.variables.join("+"),
      ];
      return `${node.id}: ${facts.filter(Boolean).join(", ")}`;
    }),
    ...edges.map(
      ({ id, condition, isOnCycle }) =>
        `${id}${condition && ` "${condition}"`}${isOnCycle ? " (cycle)" : ""}`,
    ),
  ].join("\n");
}
