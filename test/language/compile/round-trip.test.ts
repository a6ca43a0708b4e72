// Documents become text and documents again: nothing is lost on the way, for any document.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decompile } from "../../../server/src/language/compile/decompile.ts";
import { exactlySameDocument, normalise } from "../../../server/src/language/compile/normalise.ts";
import type { LinkForm, SetDocument } from "../../../server/src/language/compile/payload.ts";
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
