// Semantic tokens as numbers: any edits lead to what a fresh reading finds, and letters in a prompt change none.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyze } from "../../server/src/language/model/analyze.ts";
import { onlyFile } from "../../server/src/language/model/files.ts";
import { edit, parse, type Source } from "../../server/src/language/model/source.ts";
import { applyEdits } from "../../server/src/language/text/edits.ts";
import {
  tokenData,
  tokenEdits,
  tokenList,
  type TokenEdit,
  type TokenList,
} from "../../server/src/lsp/token-list.ts";
import { LAW, LAW_TIMEOUT } from "../support/generators.ts";
import { anyDamagedProgram } from "../support/program-generators.ts";

function listOf(source: Source, before?: TokenList): TokenList {
  return tokenList(analyze(onlyFile(source)), source, "everything", before);
}

function applied(data: readonly number[], edits: readonly TokenEdit[]): number[] {
  return edits.reduce<number[]>(
    (numbers, { start, deleteCount, data: added }) => numbers.toSpliced(start, deleteCount, ...added),
    [...data],
  );
}

/** What typing `newText` in place of the first `old` changes. */
function checkEdits(text: string, old: string, newText: string) {
  const source = parse(text);
  const model = analyze(onlyFile(source));
  const before = tokenList(model, source, "names");
  const start = text.indexOf(old);
  const changed = edit(source, { span: { start, end: start + old.length }, newText });
  const after = tokenList(analyze(onlyFile(changed), model), changed, "names", before);
  return expect(tokenEdits(before, after));
}

const SET = `objectives "S"

objective a {
  prompt "Ask."
  -> b
}

objective b { prompt "Bye." }
`;

describe("an edit changes", () => {
  test("nothing where a prompt has another letter", () => {
    checkEdits(SET, "Ask", "Asks").toEqual([]);
  });

  test("one number of the next token where a line comes in", () => {
    checkEdits(SET, "}\n\n", "}\n\n\n").toMatchInlineSnapshot(`
      [
        {
          "data": [
            4,
            10,
            1,
            0,
            5,
          ],
          "deleteCount": 5,
          "start": 10,
        },
      ]
    `);
  });

  test("a name and what the flow has of it", () => {
    checkEdits(SET, "-> b", "-> c").toMatchInlineSnapshot(`
      [
        {
          "data": [
            2,
            5,
            1,
            0,
            0,
            3,
            10,
            1,
            0,
            9,
          ],
          "deleteCount": 10,
          "start": 5,
        },
      ]
    `);
  });

  test("what is behind it where a line is added within it", () => {
    checkEdits(SET, '"Ask."', '"Ask."\n  collect x').toMatchInlineSnapshot(`
      [
        {
          "data": [
            2,
            10,
            1,
            1,
            0,
            1,
            5,
            1,
            0,
            4,
          ],
          "deleteCount": 5,
          "start": 5,
        },
      ]
    `);
  });
});

test(
  "any edits lead to what a fresh reading finds",
  () => {
    const anyEdit = fc.tuple(
      fc.nat(),
      fc.nat(9),
      fc.constantFrom("", "\n", "x", "\r\n", '"', "\nobjective z {\n"),
    );
    fc.assert(
      fc.property(anyDamagedProgram, fc.array(anyEdit, { minLength: 1, maxLength: 5 }), (program, edits) => {
        let text = program;
        let source = parse(text);
        let model = analyze(onlyFile(source));
        let list = tokenList(model, source, "everything");
        let data = tokenData(list);
        for (const [place, length, newText] of edits) {
          const start = place % (text.length + 1);
          const change = { span: { start, end: Math.min(text.length, start + length) }, newText };
          text = applyEdits(text, [change]);
          source = edit(source, change);
          model = analyze(onlyFile(source), model);
          const next = tokenList(model, source, "everything", list);
          data = applied(data, tokenEdits(list, next));
          expect(data).toEqual(tokenData(listOf(parse(text))));
          list = next;
        }
      }),
      LAW,
    );
  },
  LAW_TIMEOUT,
);
