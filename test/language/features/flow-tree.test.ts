// The flow of a set as a tree.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdownOf } from "../../../server/src/language/features/hover/paragraphs.ts";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import {
  flowTree,
  itemsBelow,
  itemsDownTo,
  itemTip,
  type FlowTreeItem,
} from "../../../server/src/language/features/flow-tree.ts";
import type { Model } from "../../../server/src/language/model/analyze.ts";
import { modelOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyDamagedProgram, anyFixture } from "../../support/program-generators.ts";

/** One line an item, below what it hangs on. */
function checkFlowTree(fixture: string) {
  const model = modelOf(fixture);
  const { findings } = check(model);
  const flow = flowTree(model);
  const lines = (parent: string | undefined, indent: string): readonly string[] =>
    itemsBelow(model, flow, findings, parent).flatMap((item) => [
      `${indent}${inOneLine(item)}`,
      ...(item.children === "some" ? lines(item.node, `${indent}  `) : []),
    ]);
  return expect(`\n${lines(undefined, "").join("\n")}\n`);
}

function inOneLine(item: FlowTreeItem): string {
  const { name, occurrence, role, way, condition, confirmation, modality, errors, warnings } = item;
  const words = [
    occurrence === "first" ? "" : `(${occurrence})`,
    role === "between" ? "" : role,
    confirmation === "auto" ? "" : confirmation,
    modality === "verbal" ? "" : modality,
    way === undefined || way === "required" ? "" : way,
    condition === "" ? "" : `'${condition}'`,
    errors + warnings === 0 ? "" : `${errors} errors, ${warnings} warnings`,
  ];
  return [name === "" ? "?" : name, ...words.filter((word) => word !== "")].join(" ");
}

describe("the tree", () => {
  test("goes from the start along the arrows, in their order", () => {
    checkFlowTree(`
objectives "Dental"
defaults { confirm manual }
objective wrap_up { prompt "p" confirm auto }
objective greet { prompt "p" -> new when "They are new" -> show_card otherwise }
objective new { prompt "p" -> wrap_up }
objective show_card { prompt "p" modality visual -> wrap_up otherwise "Else" }
`).toMatchInlineSnapshot(`
  "
  greet start manual
    new manual when 'They are new'
      wrap_up end
    show_card manual visual otherwise 1 errors, 0 warnings
      wrap_up (again) end otherwise 'Else'
  "
`);
  });

  test("ends where the flow goes round, and starts somewhere even so", () => {
    checkFlowTree(`
objectives "Round"
objective a { prompt "p" -> b }
objective b { prompt "p" -> a when "Again" -> b when "Still" -> c otherwise }
objective c { prompt "p" }
`).toMatchInlineSnapshot(`
  "
  a
    b 2 errors, 0 warnings
      a (again) when 'Again'
      b (again) when 'Still' 2 errors, 0 warnings
      c end otherwise
  "
`);
  });

  test("shows what nothing leads to beside the start, the start first", () => {
    checkFlowTree(`
objectives "Several"
objective lonely { prompt "p" }
objective first { prompt "p" -> second }
objective second { prompt "p" }
`).toMatchInlineSnapshot(`
  "
  first start
    second end
  lonely end 1 errors, 0 warnings
  "
`);
  });

  test("shows what is missing, unnamed or there twice", () => {
    checkFlowTree(`
objectives "Broken"
objective greet { prompt "p" -> gone -> gone when "x" -> }
objective { prompt "p" -> greet }
objective greet { -> greet }
`).toMatchInlineSnapshot(`
  "
  ? 1 errors, 0 warnings
    greet 1 errors, 1 warnings
      gone (missing)
      gone (missing) when 'x'
  greet 2 errors, 0 warnings
    greet (again) 1 errors, 1 warnings
  "
`);
  });

  test("goes on in fragments", () => {
    checkFlowTree(`objectives "Main"
include "./closing.objectives"
objective greet { prompt "p" -> close }
// closing.objectives
defaults { modality visual }
objective close { prompt "p" }
`).toMatchInlineSnapshot(`
  "
  greet start
    close end visual
  "
`);
  });

  test("is empty where nothing is written", () => {
    checkFlowTree("").toMatchInlineSnapshot(`
      "

      "
    `);
  });

  test("of a chain is as deep as the chain is long", () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `o${index}`);
    const model = modelOf(
      names.map((name, index) => `objective ${name} { -> ${names[index + 1] ?? name} }`).join("\n"),
    );
    expect(itemsDownTo(model, flowTree(model), [], "o19999").length).toBe(20_000);
  });
});

describe("an item", () => {
  const SET = 'objective "😀" { prompt "p" }\r\nobjective b {\tprompt "Ask." -> c }\r\nobjective c { -> b }';

  test("stands where its objective is named, or where the arrow to it says the name again", () => {
    const model = modelOf(SET);
    const texts = everyItem(model).map(({ id, place: { span } }) => [id, SET.slice(span.start, span.end)]);
    expect(Object.fromEntries(texts)).toEqual({
      "first 😀": '"😀"',
      "first b": "b",
      "first c": "c",
      "again c required b": "b",
    });
  });

  test("has a way down to it, which is where it hangs", () => {
    const model = modelOf(SET);
    const way = (id: string) => itemsDownTo(model, flowTree(model), [], id).map(({ name }) => name);
    expect([way("c"), way("b"), way("gone"), way("")]).toEqual([["b", "c"], ["b"], [], []]);
  });

  test("tells what hovering its name tells", () => {
    const model = modelOf(SET);
    const tips = everyItem(model).map(({ node, place }) => {
      const paragraphs = itemTip({ model, findings: [] }, place) ?? [];
      return [node, markdownOf(paragraphs, inEnglish)];
    });
    expect(Object.fromEntries(tips)).toMatchObject({ b: expect.stringContaining("Ask.") as string });
    expect(
      itemTip({ model, findings: [] }, { file: "/elsewhere", span: { start: 0, end: 0 } }),
    ).toBeUndefined();
  });
});

test(
  "every objective is met first once, and every arrow of it hangs below it",
  () => {
    fc.assert(
      fc.property(fc.oneof(anyFixture, anyDamagedProgram), (fixture) => {
        const model = modelOf(fixture);
        const { objectives } = model.symbols;
        const items = everyItem(model);
        const first = items.filter(({ occurrence }) => occurrence === "first");
        expect(first.length).toBe(objectives.length);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
        const arrows = objectives.reduce((sum, { edges }) => sum + edges.length, 0);
        expect(items.filter(({ way }) => way !== undefined).length).toBe(arrows);
        const starts = first.filter(({ role }) => role === "start").length;
        expect(starts).toBe(model.flow.start === undefined ? 0 : 1);
      }),
      LAW,
    );
  },
  LAW_TIMEOUT,
);

/** Every item of the tree, each way down to it leading there. */
function everyItem(model: Model): readonly FlowTreeItem[] {
  const flow = flowTree(model);
  const items = [...itemsBelow(model, flow, [], undefined)];
  for (const { node, occurrence } of items) {
    if (occurrence !== "first") continue;
    expect(itemsDownTo(model, flow, [], node).at(-1)?.node).toBe(node);
    items.push(...itemsBelow(model, flow, [], node));
  }
  return items;
}
