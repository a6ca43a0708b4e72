// From a compiled document to the text and back.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../../server/src/language/compile/compile.ts";
import { jsonPlaceAt } from "../../../server/src/language/compile/json-place.ts";
import { entryAround, outwards } from "../../../server/src/language/compile/pointer.ts";
import { pointerAt, sourceMap } from "../../../server/src/language/compile/source-map.ts";
import { writePayload } from "../../../server/src/language/compile/write-payload.ts";
import { check } from "../../../server/src/language/diagnostics/check.ts";
import { filesOf, MAIN, modelOf } from "../../support/fixture.ts";
import { LAW, LAW_TIMEOUT } from "../../support/generators.ts";
import { anyProgram } from "../../support/program-generators.ts";

function mapOf(fixture: string, form: "list" | "single" = "list") {
  const model = modelOf(fixture);
  const compiled = compile(check(model));
  if (compiled.kind !== "document") return undefined;
  return { document: compiled.document, map: sourceMap(model, compiled.document, form) };
}

const SET = `objectives "Intake"
include "./closing.objectives"
defaults { confirm manual }
objective greet {
  prompt "Greet them."
  collect mood, full_name
  -> close when "They are busy"
  -> ask otherwise
}
objective ask { prompt "Ask." -> close }
// closing.objectives
defaults { callback "https://example.com/c" }
objective close { prompt "Close." }
`;

describe("a value comes from", () => {
  test.each([
    ["/name", '"Intake"', "own"],
    ["/data/0", "objective greet {", "own"],
    ["/data/0/objective_name", "greet", "own"],
    ["/data/0/objective_prompt", '"Greet them."', "own"],
    ["/data/0/confirmation_mode", "confirm manual", "defaults"],
    ["/data/0/modality", "greet", "nobody"],
    ["/data/0/output_variables", "collect mood, full_name", "own"],
    ["/data/0/output_variables/1", "full_name", "own"],
    ["/data/0/next_conditional_objectives/close", '-> close when "They are busy"', "own"],
    ["/data/0/next_conditional_objectives/ask", "-> ask otherwise", "own"],
    ["/data/1/next_required_objectives/0", "-> close", "own"],
    ["/data/2/callback_url", 'callback "https://example.com/c"', "defaults"],
    ["/data/2/confirmation_mode", "confirm manual", "defaults"],
    ["/data/0/objective_prompt/no/such/thing", '"Greet them."', "own"],
  ])("%s: %s", (pointer, text, from) => {
    const entry = entryAround(mapOf(SET)?.map ?? [], pointer);
    const file = filesOf(SET).get(entry?.place.file ?? "") ?? "";
    const written = file.slice(entry?.place.span.start, entry?.place.span.end);
    expect([written.split("\n")[0], entry?.from]).toEqual([text, from]);
  });

  test("nowhere, where the document has no such value at all", () => {
    expect(entryAround(mapOf(SET)?.map ?? [], "/status")).toBeUndefined();
  });

  test("the one arrow, in the single form", () => {
    const entry = entryAround(mapOf(SET, "single")?.map ?? [], "/data/1/next_required_objective");
    expect(SET.slice(entry?.place.span.start, entry?.place.span.end)).toBe("-> close");
  });
});

test.each([
  ["Greet th", "/data/0/objective_prompt"],
  ["full_n", "/data/0/output_variables/1"],
  ["collect mood", "/data/0/output_variables/0"],
  ["colle", "/data/0/output_variables"],
  ["They are", "/data/0/next_conditional_objectives/close"],
  ["objective as", "/data/1/objective_name"],
  ["confirm man", undefined],
])("the place behind %j becomes %s", (before, pointer) => {
  const offset = SET.indexOf(before) + before.length;
  expect(pointerAt(mapOf(SET)?.map ?? [], { file: MAIN, offset })).toBe(pointer);
});

test.each([
  ['{"name": "I|ntake"}', "/name"],
  ['{"na|me": "Intake"}', "/name"],
  ['{"a~b/c": ["x", "|y"]}', "/a~0b~1c/1"],
  ['{"data": [|]}', "/data"],
  ['{"data": [{"objective_name": "ask", "modality": "v|erbal"}]}', "/data/1/modality"],
  ['{"data": [{"objective_name": "gone", "modality": "v|erbal"}]}', undefined],
  ["|", undefined],
])("in %s the cursor is at %s", (marked, pointer) => {
  const indexOf = (name: string) => [undefined, 1][["greet", "ask"].indexOf(name)];
  expect(jsonPlaceAt(marked.replace("|", ""), marked.indexOf("|"), indexOf)?.pointer).toBe(pointer);
});

test.each(["list", "single"] as const)(
  "every value of a document has its place, and every place is a value: %s",
  { timeout: LAW_TIMEOUT },
  (form) => {
    fc.assert(
      fc.property(anyProgram, (text) => {
        const mapped = mapOf(text, form);
        const json = mapped && writePayload(mapped.document, form);
        if (!mapped || typeof json !== "string") return;
        const wanted = new Set(pointersIn(JSON.parse(json)));
        wanted.delete("");
        wanted.delete("/data");
        expect(new Set(mapped.map.map(({ pointer }) => pointer))).toEqual(wanted);
        for (const { pointer, place, from } of mapped.map) {
          expect(text.slice(place.span.start, place.span.end)).not.toBe("");
          if (from === "own")
            expect(
              outwards(pointerAt(mapped.map, { file: place.file, offset: place.span.start }) ?? ""),
            ).toContain(pointer);
        }
      }),
      LAW,
    );
  },
);

function pointersIn(value: unknown, pointer = ""): string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  return [
    pointer,
    ...Object.entries(value).flatMap(([key, member]) =>
      pointersIn(member, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
    ),
  ];
}
