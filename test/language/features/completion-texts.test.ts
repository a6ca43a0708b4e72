// What is offered in texts, in quoted names and in comments.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { complement } from "../../../server/src/language/features/completion/complement.ts";
import { LAW } from "../../support/generators.ts";
import { marked } from "../../support/marked.ts";
import { checkChosen, checkOffered, completionAt, shown } from "../../support/offered.ts";

const USUAL = ["If the participant …", "If the participant has …", "If the participant wants …", "If they …"];

describe("conditions", () => {
  const OTHERS = `
objective other {
  prompt "p"
  -> a when "If the guest is late"
  -> b when "If the guest has no room yet"
  -> c when "Late"
}
`;

  test("begin as those of the set do, and as is usual", () => {
    checkOffered(`objective x { -> a when "$0" }`, USUAL);
    checkOffered(`objective x { -> a when "$0" }${OTHERS}`, ["If the guest …", ...USUAL]);
  });

  test("begin as the ones beside it before all others", () => {
    checkOffered(
      `objective x {\n  -> a when "When he asks for more"\n  -> b when "If she does, too"\n  -> c when "$0"\n}${OTHERS}`,
      ["When he asks …", "If she does, …", "If the guest …", ...USUAL],
    );
  });

  test("go on from what is typed, and leave what stands behind the cursor", () => {
    checkOffered(`objective x { -> a when "if the g$0 is new" }${OTHERS}`, ["If the guest …"]);
    checkChosen(
      `objective x { -> a when "if the g$0 is new" }${OTHERS}`,
      "If the guest …",
      `objective x { -> a when "If the guest  is new" }${OTHERS}`,
    );
    checkOffered(`objective x { -> a when "If the guest $0" }${OTHERS}`, []);
  });

  test("come with their quotes where these are missing", () => {
    checkChosen(`objective x { -> a when $0 }`, "If they …", `objective x { -> a when "If they $0" }`);
    checkChosen(`objective x {\n  -> a when "$0\n}`, "If they …", `objective x {\n  -> a when "If they \n}`);
  });

  test("the opposite of the only other way", () => {
    const other = `-> a when "If the patient has never been to the practice before"`;
    const opposite = "If the patient has been to the practice before (the opposite of the other way)";
    checkOffered(`objective x {\n  ${other}\n  -> b when "$0"\n}`, [opposite, "If the patient …", ...USUAL]);
    checkOffered(`objective x {\n  ${other}\n  -> c when "Else it is so"\n  -> b when "$0"\n}`, [
      "If the patient …",
      "Else it is …",
      ...USUAL,
    ]);
  });

  test.each([
    ["If the patient is new", "If the patient is not new"],
    ["If they were late", "If they were not late"],
    ["If the caller can pay today", "If the caller cannot pay today"],
    ["If they have booked a room", "If they have not booked a room"],
    ["If they have been here", "If they have never been here"],
  ])("%s ⇄ %s", (one, other) => {
    expect([complement(one), complement(other)]).toEqual([other, one]);
  });

  test.each([
    "If the patient wants a room",
    "If the patient has a dog",
    "If it is late and they are tired",
    "If it is late or raining",
    "If nobody is there",
    "If it isn't late",
    "",
  ])("'%s' has no opposite that one word makes", (condition) => {
    expect(complement(condition)).toBeUndefined();
  });

  test("the opposite of the opposite is the condition", () => {
    const words = fc.constantFrom(
      ..."If the patient is are can cannot not never has been booked late and 😀 never-ending".split(" "),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (list) => {
        const condition = list.join(" ");
        const opposite = complement(condition);
        if (opposite === undefined) return;
        expect(opposite).not.toBe(condition);
        expect(complement(opposite)).toBe(condition);
      }),
      LAW,
    );
  });
});

describe("what the set says elsewhere", () => {
  test("callbacks, the most used first, as they are written", () => {
    const others = `
param hooks = "https://h.example"
objective a { callback "https://x.example/a" }
objective b { callback "\${hooks}/b" }
objective c { callback "\${hooks}/b" }
`;
    checkOffered(`objective x { callback "$0" }${others}`, ["${hooks}/b", "https://x.example/a"]);
    checkOffered(`objective x { callback $0 }${others}`, ["${hooks}/b", "https://x.example/a"]);
    checkChosen(
      `defaults { callback "https$0://old" }${others}`,
      "https://x.example/a",
      `defaults { callback "https://x.example/a" }${others}`,
    );
    checkOffered(`objective x { callback "$0https://own.example" }`, []);
  });

  test("notes' names, and their texts by name", () => {
    const others = `
objective a { meta owner "Ana" meta "due date" "May" }
objective b { meta owner "Bo" }
objective c { meta owner "Bo" }
`;
    checkOffered(`objective x { meta $0 }${others}`, ["owner", "due date"]);
    checkOffered(`objective x { meta owner "Ana" meta $0 }${others}`, ["due date"]);
    checkChosen(`objective x { meta d$0 }${others}`, "due date", `objective x { meta "due date" }${others}`);
    checkOffered(`objective x { meta owner "$0" }${others}`, ["Bo", "Ana"]);
    checkOffered(`objective x { meta "due date" "$0" }${others}`, ["May"]);
    checkOffered(`objective x { meta nobody "$0" }${others}`, []);
  });

  test("what a step's variable is elsewhere", () => {
    const set = `
objective a { prompt "p" collect mood, name }
scenario "one" { a { mood = "good" name = "Ana" } }
`;
    checkOffered(`scenario "two" { a { mood = "$0" } }${set}`, ["good"]);
    checkOffered(`scenario "two" { a { mood = $0 } }${set}`, ["good"]);
    checkOffered(`param p = "$0"${set}`, []);
  });

  test("what `otherwise` says", () => {
    const other = `\nobjective a { -> b when "So" -> c otherwise "In doubt" }`;
    checkOffered(`objective x { -> b otherwise "$0" }${other}`, ["In doubt"]);
    checkOffered(`objective x { -> b otherwise $0 }${other}`, ["In doubt"]);
  });
});

