// The objectives of a file in the order of the flow.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sortFile } from "../../../../server/src/language/features/refactor/sort-objectives.ts";
import { flowOrder } from "../../../../server/src/language/model/flow-order.ts";
import { MAIN, modelOf } from "../../../support/fixture.ts";
import { LAW } from "../../../support/generators.ts";
import {
  askedAt,
  checkOffered,
  checkRefactor,
  checkRefused,
  done,
  fixtureAfter,
} from "../../../support/refactor.ts";

const TITLE = "Sort objectives in flow order";

test("each comes behind those that lead to it, with the comments that belong to it; what is in order stays", () => {
  checkRefactor(
    TITLE,
    `
objectives $0"S"

// The last.
objective c { prompt "C." } // bye

// Free.

objective b { prompt "B." -> c }

/// The first.
objective a { prompt "A." -> b }

scenario "All" { a b c }
`,
    `
objectives "S"

/// The first.
objective a { prompt "A." -> b }

objective b { prompt "B." -> c }

// The last.
objective c { prompt "C." } // bye

// Free.

scenario "All" { a b c }
`,
  );
});

test("several components, and a circle, keep their order as far as they can", () => {
  checkRefactor(
    TITLE,
    `
objectives "S"
objective x2 { prompt "X." }
objective $0b { prompt "B." -> a }
objective x1 { prompt "X." -> x2 }
objective a { prompt "A." -> b }
`,
    `
objectives "S"

objective x1 { prompt "X." -> x2 }

objective x2 { prompt "X." }
objective b { prompt "B." -> a }
objective a { prompt "A." -> b }
`,
  );
});

test("in a fragment, by ways that lead through other files", () => {
  checkRefactor(
    TITLE,
    `
objectives "S"
include "./part.objectives"
objective a { prompt "A." -> b }
objective c { prompt "C." -> d }
// part.objectives
objective $0d { prompt "D." }\r
\r
objective b { prompt "B." -> c }\r
`,
    `
objectives "S"
include "./part.objectives"
objective a { prompt "A." -> b }
objective c { prompt "C." -> d }
// part.objectives
objective b { prompt "B." -> c }\r
\r
objective d { prompt "D." }\r
`,
  );
});

test("in order already it is not offered, nor in the middle of an objective", () => {
  checkOffered(`objectives "S"\nobjective $0a { prompt "A." -> b }\nobjective b { prompt "B." }`, [
    "Move 'a' to a new file",
    "Inline 'a'",
  ]);
  checkOffered(`objectives "S"\nobjective b { prompt "B." $0}\nobjective a { prompt "A." -> b }`, []);
});

test("not where something cannot be read, or names are given twice", () => {
  checkRefused(
    TITLE,
    `objectives $0"S"\nobjective b { prompt "B." }\nobjective a { prompt "A." -> b`,
    "Something in this file cannot be read: mend that first.",
  );
  checkRefused(
    TITLE,
    `objectives $0"S"\nobjective b { prompt "B." }\nobjective b { prompt "A." -> b }`,
    "Some objectives have the same name, or none: mend that first.",
  );
});

describe("laws", () => {
  /** Objectives in any order, with any arrows between them. */
  const anySet = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 12 }).map((pairs) => {
    const declared = Array.from({ length: 8 }, (_, from) => {
      const targets = new Set(pairs.filter(([it]) => it === from).map(([, to]) => to));
      return `objective o${from} { prompt "p"${[...targets].map((to) => ` -> o${to}`).join("")} }`;
    });
    return `objectives "S"\n\n${declared.join("\n\n")}\n`;
  });

  test("nothing stands before what leads to it, but for what goes round; sorted again it stays", () => {
    const property = fc.property(anySet, (text) => {
      const sorted = sortedText(text);
      expect(sortFile(modelOf(sorted), MAIN)).toEqual([]);
      const { symbols, flow } = modelOf(sorted);
      expect(flowOrder(modelOf(sorted), 0)).toEqual([...symbols.objectives.keys()]);
      for (const [from, { edges }] of symbols.objectives.entries())
        for (const { name } of edges) {
          const to = symbols.byName.get(name) ?? -1;
          if (flow.groups[from] !== flow.groups[to]) expect(to).toBeGreaterThan(from);
        }
      expect(sorted.split("\n").toSorted()).toEqual(text.split("\n").toSorted());
    });
    fc.assert(property, LAW);
  });

  const sortedText = (text: string): string => {
    const [it] = sortFile(modelOf(text), MAIN);
    const asked = askedAt(text, { file: MAIN, span: { start: 0, end: 0 } });
    return it && "draft" in it ? fixtureAfter(asked, done(asked, it.draft())) : text;
  };
});
