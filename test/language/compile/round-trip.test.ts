// Documents become text and documents again: nothing is lost on the way, for any document.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decompile } from "../../../server/src/language/compile/decompile.ts";
import { exactlySameDocument, normalise } from "../../../server/src/language/compile/normalise.ts";
import type { LinkForm, ObjectiveItem, SetDocument } from "../../../server/src/language/compile/payload.ts";
import { readPayload } from "../../../server/src/language/compile/read-payload.ts";
import type { MetaEntry, ReadSet } from "../../../server/src/language/compile/read-payload.ts";
import { writePayload } from "../../../server/src/language/compile/write-payload.ts";
import { format } from "../../../server/src/language/features/format.ts";
import { parse } from "../../../server/src/language/model/source.ts";
import { compileText } from "../../support/compile-text.ts";
import { anyDocument, anyMeta, anySingleFormDocument, LAW, LAW_TIMEOUT } from "../../support/generators.ts";

const CORPUS = new URL("../../../../shared/corpus/", import.meta.url);

/** The document as text, and back through the API's JSON. */
function checkRoundTrip(document: SetDocument, meta: readonly (readonly MetaEntry[])[], form: LinkForm) {
  const text = decompile(document, meta);
  const compiled = compileText(text);
  expect(compiled).toEqual(normalise(document));
  if (compiled) expect(read(String(writePayload(compiled, form))).document).toEqual(compiled);
  expect(format(parse(text))).toBe(text);
}

function read(json: string): ReadSet {
  const result = readPayload(json);
  if ("refused" in result) throw new Error(JSON.stringify(result.refused));
  return result;
}

describe("any document", () => {
  const anyMetas = fc.array(anyMeta, { maxLength: 6 });

  test(
    "comes back in the list form, and its text needs no formatting",
    () => {
      fc.assert(
        fc.property(anyDocument, anyMetas, (document, meta) => checkRoundTrip(document, meta, "list")),
        LAW,
      );
    },
    LAW_TIMEOUT,
  );

  test(
    "comes back in the single form, if that can hold it",
    () => {
      fc.assert(
        fc.property(anySingleFormDocument, anyMetas, (document, meta) =>
          checkRoundTrip(document, meta, "single"),
        ),
        LAW,
      );
    },
    LAW_TIMEOUT,
  );
});

describe("any text of a document", () => {
  test(
    "says the same, whichever way it wraps the list, says nothing or writes a link",
    () => {
      fc.assert(
        fc.property(anySingleFormDocument, anySpelling, (document, spelling) => {
          const { document: said, extras } = read(spelt(document, spelling));
          const wanted = normalise(spelling.wrap === "list" ? { ...document, name: "" } : document);
          expect(compileText(decompile(said, extras))).toEqual(wanted);
        }),
        LAW,
      );
    },
    LAW_TIMEOUT,
  );
});

/** Ways to spell a document that all mean the same. */
interface Spelling {
  readonly wrap: "data" | "objectives" | "list" | "reply";
  /** What stands where an objective says nothing; undefined where not even the key does. */
  readonly nothing: "{}" | "[]" | '""' | "null" | undefined;
  readonly form: LinkForm | "both";
}

const anySpelling: fc.Arbitrary<Spelling> = fc.record({
  wrap: fc.constantFrom("data", "objectives", "list", "reply"),
  nothing: fc.constantFrom("{}", "[]", '""', "null", undefined),
  form: fc.constantFrom("list", "single", "both"),
});

function spelt({ name, objectives }: SetDocument, { wrap, ...spelling }: Spelling): string {
  const list = `[${objectives.map((item) => speltItem(item, spelling)).join(", ")}]`;
  if (wrap === "list") return list;
  const key = wrap === "objectives" ? "objectives" : "data";
  const reply = wrap === "reply" ? ', "uuid": "o1", "created_at": "2026-03-01", "status": null' : "";
  return `{"name": ${JSON.stringify(name)}, ${JSON.stringify(key)}: ${list}${reply}}`;
}

function speltItem(item: ObjectiveItem, { nothing, form }: Omit<Spelling, "wrap">): string {
  const text = JSON.stringify;
  const [target] = item.required;
  const conditions = item.conditional.map(([key, value]) => `${text(key)}: ${text(value)}`);
  const members: readonly (readonly [key: string, value: string | undefined])[] = [
    ["objective_name", text(item.name)],
    ["objective_prompt", text(item.prompt)],
    ["confirmation_mode", item.confirmation === "" ? nothing : text(item.confirmation)],
    ["output_variables", item.variables.length === 0 ? nothing : text(item.variables)],
    ["modality", item.modality === "" ? nothing : text(item.modality)],
    ["next_conditional_objectives", conditions.length === 0 ? nothing : `{${conditions.join(", ")}}`],
    ["next_required_objectives", form === "single" || target === undefined ? nothing : text(item.required)],
    ["next_required_objective", form === "list" || target === undefined ? nothing : text(target)],
    ["callback_url", item.callback === "" ? nothing : text(item.callback)],
  ];
  const said = members.flatMap(([key, value]) => (value === undefined ? [] : [`${text(key)}: ${value}`]));
  return `{${said.join(", ")}}`;
}

describe.skipIf(!existsSync(CORPUS))("real sets", () => {
  const files = existsSync(CORPUS) ? readdirSync(CORPUS).filter((file) => file.endsWith(".json")) : [];

  test.each(files)("%s", (file) => {
    const { document, extras, notes } = read(readFileSync(new URL(file, CORPUS), "utf8"));
    expect(notes).toEqual([]);
    checkRoundTrip(document, extras, "list");
    const single = writePayload(document, "single");
    const several = document.objectives.some((it) => it.required.length > 1);
    expect(typeof single).toBe(several ? "object" : "string");
    if (typeof single === "string") expect(exactlySameDocument(read(single).document, document)).toBe(true);
  });

  test("are all there", () => {
    expect(files.length).toBeGreaterThanOrEqual(34);
  });
});