describe("includes", () => {
  const FILES = `
// closing.objectives
objective a { prompt "p" }
// shared/money/paying.objectives
objective b { prompt "p" }
// shared/opening.objectives
objective c { prompt "p" }
`;

  test("every fragment, the nearest first, and the folders on the way", () => {
    checkOffered(`include "$0"${FILES}`, [
      "./closing.objectives",
      "./shared/opening.objectives",
      "./shared/money/paying.objectives",
      "./shared/",
      "./shared/money/",
    ]);
    checkOffered(`include "./shared/$0"${FILES}`, [
      "./shared/opening.objectives",
      "./shared/money/paying.objectives",
      "./shared/money/",
    ]);
  });

  test("without the dot before the slash, as what is typed is written, or the includes above", () => {
    checkOffered(`include "c$0"${FILES}`, [
      "closing.objectives",
      "shared/opening.objectives",
      "shared/money/paying.objectives",
      "shared/",
      "shared/money/",
    ]);
    checkOffered(`include "shared/m$0"${FILES}`, [
      "shared/opening.objectives",
      "shared/money/paying.objectives",
      "shared/money/",
    ]);
    checkChosen(`include "c$0"${FILES}`, "closing.objectives", `include "closing.objectives"\n`);
    checkOffered(`include "closing.objectives"\ninclude "$0"${FILES}`, [
      "shared/opening.objectives",
      "shared/money/paying.objectives",
      "shared/",
      "shared/money/",
    ]);
  });

  test("not what is included already", () => {
    checkOffered(`include "./closing.objectives"\ninclude "./c$0"${FILES}`, [
      "./shared/opening.objectives",
      "./shared/money/paying.objectives",
      "./shared/",
      "./shared/money/",
    ]);
    checkOffered(`include "./shared/opening$0.objectives"${FILES}`, [
      "./shared/opening.objectives",
      "./shared/money/paying.objectives",
      "./shared/money/",
    ]);
  });

  test("the whole path is replaced, and gets the quotes that it lacks", () => {
    const chosen = `include "./closing.objectives"\n`;
    checkChosen(`include "./cl$0x/y"${FILES}`, "./closing.objectives", chosen);
    checkChosen(`include $0${FILES}`, "./closing.objectives", chosen);
    checkChosen(`include "$0${FILES}`, "./closing.objectives", chosen);
  });
});

describe("names in quotes", () => {
  const REST = `\nobjective ask { prompt "Ask." collect "first name" }\nobjective "wrap up" { prompt "p" }`;

  test("are found, and keep their quotes only where they need them", () => {
    checkOffered(`objective x { -> "$0" }${REST}`, ["ask", "wrap up"]);
    checkChosen(`objective x { -> "w$0" }${REST}`, "wrap up", `objective x { -> "wrap up" }${REST}`);
    checkChosen(`objective x { -> "a$0sk" }${REST}`, "ask", `objective x { -> ask }${REST}`);
    checkChosen(`objective x {\n  -> "a$0\n}${REST}`, "ask", `objective x {\n  -> ask\n}${REST}`);
    checkOffered(`objective x { collect a, "$0" }${REST}`, ["first name (also in ask)"]);
  });
});

describe("in comments", () => {
  const SILENCE = "objectives-disable-next-line";

  test("the word that silences, once it is begun", () => {
    checkOffered(`// $0`, []);
    checkOffered(`// Ask$0`, []);
    checkOffered(`// obj$0`, [SILENCE]);
    checkChosen(`  // obj$0`, SILENCE, `  // ${SILENCE} `);
  });

  test("codes, first what is found below", () => {
    const below = `\nobjective a {\n  prompt "p"\n  collect FullName\n  -> a\n}\n`;
    const codes = (source: string): readonly string[] =>
      completionAt(marked(source)).items.slice(0, 3).map(shown);
    expect(codes(`objectives "S"\n// ${SILENCE} $0${below}`)).toEqual([
      "variable-case (found below)",
      "cycle (found below)",
      "syntax",
    ]);
    expect(codes(`objectives "S"\n// ${SILENCE} cycle va$0${below}`)).toEqual([
      "variable-case (found below)",
      "syntax",
      "bad-escape",
    ]);
    checkOffered(`// ${SILENCE} cycle -- we kn$0ow`, []);
  });
});
