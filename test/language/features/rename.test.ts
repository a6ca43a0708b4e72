// Another name, wherever it is mentioned, and back again.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inEnglish } from "../../../server/src/language/text/sentence.ts";
import { renamableAt, rename, renameName } from "../../../server/src/language/features/rename.ts";
import { isSet } from "../../../server/src/language/model/analyze.ts";
import { isNamed, kindOfRole } from "../../../server/src/language/model/names.ts";
import { printString } from "../../../server/src/language/syntax/print.ts";
import { edited, fixtureOf } from "../../support/edited.ts";
import { filesOf, modelOf, workspaceOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { marked } from "../../support/marked.ts";
import { anyProgram } from "../../support/program-generators.ts";

/** Holds the fixture after the name at the cursor was given up for another. */
function checkRename(newName: string, before: string, after: string): void {
  const { model, point, files } = marked(before);
  const result = rename([model], point, newName);
  if ("refused" in result) throw new Error(inEnglish(result.refused));
  expect(fixtureOf(edited(files, result.edits))).toBe(after.replace(/^\n/, ""));
}

/** Holds why the name at the cursor cannot be given up for this one. */
function checkRefused(newName: string, before: string, reason: string): void {
  const { model, point } = marked(before);
  const result = rename([model], point, newName);
  expect("refused" in result ? inEnglish(result.refused) : result).toBe(reason);
}

describe("an objective", () => {
  test("from its declaration: its arrows and steps follow", () => {
    checkRename(
      "hello",
      `
objective gre$0et { prompt "p" -> close }
objective close { prompt "p" -> greet when "again" }
scenario "s" { greet close }
`,
      `
objective hello { prompt "p" -> close }
objective close { prompt "p" -> hello when "again" }
scenario "s" { hello close }
`,
    );
  });

  test("from an arrow, also where nothing declares it yet", () => {
    checkRename("end_it", `objective a { -> clo$0se }`, `objective a { -> end_it }`);
  });

  test("a variable or a param of its name stays", () => {
    checkRename(
      "hello",
      `param greet = "x"\nobjective greet$0 { prompt "\${greet}" collect greet }`,
      `param greet = "x"\nobjective hello { prompt "\${greet}" collect greet }`,
    );
  });

  test("is quoted where its new name needs it", () => {
    checkRename("prompt", `objective a$0 { -> a }`, `objective "prompt" { -> "prompt" }`);
    checkRename("end", `objective a$0 { }\nscenario "s" { a }`, `objective end { }\nscenario "s" { "end" }`);
  });

  test("quotes go with the name that needed them, and stay where they were somebody's own", () => {
    checkRename("a", `objective "when$0" { -> "when" }`, `objective a { -> a }`);
    checkRename("a", `objective "greet$0" { -> greet }`, `objective "a" { -> a }`);
  });

  test("in every file of the set", () => {
    checkRename(
      "hello",
      `
objectives "S"
include "./closing.objectives"
objective greet { prompt "p" -> close }
// closing.objectives
objective close { prompt "p" -> gree$0t }
`,
      `
objectives "S"
include "./closing.objectives"
objective hello { prompt "p" -> close }
// closing.objectives
objective close { prompt "p" -> hello }
`,
    );
  });

  test("in every set that shares a file that mentions it, and in no other", () => {
    const fixture = `objectives "1"
include "./shared.objectives"
objective a { prompt "p" -> close }
// two.objectives
objectives "2"
include "./shared.objectives"
objective b { prompt "p" -> close }
// three.objectives
objectives "3"
objective close { prompt "p" }
// shared.objectives
objective close { prompt "p" }
`;
    const [first, ...others] = workspaceOf(fixture).filter(isSet);
    const result = first && renameName([first, ...others], "objective", "close", "stop");
    const edits = result && "edits" in result ? result.edits : [];
    expect(fixtureOf(edited(filesOf(fixture), edits))).toBe(
      fixture.replaceAll("close", "stop").replace("stop { prompt", "close { prompt"),
    );
  });
});

test("a variable, wherever it is collected or given a value", () => {
  checkRename(
    "full_name",
    `
objective a { prompt "p" collect x, na$0me -> b }
objective b { prompt "p" collect name }
scenario "s" { a { name = "Ana" } }
`,
    `
objective a { prompt "p" collect x, full_name -> b }
objective b { prompt "p" collect full_name }
scenario "s" { a { full_name = "Ana" } }
`,
  );
});

test("a param, and what texts say of it", () => {
  checkRename(
    "when",
    `param hooks = "x"\nobjective a { prompt "\${hooks}" callback "\${hoo$0ks}/a" }`,
    `param "when" = "x"\nobjective a { prompt "\${when}" callback "\${when}/a" }`,
  );
});

describe("is refused", () => {
  test.each([
    ["", "A name needs at least one letter."],
    ["say hello", "The platform refuses names with spaces: write 'say_hello'."],
    ["close", "An objective 'close' is there already: choose another name."],
  ])("%j", (newName, reason) => {
    checkRefused(newName, `objective gre$0et { -> close }`, reason);
  });

  test("a param that no text could use", () => {
    checkRefused(
      "a.b",
      `param ho$0oks = "x"`,
      "'a.b' cannot be written in ${…}: use letters, digits, '_' and single '-' between them.",
    );
  });

  test("where nothing has a name", () => {
    checkRefused(
      "a",
      `objective a { pro$0mpt "p" }`,
      "Nothing here has a name: put the cursor on an objective, a variable or a param.",
    );
  });
});

describe("before it is renamed, what stands there", () => {
  function checkRenamable(source: string, expected: string): void {
    const { sets, point, text } = marked(source);
    const found = renamableAt(sets[0], point);
    const said =
      "refused" in found
        ? inEnglish(found.refused)
        : `${found.kind} ${text.slice(found.span.start, found.span.end)}`;
    expect(said).toBe(expected);
  }

  test.each([
    ['objective "when$0" { }', 'objective "when"'],
    ["objective a { collect b$0 }", "variable b"],
    ['objective a { prompt "${c$0}" }', "param c"],
    ['objectives "Se$0t"', "Nothing else mentions the set's name: change it here."],
    ['scenario "Sho$0rt" { }', "Nothing else mentions a scenario's name: change it here."],
    ['include "./b$0.objectives"', "Rename the file itself, and every path that leads to it follows."],
    [
      "objective a { pro$0mpt }",
      "Nothing here has a name: put the cursor on an objective, a variable or a param.",
    ],
    ["$0", "Nothing here has a name: put the cursor on an objective, a variable or a param."],
  ])("%s", (source, expected) => checkRenamable(source, expected));
});

test("an edit says how far it is from the file of the cursor", () => {
  const { sets, point } = marked(`objectives "1"
include "./shared.objectives"
objective a { prompt "p" -> clo$0se }
// two.objectives
objectives "2"
include "./shared.objectives"
objective b { prompt "p" -> close }
// shared.objectives
objective close { prompt "p" }
`);
  const result = rename(sets, point, "stop");
  const reaches = "edits" in result ? result.edits.map(({ file, reach }) => `${file} ${reach}`) : [];
  expect(reaches).toEqual([
    "/set/main.objectives this file",
    "/set/shared.objectives its sets",
    "/set/two.objectives other sets",
  ]);
});

test("a rename and the way back are the text itself", { timeout: LAW_TIMEOUT }, () => {
  fc.assert(
    fc.property(
      anyProgram,
      fc.nat(),
      fc.constantFrom("other", "new-one", "ü2", "_"),
      (text, pick, newName) => {
        const model = modelOf(text);
        const units = model.files[0]?.source.units ?? [];
        const names = units.flatMap((unit) =>
          unit.mentions.flatMap(({ role, name, span }) => {
            if (!isNamed(role)) return [];
            const image = unit.text.slice(span.start, span.end);
            // A name that is spelt with escapes comes back without them.
            return image === name || image === printString(name) ? [{ kind: kindOfRole(role), name }] : [];
          }),
        );
        const it = names[pick % Math.max(1, names.length)];
        const away = it && renameName([model], it.kind, it.name, newName);
        if (!it || !away || "refused" in away) return;
        const between = fixtureOf(edited(new Map([["/set/main.objectives", text]]), away.edits));
        const back = renameName([modelOf(between)], it.kind, newName, it.name);
        if ("refused" in back) return;
        expect(fixtureOf(edited(new Map([["/set/main.objectives", between]]), back.edits))).toBe(text);
      },
    ),
    LAW,
  );
});
